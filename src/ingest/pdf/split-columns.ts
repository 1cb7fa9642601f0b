import { markerOf } from '../flowing-lines.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';

/** A letterhead or a signature: lines `from` to `to` (excluded) of a page that stand in two small columns. */
export interface BlockColumns {
  readonly kind: 'block';
  readonly from: number;
  readonly to: number;
  readonly left: readonly TextLine[];
  readonly right: readonly TextLine[];
}

/** Running text set in columns. */
export interface TextColumns {
  readonly kind: 'text';
  readonly from: number;
  readonly to: number;
  /** two or more, from left to right */
  readonly columns: readonly (readonly TextLine[])[];
}

export type ColumnRegion = BlockColumns | TextColumns;

interface Gutter {
  readonly left: number;
  readonly right: number;
}
type Side = 'both' | 'left' | 'right';

const motto = /^(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM)$/u;
// With or without its diacritics: a scan's text layer loses them.
const recipients = /^\P{L}{0,3}n[ơo]i nh[ậa]n/iu;
const addressee = /^k[íi]nh (?:g[ửu]i|tr[ìi]nh)/iu;
const ruled = /^[-–—_=~*.]{3,}$/u;

/** The motto in capitals at the end of a line: the right column of a letterhead, however near the left one comes. */
const isMotto = (words: readonly Word[]) => words.length <= 10 && motto.test(words.map((word) => word.text).join(' '));

/** Gaps of a line that may be a gutter, widest first. */
function guttersOf(line: TextLine): Gutter[] {
  const gutters: Gutter[] = [];
  for (let i = 1; i < line.words.length; i += 1) {
    const before = line.words[i - 1]!;
    const after = line.words[i]!;
    const gap = (after.left - before.right) / line.size;
    // A cell is drawn by itself: the next column's words do not follow in the drawing order.
    const apart = after.first < before.last || after.first > before.last + 3;
    if (gap >= 0.75 || (gap >= 0.4 && apart) || (gap > 0.15 && isMotto(line.words.slice(i))))
      gutters.push({ left: before.right, right: after.left });
  }
  return gutters.sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, 4);
}

const centreOf = (box: { readonly left: number; readonly right: number }) => (box.left + box.right) / 2;
/** A line's words on the two sides of a gutter: it is cut where its own gap covers most of the gutter. */
function within(
  { words }: TextLine,
  gutter: Gutter,
): { readonly left: readonly Word[]; readonly right: readonly Word[] } {
  let cut = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= words.length; i += 1) {
    const from = Math.max(gutter.left, words[i - 1]?.right ?? Number.NEGATIVE_INFINITY);
    const to = Math.min(gutter.right, words[i]?.left ?? Number.POSITIVE_INFINITY);
    if (to - from > most) {
      most = to - from;
      cut = i;
    }
  }
  return { left: words.slice(0, cut), right: words.slice(cut) };
}

/** A gutter is at least this wide, in points and in letter sizes. */
const narrowest = { points: 4, sizes: 0.3 };
/** A signature leaves this much room for the pen and the seal, in points. */
const signingRoom = 150;

interface Stretch {
  readonly from: number;
  to: number;
  gutter: Gutter;
  readonly sides: Side[];
}

/** Whether what stands on both sides of a gutter is one line of text, whose words happen to part there. */
function isOneLine(left: readonly Word[], right: readonly Word[], size: number): boolean {
  if (isMotto(right)) return false;
  const gap = right[0]!.left - left.at(-1)!.right;
  if (gap > 2 * size) return false;
  const usual = [left, right].flatMap((words) => words.slice(1).map((word, i) => word.left - words[i]!.right));
  const widestFirst = usual.sort((a, b) => b - a);
  // Text in three or four columns has other gutters, as wide as this one.
  const gutters = widestFirst.slice(0, 2).filter((other) => other > 0.75 * gap).length;
  return usual.length > 3 && gap < 1.6 * (widestFirst[gutters] ?? 0);
}

const piecesOf = (line: TextLine) =>
  line.words.filter((word, i) => i > 0 && word.left - line.words[i - 1]!.right > 1.2 * line.size).length + 1;

/** Follows a gutter downwards for as long as nothing stands in it. */
function follow(lines: readonly TextLine[], from: number, start: Gutter): Stretch {
  const stretch: Stretch = { from, to: from, gutter: start, sides: [] };
  let listEdge: number | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (at > from && line.baseline - lines[at - 1]!.baseline > signingRoom) break;
    const { left, right } = within(line, stretch.gutter);
    const gutter = {
      left: Math.max(stretch.gutter.left, left.at(-1)?.right ?? Number.NEGATIVE_INFINITY),
      right: Math.min(stretch.gutter.right, right[0]?.left ?? Number.POSITIVE_INFINITY),
    };
    if (addressee.test(line.text)) break;
    if (recipients.test(line.text)) listEdge = line.left;
    const least = Math.max(narrowest.points, narrowest.sizes * line.size);
    const free = gutter.right - gutter.left >= (isMotto(right) ? Math.min(least, 0.15 * line.size) : least);
    if (!free || (left.length > 0 && right.length > 0 && isOneLine(left, right, line.size))) {
      // A long recipient reaches under the signature, where the room for the pen is.
      const item = listEdge !== null && Math.abs(line.left - listEdge) < 8 && /^[-–+]/u.test(line.words[0]!.text);
      if (!item || piecesOf(line) > 1) break;
      stretch.sides.push('left');
      stretch.to = at + 1;
      continue;
    }
    stretch.gutter = gutter;
    stretch.sides.push(left.length === 0 ? 'right' : right.length === 0 ? 'left' : 'both');
    stretch.to = at + 1;
  }
  return stretch;
}

/** Whether a line stands under (or over) lines of one column: at their left edge or around their middle. */
function aligned(line: TextLine, column: readonly TextLine[]): boolean {
  return column.some(
    (other) => Math.abs(other.left - line.left) < 4 || Math.abs(centreOf(other) - centreOf(line)) < 4 + line.size * 0.5,
  );
}

const sideBySide = (a: TextLine, b: TextLine) => Math.abs(a.baseline - b.baseline) < 0.85 * Math.min(a.size, b.size);

/** Makes a region of a stretch when its lines do stand side by side; null when they only happen to leave a gap. */
function regionOf(lines: readonly TextLine[], stretch: Stretch): { region: ColumnRegion; score: number } | null {
  const { gutter, sides, from } = stretch;
  const split = (at: number) => {
    const line = lines[at]!;
    if (sides[at - from] === 'left') return { left: line, right: null };
    const { left, right } = within(line, gutter);
    return {
      left: left.length === 0 ? null : lineOf(left, line.baseline, line.page),
      right: right.length === 0 ? null : lineOf(right, line.baseline, line.page),
    };
  };
  // The core: up to the last line that stands beside another.
  let core = -1;
  let beside = 0;
  for (let i = 0; i < sides.length; i += 1) {
    const pair = i > 0 && sides[i] !== sides[i - 1] && sides[i] !== 'both' && sides[i - 1] !== 'both';
    if (sides[i] === 'both' || (pair && sideBySide(lines[from + i]!, lines[from + i - 1]!))) {
      core = i;
      beside += 1;
    }
  }
  const left: TextLine[] = [];
  const right: TextLine[] = [];
  const take = (at: number) => {
    const parts = split(at);
    if (parts.left !== null) left.push(parts.left);
    if (parts.right !== null) right.push(parts.right);
  };
  const isRecipients = sides.findIndex((side, i) => side !== 'right' && recipients.test(lines[from + i]!.text));
  if (isRecipients !== -1 && core < isRecipients + 1) core = Math.min(sides.length - 1, isRecipients + 1);
  if (core < 0) return null;
  for (let i = 0; i <= core; i += 1) take(from + i);
  // Above it, lines of the right column: an office printed higher than "Nơi nhận".
  let start = from;
  while (start > 0 && left.length > 0) {
    const line = lines[start - 1]!;
    if (line.left < gutter.right || lines[start]!.baseline - line.baseline > 2.4 * line.size) break;
    if (!aligned(line, right) && right.length > 0) break;
    right.unshift(line);
    start -= 1;
  }
  const text = beside >= 6 && isTextColumn(left) && isTextColumn(right);
  const leading = text ? leadingOf(left) : 0;
  // Below it, lines of one column that keep to its edge or its middle.
  let to = from + core + 1;
  for (; to < stretch.to; to += 1) {
    const parts = split(to);
    const line = parts.left ?? parts.right!;
    const column = parts.left === null ? right : left;
    const gap = line.baseline - lines[to - 1]!.baseline;
    const far =
      gap > 2.4 * Math.max(line.size, lines[from]!.size * 0.8) &&
      !(parts.left === null && line.words.length <= 7 && isRecipients !== -1);
    if (parts.left !== null && parts.right !== null) break;
    if (text && gap > 1.1 * leading) break;
    if (far || !aligned(line, column)) {
      if (isRecipients === -1 || parts.left === null || far) break;
    }
    take(to);
  }
  if (left.length === 0 || right.length === 0) return null;

  const texts = (column: readonly TextLine[]) => column.map((line) => line.text);
  const worded = (text: string) => text.length >= 5 && /\p{L}{2}/u.test(text);
  const [leftTexts, rightTexts] = [texts(left), texts(right)];
  // Labels before hanging text, page numbers after a list of contents, prices after goods: no columns.
  if (
    leftTexts.filter(worded).length * 2 < leftTexts.length ||
    rightTexts.filter(worded).length * 2 < rightTexts.length
  )
    return null;
  if (leftTexts.filter((text) => markerOf(text)?.label === text.trim()).length * 2 > leftTexts.length) return null;
  const both = lines.slice(start, to).filter((_, i) => sides[i + start - from] === 'both');
  const many = both.filter((line) => piecesOf(line) > 2).length;
  const columns = text ? [left, right].flatMap(narrower) : [left, right];
  // Three cells a line, of a table without lines, unless sentences run on from line to line in each of the columns.
  if (many * 2 > both.length && (columns.length === 2 || !columns.every(runsOn))) return null;

  const cue = isRecipients !== -1 || right.some(({ words }) => isMotto(words));
  const wide = gutter.right - gutter.left >= 0.75 * lines[from]!.size;
  if (!(beside >= 2 && wide) && !(beside >= 1 && cue) && isRecipients === -1) return null;
  const written = (column: readonly TextLine[]) => column.filter((line) => !ruled.test(line.text));
  return {
    region: text
      ? { kind: 'text', from: start, to, columns: columns.map(written) }
      : { kind: 'block', from: start, to, left: written(left), right: written(right) },
    score: beside + (cue ? 2 : 0),
  };
}

/** Whether many lines begin in the middle of a sentence, as cells do not. */
const runsOn = (column: readonly TextLine[]): boolean =>
  column.filter((line) => /^\p{Ll}/u.test(line.text)).length * 3 > column.length;

/** The columns that a column of running text is itself set in, or it alone. */
function narrower(column: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const [region, ...others] = findColumns(column);
  const isWhole = others.length === 0 && region?.from === 0 && region.to === column.length;
  return isWhole && region.kind === 'text' ? region.columns : [column];
}

/** The usual distance of two lines of a column. */
function leadingOf(column: readonly TextLine[]): number {
  const steps = column.slice(1).map((line, i) => line.baseline - column[i]!.baseline);
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
}

/** Whether most lines of a column fill it, as running text does. */
function isTextColumn(column: readonly TextLine[]): boolean {
  const left = Math.min(...column.map((line) => line.left));
  const right = Math.max(...column.map((line) => line.right));
  const full = column.filter((line) => line.words.length >= 3 && line.right - line.left > 0.8 * (right - left));
  return column.length >= 6 && full.length * 2 > column.length;
}

/** The recipients' lines and the signature may share no baseline at all: the gutter lies between their edges. */
function gutterBesideRecipients(lines: readonly TextLine[], at: number): Gutter[] {
  const line = lines[at]!;
  if (!recipients.test(line.text)) return [];
  const near = lines.slice(Math.max(0, at - 3), at + 16);
  const right = near.filter((other) => other.left > line.right + line.size && other.left > line.left + 120);
  if (right.length === 0) return [];
  return [{ left: line.right, right: Math.min(...right.map((other) => other.left)) }];
}

/** More lines than any page has: a drawing made of letters is read as it stands. */
const mostLines = 600;

/**
 * Finds where the lines of a page stand in columns: the letterhead, the recipients beside the signature, running text in
 * two columns or more.
 *
 * @param lines from top to bottom, without the lines of ruled tables
 * @source domain/layout.md §2, §4
 */
export function findColumns(lines: readonly TextLine[]): ColumnRegion[] {
  const regions: ColumnRegion[] = [];
  if (lines.length > mostLines) return regions;
  for (let at = 0; at < lines.length; ) {
    const after = regions.at(-1)?.to ?? 0;
    let best: { region: ColumnRegion; score: number } | null = null;
    const line = lines[at]!;
    const next = lines[at + 1];
    const starts = [...guttersOf(line), ...gutterBesideRecipients(lines, at)];
    if (next !== undefined && sideBySide(line, next)) {
      if (line.right < next.left) starts.push({ left: line.right, right: next.left });
      else if (next.right < line.left) starts.push({ left: next.right, right: line.left });
    }
    for (const gutter of starts) {
      const found = regionOf(lines, follow(lines, at, gutter));
      if (found !== null && found.region.from >= after && (best === null || found.score > best.score)) best = found;
    }
    if (best === null) at += 1;
    else {
      regions.push(best.region);
      at = best.region.to;
    }
  }
  return regions;
}
