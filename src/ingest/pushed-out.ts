import { endsFinally, markerOf } from './flowing-lines.js';

/** A printed line and the last of its pieces between wide gaps. Edges are in any one unit. */
export interface PiecedLine {
  readonly left: number;
  readonly right: number;
  /** how many pieces wide gaps part it into, at least 1 */
  readonly pieces: number;
  /** its last piece; the whole line where it has one piece */
  readonly last: { readonly text: string; readonly left: number };
  /** width of its first word */
  readonly firstWord: number;
}

/** Between which edges the text of a page is set, and how wide its blanks are. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
  readonly blank: number;
}

/** What a right column prints whole: nothing of it was pushed out. */
const whole =
  /(?:VIỆT NAM|[Hh]ạnh\s?[Pp]húc|HẠNH PHÚC|năm\s?(?:\d{4}|[.…]{2,})|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[-–—_.*\s]{0,20}$/u;
const restOfMotto = /^[-–—]\s?(?:Tự do|Hạnh phúc)/iu;
/** What opens a line of the left column. */
const opensLeft = /^(?:Số\s?[:\d]|V\/v|Nơi nhận|Kính (?:gửi|trình))/iu;

/**
 * Whether `next` holds the last words of the line above it. A letterhead or a signature whose two columns are typed with
 * blanks or tabs is wider than the page of another font: what does not fit at the right is pushed out to the left
 * margin of the next line, under a column that it has nothing to do with ("… Tự do - Hạnh" / "phúc").
 */
export function isPushedOut(line: PiecedLine, next: PiecedLine, area: TextArea): boolean {
  const width = area.right - area.left;
  if (line.pieces > 2 || next.pieces > 1) return false;
  // The line has a right column, …
  const columned = line.pieces === 2 && line.last.left > area.left + 0.35 * width;
  const alone = line.pieces === 1 && line.left > area.left + 0.5 * width;
  if (!columned && !alone) return false;
  // … which reached the edge of the page, so that the next word had no room, …
  if (line.right + area.blank + next.firstWord < area.right) return false;
  // … and the rest is short and stands at the margin.
  if (next.left > area.left + area.blank || next.right > area.left + 0.45 * width) return false;
  if (whole.test(line.last.text) || endsFinally(line.last.text)) return false;
  return (restOfMotto.test(next.last.text) || markerOf(next.last.text) === null) && !opensLeft.test(next.last.text);
}
