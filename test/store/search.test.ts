import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, SearchFilter } from '../../src/store/index.js';
import { numberForm } from '../../src/store/number-form.js';
import { findSnippets } from '../../src/store/snippets.js';
import { indexWords, parseQuery, tsquery } from '../../src/store/word-index.js';
import { enginesUnderTest, importMade, openAt, type Place } from './engines.js';
import type { MadeReport } from './made-report.js';

const numbers = [
  '1085/QĐ-UBND',
  '108/QĐ-UBND',
  '1085/KH-UBND',
  '10850/UBND-VX',
  '38/2023/NĐ-CP',
  '05/NQ-HĐND',
  '21-NQ/TU',
];
const issuer = 'ubnd-tinh-khac';
const made: readonly MadeReport[] = [
  ...numbers.map((number) => ({
    name: `${number.replaceAll('/', ' ')}.txt`,
    text: `Theo ${number}.`,
    cites: [{ quote: number, number }],
  })),
  {
    name: 'tỉnh khác.txt',
    text: 'Theo 1085/QĐ-UBND.',
    cites: [{ quote: '1085/QĐ-UBND', number: '1085/QĐ-UBND', issuer }],
  },
  {
    name: 'tỉnh khác 2.txt',
    text: 'Lại theo 1085/QĐ-UBND.',
    cites: [{ quote: '1085/QĐ-UBND', number: '1085/QĐ-UBND', issuer }],
  },
  {
    name: 'tên.txt',
    text: 'Căn cứ Hiến pháp năm 2013; Hiến pháp 1992; 2013/QĐ-UBND.',
    cites: [
      { quote: 'Hiến pháp năm 2013', number: 'Hiến pháp năm 2013', issuer: 'Quốc hội' },
      { quote: 'Hiến pháp 1992', number: 'Hiến pháp 1992', issuer: 'Quốc hội' },
      { quote: '2013/QĐ-UBND', number: '2013/QĐ-UBND', issuer },
    ],
  },
  {
    name: 'chữ 1.txt',
    text: 'Kết quả giảm nghèo bền vững của huyện.\fTỷ lệ hộ nghèo còn 4,5%; Bán đấu giá tài sản.',
    figures: ['4,5%'],
  },
  { name: 'chữ 2.txt', text: 'Nghe noi: ho ngheo con nhieu. Bàn về giảm nghèo.', awards: ['giảm nghèo'] },
  { name: 'dài.txt', text: `Mở đầu hiếm hoi. ${'đoạn giữa '.repeat(9000)} Kết thúc bất ngờ.` },
];

describe.each(await enginesUnderTest())('search on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    for (const report of made) await importMade(archive, report);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
    rmSync(place.folder, { recursive: true, force: true });
  });

  describe('by number', () => {
    it.each<readonly [string, readonly string[]]>([
      // Two reports rest on the other province's, so it comes first.
      ['1085/QĐ-UBND', ['exact 1085/QĐ-UBND ×2', 'exact 1085/QĐ-UBND ×1', 'other-symbol 1085/KH-UBND ×1']],
      ['1085 qd ubnd', ['folded 1085/QĐ-UBND ×2', 'folded 1085/QĐ-UBND ×1']],
      ['1085/qđ–ubnd', ['folded 1085/QĐ-UBND ×2']],
      ['1085QDUBND', ['folded 1085/QĐ-UBND ×2']],
      ['01085/QĐ-UBND', ['folded 1085/QĐ-UBND ×2']],
      ['QĐ 1085', ['prefix 1085/QĐ-UBND ×2', 'prefix 1085/QĐ-UBND ×1']],
      ['quyết định số 1085', ['prefix 1085/QĐ-UBND ×2', 'prefix 1085/QĐ-UBND ×1']],
      ['Kế hoạch 1085', ['prefix 1085/KH-UBND ×1']],
      ['Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh', ['exact 1085/QĐ-UBND ×2']],
      [
        '1085',
        [
          'number-only 1085/QĐ-UBND ×2',
          'number-only 1085/KH-UBND ×1',
          'number-only 1085/QĐ-UBND ×1',
          'prefix 10850/UBND-VX ×1',
        ],
      ],
      ['1085/Q', ['prefix 1085/QĐ-UBND ×2', 'prefix 1085/QĐ-UBND ×1']],
      ['38/2023', ['prefix 38/2023/NĐ-CP ×1']],
      ['nghị định 38', ['prefix 38/2023/NĐ-CP ×1']],
      ['5/nq-hdnd', ['folded 05/NQ-HĐND ×1']],
      ['21 NQ TU', ['folded 21-NQ/TU ×1']],
      ['1058/QĐ-UBND', ['similar 1085/QĐ-UBND ×2']],
      ['1o85/QĐ-UBND', ['similar 1085/QĐ-UBND ×2']],
      ['38/2023/NĐ-CQ', ['similar 38/2023/NĐ-CP ×1']],
      ['38/NĐ-CP', ['similar 38/2023/NĐ-CP ×1']],
      ['38/2022/NĐ-CP', ['similar 38/2023/NĐ-CP ×1']],
      ['38/1998/NĐ-CP', ['similar 38/2023/NĐ-CP ×1']],
      ['38/2105/NĐ-CP', ['similar 38/2023/NĐ-CP ×1']],
      ['5 nq hdnd tinh khac', ['folded 05/NQ-HĐND ×1']],
    ])('%s', async (query, expected) => {
      const hits = await archive.searchNumbers(query);
      const found = hits.map(({ match, document, reports }) => `${match} ${document.number} ×${reports}`);
      expect(found.slice(0, expected.length)).toEqual(expected);
    });
    it.each([
      ['Hiến pháp năm 2013', ['exact Hiến pháp năm 2013']],
      ['Hiến pháp 2013', ['folded Hiến pháp năm 2013']],
      ['hien phap nam 1992', ['folded Hiến pháp 1992']],
      // what goes by another name is a number still
      ['quyết định 2013', ['prefix 2013/QĐ-UBND']],
    ])('finds by name and year: %s', async (query, expected) => {
      const hits = await archive.searchNumbers(query);
      expect(hits.map(({ match, document }) => `${match} ${document.number}`)).toEqual(expected);
    });
    it.each([
      ['1o85/QĐ-UBND', 'letter-for-digit'],
      ['I085 qd ubnd', 'letter-for-digit'],
      ['1058/QĐ-UBND', 'digit'],
      ['1085/QĐ-UBNO', 'symbol'],
      ['38/NĐ-CP', 'year'],
      ['38/2022/NĐ-CP', 'year'],
      ['38/1998/NĐ-CP', 'year'],
      ['38/2105/NĐ-CP', 'year'],
      ['38/203/NĐ-CP', 'year'],
      ['38/2023/NĐ-CQ', 'symbol'],
      ['1085/QD-UBND', null],
      ['1085', null],
    ])('says of %s what the slip is in: %s', async (query, slip) => {
      const [first] = await archive.searchNumbers(query);
      expect(first?.slip).toBe(slip);
    });
    it.each(['', '   ', '---', 'lO/QĐ-UBND', '9999/QĐ-XYZ', "'; drop table trichluc.report; --", '%', '_', '\\', '\0'])(
      'finds nothing for %j',
      async (query) => {
        expect(await archive.searchNumbers(query)).toEqual([]);
      },
    );
  });

  describe('by number and what stands beside it', () => {
    const places = ['UBND tỉnh Quảng Ngãi', 'UBND tỉnh Bình Định'];
    const years = [2021, 2022];
    beforeAll(async () => {
      for (const issuer of places)
        for (const year of years)
          await importMade(archive, {
            name: `${issuer} ${year}.txt`,
            text: `Theo 77/QĐ-UBND năm ${year}. Sở chè ${year}.`,
            issuer,
            date: `${year}-12-20`,
            cites: [
              {
                quote: '77/QĐ-UBND',
                number: '77/QĐ-UBND',
                issuer: `${issuer} ${year}`,
                date: `${year}-05-0${year - 2020}`,
                role: year === 2021 ? 'based-on' : 'implements',
              },
            ],
          });
    });
    const found = async (query: string, filter: SearchFilter = {}) =>
      (await archive.searchNumbers(query, filter)).flatMap(({ document: { number, issuer, year } }) =>
        number === '77/QĐ-UBND' ? [`${issuer?.slice(10, -5)} ${year}`] : [],
      );
    it.each([
      ['77/QĐ-UBND ngày 02/5/2022 của UBND tỉnh Bình Định', 'Bình Định 2022'],
      ['Quyết định số 77/QĐ-UBND ngày 01 tháng 5 năm 2021 của UBND tỉnh Quảng Ngãi', 'Quảng Ngãi 2021'],
      ['77 qd ubnd quang ngai 2022', 'Quảng Ngãi 2022'],
      ['77 binh dinh 2021', 'Bình Định 2021'],
    ])('%s', async (query, first) => {
      const all = await found(query);
      expect(all).toHaveLength(4);
      expect(all[0]).toBe(first);
    });
    it.each<readonly [SearchFilter, readonly string[]]>([
      [{ issuer: 'quang ngai' }, ['Quảng Ngãi 2021', 'Quảng Ngãi 2022']],
      [{ year: 2021 }, ['Bình Định 2021', 'Quảng Ngãi 2021']],
      [{ issuer: 'Bình Định', year: 2022, type: 'QĐ' }, ['Bình Định 2022']],
      [{ role: 'based-on' }, ['Bình Định 2021', 'Quảng Ngãi 2021']],
      [{ type: 'KH' }, []],
    ])('narrowed to %j', async (filter, expected) => {
      expect((await found('77/QĐ-UBND', filter)).toSorted()).toEqual(expected);
      expect((await found('77', filter)).toSorted()).toEqual(expected);
    });
    it.each<readonly [SearchFilter, number]>([
      [{}, 4],
      [{ issuer: 'binh dinh' }, 2],
      [{ year: 2022 }, 2],
      [{ type: 'BC', year: 2021, issuer: 'quảng ngãi' }, 1],
      [{ role: 'implements' }, 2],
      [{ type: 'KH' }, 0],
    ])('reports with words, narrowed to %j', async (filter, count) => {
      expect((await archive.searchText('"sở chè"', filter)).hits).toHaveLength(count);
    });
  });

  describe('by words', () => {
    const names = async (query: string) =>
      (await archive.searchText(query)).hits.map(({ report, exact }) => `${report.name}${exact ? '' : ' ~'}`);
    it.each<readonly [string, readonly string[]]>([
      ['hộ nghèo', ['chữ 1.txt', 'chữ 2.txt ~']],
      ['ho ngheo', ['chữ 2.txt', 'chữ 1.txt ~']],
      ['HỘ NGHÈO', ['chữ 1.txt', 'chữ 2.txt ~']],
      ['"hộ nghèo"', ['chữ 1.txt', 'chữ 2.txt ~']],
      ['"nghèo bền vững"', ['chữ 1.txt']],
      ['"bền nghèo"', []],
      ['bền nghèo', ['chữ 1.txt']],
      ['bàn', ['chữ 2.txt', 'chữ 1.txt ~']],
      ['38/2023/NĐ-CP', ['38 2023 NĐ-CP.txt']],
      ['hiếm bất ngờ', ['dài.txt ~']], // in two passages
      ['không có từ này', []],
    ])('%s', async (query, expected) => {
      expect((await names(query)).toSorted()).toEqual([...expected].sort());
    });
    it('puts those that stand as typed first', async () => {
      expect((await names('hộ nghèo'))[0]).toBe('chữ 1.txt');
      expect((await names('bàn'))[0]).toBe('chữ 2.txt');
    });
    it('shows the words in their place', async () => {
      const [hit] = (await archive.searchText('"tỷ lệ hộ nghèo"')).hits;
      const [snippet] = hit?.snippets ?? [];
      expect(snippet?.page).toBe(2);
      expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['Tỷ lệ hộ nghèo']);
    });
    it.each(["'", "''", '\\', '& | ! ( ) : *', "a'b", '" ', '<->', "x' | 'y", 'a:*', '\0'])(
      'takes %j as words',
      async (query) => {
        expect((await archive.searchText(query)).hits).toBeInstanceOf(Array);
      },
    );
    it('finds figures and awards by their words', async () => {
      expect((await archive.searchResults('hộ nghèo')).map(({ quantity }) => quantity.quote)).toEqual(['4,5%']);
      expect((await archive.searchAwards('bo truong')).map(({ award }) => award.quote)).toEqual(['giảm nghèo']);
      expect(await archive.searchAwards('khong co')).toEqual([]);
    });
  });
});

describe('a number as it is looked up', () => {
  it.each([
    ['1085/QĐ-UBND', { folded: '1085qdubnd', serial: '1085', letters: 'qdubnd' }],
    ['38/2023/NĐ-CP', { folded: '382023ndcp', serial: '38', letters: '2023ndcp' }],
    ['007-BC/TU', { folded: '7bctu', serial: '7', letters: 'bctu' }],
    ['Luật Đất đai', { folded: 'luatdatdai', serial: '', letters: 'luatdatdai' }],
    ['—', null],
  ])('%s', (printed, expected) => {
    expect(numberForm(printed)).toEqual(expected);
  });
});

describe('the index of words', () => {
  it('covers the whole text once, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const passages = indexWords(text);
        expect(passages[0]?.start).toBe(0);
        expect(passages.at(-1)?.end).toBe(text.length);
      }),
    );
  });
  it('is quick over hostile text', () => {
    const start = Date.now();
    for (const text of ['a'.repeat(1_000_000), 'ạ '.repeat(500_000), "'".repeat(1_000_000)]) {
      indexWords(text);
      findSnippets(text, [], parseQuery('a "ạ a"'));
    }
    expect(Date.now() - start).toBeLessThan(10_000);
  });
  it('reads a query as words and phrases', () => {
    const terms = parseQuery('Hộ "giảm nghèo" 1085/QĐ-UBND “Bền vững');
    expect(tsquery(terms.map(({ words }) => words))).toBe(
      "('ho') & ('giam' <-> 'ngheo') & ('1085' <-> 'qd' <-> 'ubnd') & ('ben') & ('vung')",
    );
  });
});
