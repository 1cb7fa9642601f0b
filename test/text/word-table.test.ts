import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordTable } from '../../src/text/word-table.js';

const table = () =>
  wordTable<number>([
    ['thực', 1],
    ['hiện', 2],
    [',', 3],
  ]);

describe('wordTable', () => {
  it.each([
    ['thực hiện', 0, 'thực', 1, 4],
    ['THỰC HIỆN', 5, 'hiện', 2, 9],
    ['thực, hiện', 4, ',', 3, 5],
    ['Thựcc', 0, 'thựcc', null, 5],
    ['QĐ-UBND', 0, 'qđ', null, 2],
    ['QĐ-UBND', 2, '-', null, 3],
    ['İzmir', 0, 'i̇zmir', null, 5],
    ['𝒜b', 0, '\ud835', null, 1],
  ])('%j at %i is %j', (text, at, word, value, end) => {
    const words = table();
    expect(words.at(text, at, text.length)).toEqual({ text: word, value });
    expect(words.edge()).toBe(end);
  });

  it('cuts a word at the limit', () => {
    const words = table();
    expect(words.at('hiệnn', 0, 4)).toEqual({ text: 'hiện', value: 2 });
    expect(words.at('hiện', 0, 3)).toEqual({ text: 'hiệ', value: null });
    expect(words.edge()).toBe(3);
  });

  it('gives one object for every occurrence of a word', () => {
    const words = table();
    expect(words.at('Ủy', 0, 2)).toBe(words.at('xã ủY', 3, 5));
  });

  it('still knows its own words after more met words than it keeps', () => {
    const words = table();
    for (let at = 0; at < 40_000; at += 1) {
      const met = `w${at.toString(36)}`;
      expect(words.at(met, 0, met.length).text).toBe(met);
    }
    expect(words.at('Hiện', 0, 4)).toEqual({ text: 'hiện', value: 2 });
  });

  it('reads any word as its small letters', () => {
    const words = table();
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}]{1,30}$/u), (text) => {
        const word = words.at(text, 0, text.length);
        expect(word.text).toBe(text.slice(0, words.edge()).toLowerCase());
      }),
    );
  });
});
