import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';
import type { Citation } from '../../../src/model/index.js';
import { damages, randomFrom } from './damage.js';
import { cite } from './extract.js';

const read = (text: string) =>
  cite(text).citations.map(({ type, number, repaired, date }) => [type, number, repaired?.number ?? null, date]);

describe('a number whose figures or letters are torn', () => {
  it.each([
    ['Công văn số 6 214/UBND-TH ngày 03/4/2023', 'CV', '6214/UBND-TH', null, '2023-04-03'],
    ['Nghị định số 31/2 018/NĐ-CP ngày 08/3/2018', 'NĐ', '31/2018/NĐ-CP', null, '2018-03-08'],
    ['Kế hoạch số 52/KH-UB ND ngày 09/02/2022', 'KH', '52/KH-UBND', null, '2022-02-09'],
    ['Kế hoạch số 52/KH-SLĐT BXH', 'KH', '52/KH-SLĐTBXH', null, null],
    ['Công văn số 733/STC - QLNS ngày 05/6/2023', 'CV', '733/STC-QLNS', null, '2023-06-05'],
    ['Công văn số 733/STC-Q LNS ngày 05/6/2023', 'CV', '733/STC-QLNS', null, '2023-06-05'],
    ['Quyết định số 27\n/QĐ-\nUBND\nngày 03/4/2023', 'QĐ', '27/QĐ-UBND', null, '2023-04-03'],
    ['Thông báo số 61/TB-UBNDngày 03/4/2023', 'TB', '61/TB-UBND', null, '2023-04-03'],
    ['Thông báo số61/TB-UBND', 'TB', '61/TB-UBND', null, null],
    ['Quyếtđịnhsố61/QĐ-UBND', 'QĐ', '61/QĐ-UBND', null, null],
  ])('is read in «%s»', (text, ...expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a number whose signs are lost or spoiled', () => {
  it.each([
    ['Quyết định số 734QĐ-TTg', '734QĐ-TTg', '734/QĐ-TTg'],
    ['Quyết định số 734 QĐ-TTg ngày 03/4/2023', '734QĐ-TTg', '734/QĐ-TTg'],
    ['Kế hoạch số 41lKH-SNV', '41lKH-SNV', '41/KH-SNV'],
    ['Kế hoạch số 41|KH-SNV', '41|KH-SNV', '41/KH-SNV'],
    ['Kế hoạch số 41.KH-SNV', '41.KH-SNV', '41/KH-SNV'],
    ['Nghị quyết số 25/2022NQ-HĐND', '25/2022NQ-HĐND', '25/2022/NQ-HĐND'],
    ['Nghị quyết số 07-NQTU', '07-NQTU', '07-NQ/TU'],
    ["Nghị quyết số 07-NQ'TU", "07-NQ'TU", '07-NQ/TU'],
    ['Quyết định số 88/QĐUBND', '88/QĐUBND', '88/QĐ-UBND'],
    ['Quyết định số 88/QĐ UBND ngày 03/4/2023', '88/QĐUBND', '88/QĐ-UBND'],
    ['Quyết định số 88/QĐ_UBND', '88/QĐ_UBND', '88/QĐ-UBND'],
    ['Công văn số 733/STC QLNS ngày 03/4/2023', '733/STCQLNS', '733/STC-QLNS'],
    ['Kế hoạch số 88/kh-ubnd', '88/kh-ubnd', '88/KH-UBND'],
    ['Luật số 67/2020/qh14', '67/2020/qh14', '67/2020/QH14'],
  ])('is read in «%s» and put right', (text, number, repaired) => {
    expect(cite(text).citations).toMatchObject([{ number, repaired: { number: repaired } }]);
  });

  it.each([
    ['Luật số 67/2020/OH14', '67/2020/QH14'],
    ['Quyết định số 88/QĐ-UBNO', '88/QĐ-UBND'],
    ['Quyết định số 88/QĐ-ƯBND', '88/QĐ-UBND'],
    ['Nghị quyết số 9/NQ-HBND', '9/NQ-HĐND'],
    ['Quyết định số 734/QĐ-TTp', '734/QĐ-TTg'],
    ['Nghị định số 31/2018/NĐ-CF', '31/2018/NĐ-CP'],
    ['Quyết định số S34/QĐ-UBND', '534/QĐ-UBND'],
    ['Thông tư số 73/20I9/TT-BTC', '73/2019/TT-BTC'],
  ])('puts the letters of «%s» right, less sure than of a sound number', (text, repaired) => {
    const [one] = cite(text).citations;
    expect(one).toMatchObject({ repaired: { number: repaired } });
    expect(one!.confidence).toBeLessThan(cite(text.replace(/\S+$/u, repaired)).citations[0]!.confidence);
  });

  it.each([
    ['an office behind a number', 'Quyết định số 12 UBND tỉnh ban hành', []],
    ['a code and words', 'Kế hoạch số 12 KH triển khai', []],
    ['an office behind a whole number', 'Quyết định số 12/QĐ-UBND - UBND tỉnh', ['12/QĐ-UBND']],
    ['another office', 'Quyết định số 12/QĐ-UBND HĐND tỉnh', ['12/QĐ-UBND']],
    ['a letter behind the figures', 'Quyết định số 15a/QĐ-UBND', ['15a/QĐ-UBND']],
    ['a capital behind the figures', 'Quyết định số 15B/QĐ-UBND', ['15B/QĐ-UBND']],
    ['counts', 'tổ chức 12 HN tuyên truyền, 3 CLB và 15 TT học tập', []],
    ['plates, lots and rooms', 'biển số 76A-012.34, lô số 12B KCN, phòng số 3O1', []],
  ])('reads no more into %s', (_, text, numbers) => {
    expect(cite(text).citations.map(({ number, repaired }) => repaired?.number ?? number)).toEqual(numbers);
  });
});

describe('spoiled words before a number', () => {
  it.each([
    ['theo Quyêt đinh sô 61/QĐ-UBND', 'QĐ', 'Quyêt đinh sô 61/QĐ-UBND'],
    ['theo Quyet dinh so 61/QD-UBND', 'QĐ', 'Quyet dinh so 61/QD-UBND'],
    ['theo Kể hoạch sổ 61/KH-UBND', 'KH', 'Kể hoạch sổ 61/KH-UBND'],
    ['theo Quy ết đ ịnh số 61/QĐ-UBND', 'QĐ', 'Quy ết đ ịnh số 61/QĐ-UBND'],
    ["theo Nghi. quyê't sô' 7-NQ/TU", 'NQ', "Nghi. quyê't sô' 7-NQ/TU"],
    ['theo Công vãn s6 61/ABC-XYZ', 'CV', 'Công vãn s6 61/ABC-XYZ'],
    ['theo Công văn sổ 61/ABC-XYZ', 'CV', 'Công văn sổ 61/ABC-XYZ'],
    ['theo Thông íư số 54/2014/TT-BQP', 'TT', 'Thông íư số 54/2014/TT-BQP'],
    ['theo Kê hoạch sô 1045 ngày 10/10/2023', 'KH', 'Kê hoạch sô 1045 ngày 10/10/2023'],
  ])('belong to it: «%s»', (text, type, quote) => {
    expect(cite(text).citations).toMatchObject([{ type, quote, role: 'based-on' }]);
  });

  it.each(['kề hoạch 12 hộ', 'quyêt đinh 15 trường hợp', 'thống trị sô 5', 'báo cao 3/4 chỉ tiêu', 'thứ 12/KH'])(
    'are none without a whole number: «%s»',
    (text) => {
      expect(cite(text).citations).toEqual([]);
    },
  );
});

describe('the fixtures, each reference damaged alone', () => {
  const folder = new URL('../../../fixtures/reports/', import.meta.url);
  const around = 300; // characters kept on each side
  let references: { readonly before: string; readonly one: Citation; readonly after: string }[] = [];

  beforeAll(async () => {
    for (const name of readdirSync(folder)) {
      const document = await readDocument({ bytes: readFileSync(new URL(name, folder)), name });
      for (const one of extract(document).citations) {
        if (one.kind !== 'numbered' || !/[/-]/.test(one.number!) || one.rule === 'citation/list') continue;
        const { start, end } = document.blocks[one.block]!.span;
        references.push({
          before: document.text.slice(Math.max(start, one.span.start - around), one.span.start),
          one,
          after: document.text.slice(one.span.end, Math.min(end, one.span.end + around)),
        });
      }
    }
    references = references.filter(({ before, one, after }) => found(before, one, one.quote, after));
  }, 60_000);

  const numberOf = ({ number, repaired }: Citation): string | undefined =>
    (repaired?.number ?? number)?.replace(/[‐-―]/gu, '-').toLowerCase();
  /** Whether a text with the reference in it has its number and its date. */
  const found = (before: string, one: Citation, printed: string, after: string): boolean =>
    cite(before + printed + after).citations.some(
      (other) =>
        numberOf(other) === numberOf(one) &&
        other.date === one.date &&
        other.span.start < before.length + printed.length &&
        other.span.end > before.length,
    );

  /** Kinds that leave no trace of what was there, or leave two ways to read it. */
  const mostly = new Map([
    ['no spaces', 0.7],
    ['no hyphen', 0.8],
    ['another sign for the hyphen', 0.8],
    ['UBND misread', 0.85],
    ['a letter for a figure', 0.85],
    ['O for Q', 0.9],
  ]);

  it.each(damages.map((damage) => [damage.name, damage] as const))(
    'keep number and date under: %s',
    (name, { spoil }) => {
      const random = randomFrom(7);
      const spoiled = references
        .map((reference) => ({ ...reference, printed: spoil(reference.one.quote, random) }))
        .filter(({ one, printed }) => printed !== one.quote);
      const lost = spoiled.filter(({ before, one, printed, after }) => !found(before, one, printed, after));
      expect(spoiled.length).toBeGreaterThan(1);
      expect(
        lost.length / spoiled.length,
        lost.map(({ printed }) => printed.replace(/\s+/gu, ' ')).join('\n'),
      ).toBeLessThanOrEqual(1 - (mostly.get(name) ?? 0.97));
    },
  );
});
