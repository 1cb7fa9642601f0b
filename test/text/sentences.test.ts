import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.js';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('cuts at a full stop before a capital', () => {
    expect(cut('Sở đã ban hành kế hoạch. Các phòng đã thực hiện xong./. Nơi nhận')).toEqual([
      'Sở đã ban hành kế hoạch.',
      'Các phòng đã thực hiện xong./.',
      'Nơi nhận',
    ]);
  });

  it.each([
    'UBND TP. Hồ Chí Minh ban hành',
    'KT. GIÁM ĐỐC Sở Nội vụ',
    '1. Căn cứ Luật Đất đai',
    '2.3. Kết quả thực hiện',
    'chương trình, kế hoạch... có liên quan',
    'đạt 1.234 tỷ đồng',
    'ông N. V. An',
  ])('leaves %j whole', (text) => {
    expect(cut(text)).toEqual([text]);
  });

  it('loses no letter', () => {
    const word = fc.constantFrom('Sở', 'ban hành', '12/QĐ-UBND', '.', '. ', '...', '?', '\n', ' ', 'TP.', '(a)', '”');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        expect(cut(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
