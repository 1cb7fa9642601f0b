import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLegacy, seenThrough1252, type TableEncoding } from '../../../fixtures/encode-legacy.js';
import { decodeLegacy } from '../../../src/ingest/legacy/decode.js';
import type { LegacyEncoding } from '../../../src/ingest/legacy/encodings.js';
import { legacyLetters } from '../../../src/text/lexicon/generated/legacy-letters.js';

const tables: readonly TableEncoding[] = ['tcvn3', 'vni', 'viscii', 'vps'];
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
/** Codes that two letters share, as the fonts have it: toned capitals of TCVN3, some of VPS. */
const sharesCode = (letter: string, encoding: TableEncoding) =>
  letter !== letter.toLowerCase() &&
  ['', legacyLetters.find((row) => row.letter === letter.toLowerCase())![encoding]].includes(
    legacyLetters.find((row) => row.letter === letter)![encoding],
  );

describe.each(tables)('the table of %s', (encoding) => {
  it.each(legacyLetters.map(({ letter }) => letter))('gives %s back', (letter) => {
    const bytes = encodeLegacy(letter, encoding);
    const expected = sharesCode(letter, encoding) ? letter.toLowerCase() : letter;
    // As Windows-1252 shows the bytes, and as C1 controls.
    expect(decodeLegacy(seenThrough1252(bytes), encoding)).toBe(expected);
    expect(decodeLegacy(latin1(bytes), encoding)).toBe(expected);
  });
  it('has every letter of Vietnamese, each code once', () => {
    const codes = legacyLetters.filter(({ letter }) => !sharesCode(letter, encoding)).map((row) => row[encoding]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^(?:[\dA-F]{2}){1,2}$/.test(code))).toBe(true);
  });
});

describe('letters that software has changed on the way', () => {
  it.each<[string, LegacyEncoding, string, string]>([
    ['ư is the soft hyphen', 'tcvn3', '®\u00adêng Tr\u00adêng S¬n', 'đường Trường Sơn'],
    ['which producers of PDF turn into a minus', 'tcvn3', 'Thñ t−íng', 'Thủ tướng'],
    ['à is the micro sign', 'tcvn3', 'ngµy', 'ngày'],
    ['which normalisation turns into mu', 'tcvn3', 'ngμy', 'ngày'],
    ['ã is a middle dot, or a bullet operator', 'tcvn3', 'x· x∙', 'xã xã'],
    ['a symbol font stands in the private area', 'tcvn3', '\uf074\uf0d8\uf06e\uf068', 'tỉnh'],
    ['decomposed on the way', 'tcvn3', 'tØnh Qu¶ng Ng·i héi'.normalize('NFD'), 'tỉnh Quảng Ngãi hội'],
    ['quotes and dashes are those of Windows', 'tcvn3', '“§æi míi” – 2001…', '“Đổi mới” – 2001…'],
    ['a capital with a small mark', 'vni', 'Uûy ban, UÛy ban, UÛY BAN, UûY BAN', 'Ủy ban, Ủy ban, ỦY BAN, ỦY BAN'],
    ['a mark without a letter stays', 'vni', 'ù 5ø', 'ù 5ø'],
    ['ơ and ư have codes of their own', 'vni', 'ñöôøng Tröôøng Sôn', 'đường Trường Sơn'],
    ['six capitals are control characters', 'viscii', '\u0002 \u0005 \u0006 \u0014 \u0019 \u001e', 'Ẳ Ẵ Ẫ Ỷ Ỹ Ỵ'],
    ['tones of 1258 seen through 1252', 'windows-1258', 'Quyêìt ðiònh', 'Quyết định'],
    ['UTF-8 seen through 1252', 'utf-8', 'Há»™i Ä‘á»“ng nhÃ¢n dÃ¢n', 'Hội đồng nhân dân'],
  ])('%s (%s)', (_, encoding, shown, meant) => {
    expect(decodeLegacy(shown, encoding)).toBe(meant);
  });
});

const letters = legacyLetters.map(({ letter }) => letter);
const vietnamese = fc
  .array(fc.constantFrom(...letters, ...'abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY0123456789 .,;:/-()'), {
    maxLength: 60,
  })
  .map((all) => all.join(''));

describe('any Vietnamese text', () => {
  it.each<TableEncoding | 'windows-1258' | 'utf-8'>(['vni', 'viscii', 'windows-1258', 'utf-8'])(
    'comes back from %s',
    (encoding) => {
      fc.assert(
        fc.property(vietnamese, (text) => {
          expect(decodeLegacy(seenThrough1252(encodeLegacy(text, encoding)), encoding)).toBe(text.normalize('NFC'));
        }),
      );
    },
  );
  it.each<TableEncoding>(['tcvn3', 'vps'])('comes back from %s but for capitals that have no code', (encoding) => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const back = decodeLegacy(seenThrough1252(encodeLegacy(text, encoding)), encoding);
        expect(back.toLowerCase()).toBe(text.toLowerCase());
      }),
    );
  });
  it('of ASCII stays in all of them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }),
        fc.constantFrom<LegacyEncoding>('tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'utf-8'),
        (text, encoding) => {
          expect(decodeLegacy(text, encoding)).toBe(text);
        },
      ),
    );
  });
});
