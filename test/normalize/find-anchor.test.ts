import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnchor } from '../../src/normalize/find-anchor.js';

const mentionsOf = (text: string, ...quotes: readonly string[]) =>
  quotes.map((quote) => ({ quote, span: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length } }));
const anchor = (quote: string, start: number, occurrence = 0) => ({
  kind: 'citation' as const,
  quote,
  start,
  occurrence,
});

describe('a mention is found again', () => {
  const text = 'Theo QĐ số 5/QĐ-UBND và Kế hoạch số 7/KH-UBND.';
  it.each([
    ['where it was', anchor('số 5/QĐ-UBND', 8), ['số 5/QĐ-UBND', 'số 7/KH-UBND'], 0],
    ['when newer rules take more words', anchor('số 7/KH-UBND', 33), ['QĐ số 5/QĐ-UBND', 'Kế hoạch số 7/KH-UBND'], 1],
    ['when newer rules take fewer words', anchor('QĐ số 5/QĐ-UBND', 5), ['5/QĐ-UBND'], 0],
    ['when the text was read anew, and shifted', anchor('số 7/KH-UBND', 133), ['số 7/KH-UBND'], 0],
    ['not when the rules find it no more', anchor('số 5/QĐ-UBND', 8), ['số 7/KH-UBND'], -1],
    ['not when the text has it no more', anchor('số 9/QĐ-UBND', 8), ['số 5/QĐ-UBND'], -1],
    ['not for an empty quote', anchor('', 8), ['số 5/QĐ-UBND'], -1],
  ])('%s', (_, wanted, quotes, expected) => {
    expect(findAnchor(text, wanted, mentionsOf(text, ...quotes))).toBe(expected);
  });

  it('the same of several, when words are put before all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), fc.string({ maxLength: 20 }), (count, which, before) => {
        fc.pre(which < count && !before.includes('số 5'));
        const quote = 'số 5/QĐ';
        const old = `${quote}, `.repeat(count);
        const start = which * (quote.length + 2);
        const shifted = `${before} ${old}`;
        const mentions = Array.from({ length: count }, (_, at) => {
          const from = before.length + 1 + at * (quote.length + 2);
          return { quote, span: { start: from, end: from + quote.length } };
        });
        // Where the old offset happens to hold another of them, that one is taken: nothing tells the two apart.
        fc.pre(!shifted.startsWith(quote, start));
        expect(findAnchor(shifted, anchor(quote, start, which), mentions)).toBe(which);
      }),
    );
  });
});
