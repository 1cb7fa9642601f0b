import { expect, it } from 'vitest';
import { flowLine, joinParagraphs, measureOf } from '../../../src/ingest/pdf/join-paragraphs.js';
import { lineOf, type TextLine } from '../../../src/ingest/pdf/page-geometry.js';

const size = 14;
/** A line of letters 7 points wide, from `left` on. */
function line(text: string, left: number, row: number, bold = false): TextLine {
  const words = [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    text: word,
    left: left + 7 * index,
    right: left + 7 * (index + word.length),
    size,
    bold,
    italic: false,
    first: row * 100 + index,
    last: row * 100 + index + word.length - 1,
  }));
  return lineOf(words, 100 + 18 * row, 1);
}
const paragraphs = (...all: readonly TextLine[]): string[] => {
  const measure = measureOf(all);
  return joinParagraphs(all.map((each) => flowLine(each, measure, 1))).map((paragraph) =>
    paragraph.lines.map(({ text }) => text).join(' / '),
  );
};

const title = 'kết quả phong trào làm đường của các bản trong xã năm nay và';
it.each([
  ['that stands in', line('xã có 12 bản làm được 3 km đường.', 85, 1)],
  ['at the margin', line('xã có 12 bản làm được 3 km đường.', 57, 1)],
])('parts a bold title that is the widest line of a short page from a paragraph %s', (_, next) => {
  const rest = line('Nhân dân góp 200 ngày công.', 57, 2);
  expect(paragraphs(line(title, 125, 0, true), next, rest)[0]).toBe(title);
});

it('keeps a paragraph whole whose first line is in bold', () => {
  const bold = line('Điều 1. Sửa đổi, bổ sung khoản 2 về việc quản lý và sử dụng', 85, 0, true);
  const next = line('kinh phí của các cơ quan, đơn vị thuộc tỉnh trong năm học mới', 57, 1);
  expect(paragraphs(bold, next, line('theo quy định.', 57, 2))).toHaveLength(1);
});

it('keeps a bold title over two lines whole', () => {
  const whole = paragraphs(
    line('Kết quả phong trào làm đường', 180, 0, true),
    line('của các bản trong xã', 208, 1, true),
    line('Trong năm nay các bản của xã đã cùng nhau làm được nhiều đường', 57, 3),
  );
  expect(whole[0]).toBe('Kết quả phong trào làm đường / của các bản trong xã');
});
