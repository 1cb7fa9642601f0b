import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../src/store/sentence-around.js';

const around = (text: string, words: string): string => {
  const start = text.indexOf(words);
  return sentenceAround(text, { start, end: start + words.length }).text;
};

describe('the sentence around a reference', () => {
  it.each([
    [
      'between two others',
      'Đã xong. Xã thực hiện Kế hoạch số 12/KH-UBND từ tháng 3. Còn lại chờ.',
      'Xã thực hiện Kế hoạch số 12/KH-UBND từ tháng 3.',
    ],
    [
      'at the head of its paragraph',
      'I. KẾT QUẢ\nKế hoạch số 12/KH-UBND đã xong. Hết.',
      'Kế hoạch số 12/KH-UBND đã xong.',
    ],
    [
      'in a paragraph without a stop',
      'Căn cứ:\n- Kế hoạch số 12/KH-UBND của huyện\n- Luật khác',
      '- Kế hoạch số 12/KH-UBND của huyện',
    ],
    ['as the whole text', 'Kế hoạch số 12/KH-UBND', 'Kế hoạch số 12/KH-UBND'],
  ])('%s', (_, text, sentence) => {
    expect(around(text, 'Kế hoạch số 12/KH-UBND')).toBe(sentence);
  });

  it('does not end at an abbreviation', () => {
    expect(around('Theo Công văn số 8/CV của UBND TP. Huế, việc này dừng. Sau đó tiếp tục.', 'Công văn số 8/CV')).toBe(
      'Theo Công văn số 8/CV của UBND TP. Huế, việc này dừng.',
    );
  });

  it('keeps near the words where a paragraph never ends', () => {
    const far = 'chữ '.repeat(5000);
    const { text, mark } = sentenceAround(`${far}số 12/KH ${far}`, { start: far.length, end: far.length + 8 });
    expect(text.length).toBeLessThan(1300);
    expect(text.slice(mark.start, mark.end)).toBe('số 12/KH');
  });

  it('holds the words at their mark, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'Đ', '.', ' ', '\n', '1', '!', '”', '😀'),
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
        const [start, end] = [one % whole.length, other % whole.length].sort((a, b) => a - b) as [number, number];
        const sentence = sentenceAround(whole, { start, end: end + 1 });
        expect(sentence.text.slice(sentence.mark.start, sentence.mark.end)).toBe(whole.slice(start, end + 1));
        expect(whole).toContain(sentence.text);
      }),
    );
  });
});
