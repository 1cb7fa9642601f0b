import { describe, expect, it } from 'vitest';
import { scanMentions } from '../../../src/extract/citations/scan-mentions.js';
import { cite } from './extract.js';

const last = (text: string | readonly string[]) => cite(text).citations.at(-1)!;

describe('a damaged number', () => {
  it.each([
    ['Kế hoạch số l79/KH-UBND', 'l79/KH-UBND', '179/KH-UBND', 'symbol'],
    ['Quyết định số 1O45/QĐ-UBND', '1O45/QĐ-UBND', '1045/QĐ-UBND', 'symbol'],
    ['Quyết định số 1B5/QĐ-UBND', '1B5/QĐ-UBND', '185/QĐ-UBND', 'symbol'],
    ['Quyết định số 93/QÐ-UBND', '93/QÐ-UBND', '93/QĐ-UBND', 'symbol'],
    ['Nghị định số 27/2022/NÐ-CP', '27/2022/NÐ-CP', '27/2022/NĐ-CP', 'symbol'],
    ['Nghị định 27/2022/ND-CP', '27/2022/ND-CP', '27/2022/NĐ-CP', 'symbol'],
    ['Nghị định 27/2O22/NĐ-CP', '27/2O22/NĐ-CP', '27/2022/NĐ-CP', 'symbol'],
    ['Nghị quyết số 09/2022/NQ-HDND', '09/2022/NQ-HDND', '09/2022/NQ-HĐND', 'symbol'],
    ['Quyết định số 93/Q Đ-UBND ngày 3/4/2023', '93/QĐ-UBND', null, null],
    ['Nghị định số 9/2020/N Đ-CP', '9/2020/NĐ-CP', null, null],
    ['Quyết định số 93/OĐ-UBND', '93/OĐ-UBND', '93/QĐ-UBND', 'symbol'],
    ['Nghị quyết số 9/NO-HĐND', '9/NO-HĐND', '9/NQ-HĐND', 'symbol'],
    ['Công văn số 17/UBNDT-DTTS của Ủy ban Dân tộc', '17/UBNDT-DTTS', '17/UBDT-DTTS', 'issuer'],
    ['Quyết định 86/QĐ-UBND của Bộ trưởng, Chủ nhiệm UBND', '86/QĐ-UBND', '86/QĐ-UBDT', 'issuer'],
    ['Công văn số 5l/ABC-VP', '5l/ABC-VP', '51/ABC-VP', 'type-word'],
    ['Quyết định số 93/QĐ-UBND', '93/QĐ-UBND', null, null],
    ['Tờ trình số 4/TTR-SNV', '4/TTR-SNV', null, null],
    ['Quy định số 11-QĐi/TW', '11-QĐi/TW', null, null],
    ['Công văn số 17/UBNDT-DTTS', '17/UBNDT-DTTS', null, null],
    ['Quyết định 86/QĐ-UBND của UBND tỉnh', '86/QĐ-UBND', null, null],
    ['Công văn số 5/BTC-VP của Bộ Nội vụ', '5/BTC-VP', null, null],
  ])('%j keeps its print', (text, number, repaired, witness) => {
    const one = last(text);
    expect([one.number, one.repaired?.number ?? null, one.repaired?.witness.kind ?? null]).toEqual([
      number,
      repaired,
      witness,
    ]);
  });

  it('names the mention that proves it', () => {
    const sound = 'Quyết định số 145/QĐ-UBND ngày 5/1/2021';
    expect(last([sound, 'theo Quyết định số l45/QĐ-UBND'])).toMatchObject({
      number: 'l45/QĐ-UBND',
      repaired: { number: '145/QĐ-UBND', witness: { kind: 'mention', said: '145/QĐ-UBND', citation: 0 } },
      evidence: expect.arrayContaining(['repair-witness', 'cited-again']),
    });
    expect(last(['Quyết định số 24/QĐ-UBDT', 'theo Quyết định số 24/QĐ-UBNDT'])).toMatchObject({
      number: '24/QĐ-UBNDT',
      resolved: '24/QĐ-UBDT',
      repaired: { number: '24/QĐ-UBDT', witness: { kind: 'mention', citation: 0 } },
    });
  });

  it('quotes what is printed', () => {
    const { document, citations } = cite('theo Quyết định số 93/Q Đ-UBND ngày 3/4/2023');
    const [{ span, quote, date }] = citations as [(typeof citations)[number]];
    expect(document.text.slice(span.start, span.end)).toBe(quote);
    expect(date).toBe('2023-04-03');
  });

  it.each(['Quyết định số 5/Q UBND tỉnh', 'lớp 12B/CLC có', 'SỐ BỘ/TỈNH'])('reads nothing into %j', (text) => {
    expect(scanMentions(text).filter(({ number }) => number !== null && number.typeCode !== null)).toEqual([]);
  });

  it('gives the items of a list the repaired symbol of the last', () => {
    expect(cite('các Quyết định số 1l, 12 và 13/QD-UBND').citations.map(({ repaired }) => repaired?.number)).toContain(
      '12/QĐ-UBND',
    );
  });
});
