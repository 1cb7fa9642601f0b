import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { confirmLetters } from '../../../src/text/nlp/confirm-letters.js';
import { pattern, readSentence } from '../../../src/text/nlp/vietnamese-nlp.js';

const found = (sentence: string): string[] =>
  readSentence(sentence).phrases.map(({ entry, tags }) => `${entry.syllables.join(' ')}/${[...tags].join('+')}`);

describe('readSentence', () => {
  it('finds both grantors of a sum and its parts', () => {
    const sentence =
      '05 người được Bộ trưởng, Chủ nhiệm Ủy ban dân tộc tặng Bằng khen, 01 người được Thủ tướng Chính phủ tặng Bằng khen';
    const reading = readSentence(sentence);
    const grantors = reading
      .match(pattern('duoc [<grantor>.{1,12}?] #Grant'))
      .map(({ groups }) =>
        sentence.slice(reading.words[groups['grantor']!.first]!.start, reading.words[groups['grantor']!.last - 1]!.end),
      );
    expect(grantors).toEqual(['Bộ trưởng, Chủ nhiệm Ủy ban dân tộc', 'Thủ tướng Chính phủ']);
  });

  it.each([
    ['một bằng khen', 'bằng khen/Award'],
    ['CHIẾN SỸ THI ĐUA CƠ SỞ', 'chiến sỹ thi đua cơ sở/Award'],
    ['tập thể lao động tiên tiến', 'tập thể lao động tiên tiến/Award'],
    ['danh hieu lao dong tien tien', 'lao động tiên tiến/Award'],
    ['cờ thi đua ví an ninh tổ quốc', 'cờ thi đua vì an ninh tổ quốc/Award'],
    ['được công nhận', 'được công nhận/Receive'],
  ])('reads «%s»', (sentence, phrase) => {
    expect(found(sentence)).toContain(phrase);
  });

  it.each(['đã tăng 5%', 'bàn ghế và bán hàng', 'mọi số liệu', 'hồ nước', 'đất nước'])(
    'is not misled by the lost tones of «%s»',
    (sentence) => {
      expect(found(sentence)).toEqual([]);
    },
  );

  it('tells worker from recognition, which fold to the same letters', () => {
    expect(found('20 công nhân')).toEqual(['công nhân/Individual']);
    expect(found('công nhận 20')).toEqual(['công nhận/Receive']);
  });

  it('keeps every word at its place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăđtặng Bằng khen,.;:()“”/-%0123456789\n') }), (sentence) => {
        const { words } = readSentence(sentence);
        const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(words.map(({ text }) => text).join(''))).toBe(letters(sentence));
        for (const [i, word] of words.entries()) expect(word.start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('confirmLetters', () => {
  it.each([
    [['hoá'], ['hóa'], 1],
    [['bán'], ['bàn'], 0],
    [['Bằng', 'khen'], ['bằng', 'khen'], 1],
    [['Bang', 'khen'], ['bằng', 'khen'], 0.6],
    [['công', 'nhân'], ['công', 'nhận'], 0.85],
  ])('gives %j for %j: %d', (printed, expected, confidence) => {
    expect(confirmLetters(printed, expected)).toBeCloseTo(confidence);
  });

  it('knows every word as itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('đăng', 'ký', 'hạng', 'Nhất', 'tổ', 'quốc'), { minLength: 1 }),
        (syllables) => {
          expect(confirmLetters(syllables, syllables)).toBe(1);
          expect(syllables.map(fold).length).toBe(syllables.length);
        },
      ),
    );
  });
});
