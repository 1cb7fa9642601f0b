import { describe, expect, it } from 'vitest';
import { isPushedOut, type PiecedLine } from '../../src/ingest/pushed-out.js';

/** A line in columns of a typewriter; three blanks and more part its pieces. */
function line(raw: string): PiecedLine {
  const pieces = [...raw.matchAll(/\S+(?: {1,2}\S+)*/gu)];
  const last = pieces.at(-1)!;
  return {
    left: pieces[0]!.index,
    right: raw.length,
    pieces: pieces.length,
    last: { text: last[0], left: last.index },
    firstWord: /\S+/u.exec(raw)![0].length,
  };
}
const page = { left: 0, right: 78, blank: 1 };
/** Two columns, the right one of which ends at a column of the page. */
const row = (left: string, right: string, end = 76) => line(left + right.padStart(end - left.length));

describe('isPushedOut', () => {
  it.each([
    ['the motto', row('   UBND TỈNH HÀ NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'), 'VIỆT NAM'],
    ['its second line', row('       SỞ NỘI VỤ', 'Độc lập - Tự do - Hạnh'), 'phúc'],
    ['its second line before the dash', row('       SỞ NỘI VỤ', 'Độc lập - Tự do', 77), '- Hạnh phúc'],
    ['a date', row('    Số: 12/BC-SNV', 'Hà Nam, ngày 03 tháng 10'), 'năm 2022'],
    ['a date alone in its column', row('', 'Hà Nam, ngày 03 tháng 10'), 'năm 2022'],
    ['an office', row('Nơi nhận:', 'TRƯỞNG'), 'PHÒNG'],
    ['a name', row('', 'Trần Minh'), 'Phượng'],
  ])('knows the rest of %s', (_, above, next) => {
    expect(isPushedOut(above, line(next), page)).toBe(true);
  });

  it.each([
    ['the left column under a whole motto', row('UBND TỈNH HÀ NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), 'SỞ NỘI VỤ'],
    ['the number under a motto', row('SỞ NỘI VỤ', 'Độc lập - Tự do - Hạnh'), 'Số: 12/BC-SNV'],
    ['a body under a whole date', row('UBND TỈNH HÀ NAM', 'Hà Nam, ngày 03 tháng 10 năm 2022'), 'SỞ NỘI VỤ'],
    ['a recipient', row('Nơi nhận:', 'TM. ỦY BAN NHÂN'), '- Như trên;'],
    ['a line below one with room left', row('Nơi nhận:', 'TRƯỞNG', 68), 'PHÒNG'],
    ['a line that stands in', row('    UBND TỈNH HÀ NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'), '      VIỆT NAM'],
    ['a long line', row('Nơi nhận:', 'TRƯỞNG'), 'Các cơ quan, đơn vị đã hoàn thành tốt các nhiệm vụ'],
    ['running text', line('Các cơ quan, đơn vị đã hoàn thành tốt các nhiệm vụ được giao trong năm vừa'), 'qua'],
    ['an item', line('     1.   Các cơ quan, đơn vị đã hoàn thành tốt nhiệm vụ được giao trong năm'), 'vừa qua'],
    ['a row of three cells', row('1    Xã An Bình           120', 'Tăng so với năm'), 'trước'],
  ])('leaves alone %s', (_, above, next) => {
    expect(isPushedOut(above, line(next), page)).toBe(false);
  });
});
