import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuantities } from '../../../src/extract/quantities/extract-quantities.js';
import { processTime } from '../../process-time.js';
import { paragraphs, plainLayout, quantitiesOf } from './read-paragraphs.js';

/** Milliseconds of the processor's time, so that a busy machine fails no test. */
const elapsed = (text: string): number => {
  const document = paragraphs(text);
  const start = processTime();
  extractQuantities(document, plainLayout(document), []);
  return processTime() - start;
};

describe('hostile input', () => {
  it.each([
    '1',
    '1.',
    '1,',
    '1 ',
    '1/',
    '1-',
    '12-A',
    '1 000 ',
    'a',
    'hai ',
    'hai mươi ',
    'một trăm ',
    '1 tỷ ',
    '“1 hộ ',
    '"1 hộ ',
    '1 hộ, ',
    '1 hộ/',
    '1 hộ: ',
    'tăng 1% so với ',
    'trên ',
    'không quá 5 ',
    'số 1 xã ',
    '5% ',
    '(',
    'năm 2021 - 2025 ',
    'tăng so với 5 xã ',
    'một phần ba số xã ',
    'ĐVT: ',
    ') 1% ',
    '(1% ',
    '1 (5%) ',
    '1 (một) ',
    'tăng tỷ lệ 1% ',
    'số hộ: 1 ',
    'năm 2021 1 hộ ',
    '1 hộ, gồm 1 hộ, ',
    '1 hộ (An Phú 1, ',
    '1/2 hộ (1%) ',
    'A Ă Â ',
    '1 triệu con, A ',
  ])('takes time in proportion to its length: «%s» again and again', (piece) => {
    // One sentence without an end. What looks back to its start, or on to its end, for each figure takes minutes here.
    const text = piece.repeat(Math.ceil(120_000 / piece.length));
    expect(elapsed(text)).toBeLessThan(6_000);
  });

  it('gives records that quote the text, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'1 2 03 9.600 36,45 1.250,75 2024 15/63 % ha hộ xã triệu tỷ đồng đồng/người/năm tăng giảm trên hơn từ đến lên còn so với năm hai ba mươi lăm một phần số nửa Điều thôn'.split(
        ' ',
      ),
      ',',
      '.',
      ';',
      ':',
      '(',
      ')',
      '“',
      '”',
      '"',
      '-',
      '–',
      '/',
      '\n',
      'İ',
      '¹',
      'm2',
      'F0',
      '12/KH-UBND',
      'đ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(' ', ''), (pieces, gap) => {
        let end = 0;
        for (const { span } of quantitiesOf(paragraphs(pieces.join(gap)))) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          ({ end } = span);
        }
      }),
      { numRuns: 400 },
    );
  });
});
