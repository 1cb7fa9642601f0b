import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanMentions } from '../../../src/extract/citations/scan-mentions.js';
import { processTime } from '../../process-time.js';
import { cite } from './extract.js';

const piece = fc.constantFrom(
  'Quyết định số 10/QĐ-UBND',
  ' ngày 15/8/2022',
  ' của UBND tỉnh',
  ' về việc ',
  'Luật Đất đai',
  ' năm 2024',
  '; ',
  ', ',
  ' và ',
  '\n',
  'số 12, 13',
  '14-KH/TU',
  'Điều 9 ',
  'khoản 2 ',
  'Thực hiện ',
  'ban hành ',
  '(',
  ')',
  '. ',
  'Nghị quyết Đại hội XIII của Đảng',
  '12/12',
  '¹',
  '“',
  '1O45/QĐ-UBND',
  'Kế hoạch này',
);

describe('always', () => {
  it('every span quotes its text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const { document, citations, relations } = cite(pieces.join(''));
        let end = 0;
        for (const { quote, span, confidence } of citations) {
          expect(document.text.slice(span.start, span.end)).toBe(quote);
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          end = span.end;
        }
        for (const { fromCitation, toCitation } of relations) {
          expect(citations[fromCitation]).toBeDefined();
          expect(citations[toCitation]).toBeDefined();
        }
      }),
    );
  });

  it('spaces, en dashes and line breaks around separators change nothing', () => {
    const gap = fc.constantFrom('', ' ', '\n', '\u00a0');
    fc.assert(
      fc.property(gap, gap, gap, fc.constantFrom('-', '–', '\u2011'), (a, b, c, dash) => {
        fc.pre(!(b !== '' && c !== '' && b === '\n' && c === '\n'));
        const text = `Quyết định số 1085${a}/QĐ${b}${dash}${c}UBND ngày 15/8/2022`;
        expect(scanMentions(text)[0]).toMatchObject({
          number: { typeCode: 'QĐ', issuerSymbol: 'UBND', digits: '1085' },
          date: { iso: '2022-08-15' },
        });
      }),
    );
  });

  it('a text without digits has no numbered citation', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('').replace(/\d/g, 'x');
        expect(cite(text).citations.filter(({ kind }) => kind === 'numbered')).toEqual([]);
      }),
    );
  });

  it('never reaches over two blocks', () => {
    expect(cite(['Quyết định số 10', '/QĐ-UBND ngày 15/8/2022']).citations.map(({ number }) => number)).toEqual(['10']);
  });
});

describe('hostile input', () => {
  const units = [
    '1',
    'A',
    'a',
    ' ',
    '/',
    '-',
    '(',
    '“',
    '1/',
    '1/A',
    '1/QĐ-',
    'QĐ-',
    'số ',
    'Điều 1 ',
    'Quyết định ',
    'Luật ',
    'Ban ',
    '1, ',
    'Nghị quyết Đại hội ',
    'Luật sửa đổi ',
    'Quyêt đinh sô 1 ',
    'sô 1 1 1/QĐ ',
    '1lQĐ ',
    "q u y ê't đ i.nh 1/",
    'của các luật liên quan đến ',
    'của Ban Chỉ đạo ',
    'Quyết định số 1, ',
    'Quyết định số 1/QĐ-UBND, ',
  ];
  it.each(units)('costs linear time in %j', (unit) => {
    const measure = (size: number) => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const begun = processTime();
      scanMentions(text);
      return processTime() - begun;
    };
    measure(20_000);
    // Below 10 ms a busy machine measures itself; a quadratic rule takes seconds at the larger size.
    const small = Math.max(measure(125_000), 10);
    expect(measure(1_000_000)).toBeLessThan(small * 8 * 4);
  });

  it('reads a sentence of thousands of references in linear time', () => {
    const measure = (count: number) => {
      const begun = processTime();
      expect(cite('Thực hiện Quyết định số 1/QĐ-UBND, '.repeat(count)).citations).toHaveLength(count);
      return processTime() - begun;
    };
    measure(200);
    const small = Math.max(measure(500), 10);
    expect(measure(4_000)).toBeLessThan(small * 8 * 4);
  });

  it('follows thousands of lists in linear time', () => {
    const measure = (count: number) => {
      const paragraphs = Array.from({ length: count }, (_, at) =>
        at % 2 === 0 ? 'Căn cứ:' : '- Quyết định số 1/QĐ-UBND;',
      );
      const begun = processTime();
      expect(cite(paragraphs).citations).toHaveLength(count / 2);
      return processTime() - begun;
    };
    measure(200);
    const small = Math.max(measure(1_000), 10);
    expect(measure(8_000)).toBeLessThan(small * 8 * 4);
  });
});
