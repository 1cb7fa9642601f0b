import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/ingest/index.js';
import type { SourceDocument } from '../../src/model/index.js';
import { asRecognised } from '../pipeline/read-into.js';

const recognised = async (text: string, certaintyOf?: (word: string) => number): Promise<SourceDocument> =>
  asRecognised(await readDocument({ bytes: Buffer.from(text), name: 'quet.txt' }), certaintyOf);
const numbers = (document: SourceDocument) => extract(document).citations.map(({ number }) => number);

describe('numbers read off a picture', () => {
  it.each([
    ['a capital read twice', 'Căn cứ Quyết định số 93/QĐĐ-UBND ngày 24/01/2022 của UBND tỉnh.', '93/QĐ-UBND'],
    ['a capital read twice in the issuer', 'Theo Hướng dẫn số 08-HD/BDVTTU ngày 19/4/2021.', '08-HD/BDVTU'],
    ['G for Q', 'Thực hiện Công văn số 12/MTTG-BTT ngày 05/6/2023.', '12/MTTQ-BTT'],
  ])('%s', async (_, text, number) => {
    expect(numbers(await recognised(text))).toEqual([number]);
  });

  it('takes the symbol that the report has elsewhere, and says so', async () => {
    const text =
      'Thực hiện Kế hoạch số 12-KH/BCĐCTN ngày 09/01/2024, Kế hoạch số 14-KH/BCĐCTN ngày 11/02/2024 và Kế hoạch số 15-KH/BCĐCTTN ngày 12/3/2024.';
    const { citations } = extract(await recognised(text));
    expect(citations.map(({ number }) => number)).toEqual(['12-KH/BCĐCTN', '14-KH/BCĐCTN', '15-KH/BCĐCTN']);
    expect(citations[2]!.repaired).toEqual({
      number: '15-KH/BCĐCTN',
      witness: { kind: 'mention', said: 'BCĐCTN', citation: null },
    });
    expect(citations[2]!.quote).toContain('BCĐCTTN');
  });

  it('keeps a slip of the typist that the issuer beside it tells from the symbol of another', async () => {
    const text =
      'Căn cứ Quyết định số 12/QĐ-UBND, Quyết định số 14/QĐ-UBND và Công văn số 217/UBNDT-CSDT ngày 02/3/2023 của Ủy ban Dân tộc.';
    expect(numbers(await recognised(text))).toContain('217/UBNDT-CSDT');
  });

  it.each([
    ['on a typed page', 'Căn cứ Quyết định số 93/QĐĐ-UBND ngày 24/01/2022 của UBND tỉnh.', '93/QĐĐ-UBND', false],
    [
      'a known symbol with two equal letters',
      'Căn cứ Quyết định số 5/QĐ-BVHTTDL ngày 24/01/2022.',
      '5/QĐ-BVHTTDL',
      true,
    ],
    ['an unknown symbol that is like no other', 'Theo Công văn số 514/XKLM-VP ngày 06/6/2023.', '514/XKLM-VP', true],
    [
      'two symbols a letter apart, each once',
      'Theo Công văn số 5/XKLM-VP và Công văn số 6/XKLN-VP.',
      '5/XKLM-VP',
      true,
    ],
  ])('leaves %s', async (_, text, number, picture) => {
    const document = picture ? await recognised(text) : await readDocument({ bytes: Buffer.from(text), name: 'a.txt' });
    expect(numbers(document)[0]).toBe(number);
  });
});

describe('records read off a picture', () => {
  const text = 'Thực hiện Quyết định số 93/QĐ-UBND ngày 24/01/2022 của UBND tỉnh, đã mở 12 lớp tập huấn.';

  it('are as sure as the rules times their least certain word', async () => {
    const typed = extract(await readDocument({ bytes: Buffer.from(text), name: 'a.txt' }));
    const read = extract(await recognised(text, (word) => (word === '12' ? 50 : 90)));
    expect(read.citations[0]!.confidence).toBeCloseTo(typed.citations[0]!.confidence * 0.9, 5);
    expect(read.quantities[0]!.confidence).toBeCloseTo(typed.quantities[0]!.confidence * 0.5, 5);
    expect(read.diagnostics.filter(({ code }) => code === 'extract/doubtful-recognition')).toEqual([
      expect.objectContaining({ level: 'warning', span: read.quantities[0]!.span }),
    ]);
  });

  const letterhead =
    'ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: 12/BC-UBND\nQuảng Ngãi, ngày 15 tháng 6 năm 2022\n\nBÁO CÁO\nKết quả giảm nghèo\n\n';
  it.each<[why: string, sentence: string, told: RegExp | null]>([
    ['a year in the number that is not the date’s', 'Nghị định số 30/2026/NĐ-CP ngày 05/3/2020 của Chính phủ', /year/],
    ['a year that was still to come', 'Nghị định số 30/2029/NĐ-CP của Chính phủ', /the report itself is of 2022/],
    ['a day after the report’s own', 'Quyết định số 93/QĐ-UBND ngày 24/8/2022 của UBND tỉnh', /2022-08-24/],
    ['a symbol of another kind of document', 'Quyết định số 93/KH-UBND ngày 24/01/2022 của UBND tỉnh', /kind/],
    ['a number that agrees with all', 'Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ', null],
    ['a letter, whose word is in no symbol', 'Công văn số 514/SLĐTBXH-VP ngày 06/6/2022 của Sở', null],
    ['a number without year and day', 'Quyết định số 93/QĐ-UBND của UBND tỉnh', null],
  ])('weigh %s', async (_, sentence, told) => {
    const whole = `${letterhead}Căn cứ ${sentence}.`;
    const typed = extract(await readDocument({ bytes: Buffer.from(whole), name: 'a.txt' }));
    const read = extract(await recognised(whole, () => 100));
    const codes = (of: typeof read) => of.diagnostics.filter(({ code }) => code === 'extract/implausible-recognition');
    const [before, after] = [typed, read].map(
      ({ citations }) => citations.find(({ number }) => /^(?:30|93|514)/u.test(number ?? ''))!,
    );
    expect(after!.confidence).toBeCloseTo(before!.confidence * (told === null ? 1 : 0.5), 5);
    expect(codes(read).map(({ message, span }) => [told?.test(message), span])).toEqual(
      told === null ? [] : [[true, after!.span]],
    );
    expect(codes(typed)).toEqual([]);
  });

  it('of a document without pictures stay as they are', async () => {
    const document = await readDocument({ bytes: Buffer.from(text), name: 'a.txt' });
    expect(extract(document).diagnostics).toEqual([]);
  });
});
