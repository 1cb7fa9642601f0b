import { fold } from '../../text/fold.js';
import type { TextLine } from './page-geometry.js';

interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly tables: readonly unknown[];
}

/** A page number alone on its line: "3", "- 3 -", "Trang 3/12", "iv". */
const pageNumber = /^(?:[-–—]\s*)?(?:(?:trang|page)\s*)?(?:\d{1,4}(?:\s*[/|]\s*\d{1,4})?|[ivx]{1,5})(?:\s*[-–—])?$/iu;
/** Where page numbers and running heads stand: this share of the page's height at its top and its bottom. */
const margin = 0.12;

const keyOf = (line: TextLine) => fold(line.text).toLowerCase().replace(/\d+/g, '#');
const inMargin = (line: TextLine, height: number) =>
  line.baseline < height * margin || line.baseline > height * (1 - margin * 0.75);

/** A running head stands on the pages around it too: so many before and after are compared. */
const around = 20;

/** The letterhead's own lines may stand at the top of several pages: each is the head of another document. */
const letterhead = /cong hoa xa hoi|dang cong san viet|doc lap ?[-–—]/;

/** Whether two lines are the same head: the same words, and numbers that stay or rise with the pages. */
function sameHead(a: string, b: string, pagesBetween: number): boolean {
  if (a === b) return true;
  const numbers = (text: string) => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits));
  const [first, second] = [numbers(a), numbers(b)];
  return first.every((value, i) => value === second[i] || second[i]! - value === pagesBetween);
}

/** Line numbers that are the outermost of their page: the first `depth` and the last `depth`. */
function outermost(count: number, depth: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((i) => i < depth || i >= count - depth);
}

/**
 * Takes page numbers, running heads and feet, and printed watermarks out of the pages' lines.
 *
 * @param pages their lines without those of tables, from top to bottom
 * @source domain/layout.md §6
 */
export function dropFurniture(pages: readonly PageLines[]): TextLine[][] {
  const dropped = new Set<TextLine>();
  // The same words at the same place of many pages.
  const places = new Map<string, { line: TextLine; page: number; outer: boolean }[]>();
  for (const [page, { lines, height }] of pages.entries()) {
    const outer = new Set(outermost(lines.length, 3).filter((i) => inMargin(lines[i]!, height)));
    for (const [i, line] of lines.entries()) {
      const key = keyOf(line);
      if (letterhead.test(key) || !/\p{L}/u.test(key)) continue;
      const all = places.get(key);
      const entry = { line, page, outer: outer.has(i) };
      if (all === undefined) places.set(key, [entry]);
      else all.push(entry);
    }
  }
  const written = pages.filter(({ lines }) => lines.length > 0).length;
  for (const entries of places.values()) {
    if (entries.length < 2) continue;
    for (const [i, entry] of entries.entries()) {
      // The pages around it tell, and a book of thousands of pages takes no longer for each.
      const near = entries.slice(Math.max(0, i - around), i + around + 1);
      const pagesNear = Math.min(written, 2 * around);
      const same = near.filter(
        ({ line, page }) =>
          page !== entry.page &&
          Math.abs(line.baseline - entry.line.baseline) < 4 &&
          sameHead(entry.line.text, line.text, page - entry.page),
      );
      const running = entry.outer && same.length + 1 >= (written === 2 ? 2 : Math.max(3, pagesNear * 0.3));
      const exact = same.filter(
        ({ line }) => Math.abs(line.left - entry.line.left) < 2 && line.text === entry.line.text,
      );
      const printedOver = written >= 4 && exact.length + 1 >= pagesNear * 0.8;
      if (running || printedOver) dropped.add(entry.line);
    }
  }
  return pages.map(({ lines, height, tables }) => {
    let rest = lines.filter((line) => !dropped.has(line));
    for (const from of ['top', 'bottom'] as const) {
      const line = from === 'top' ? rest[0] : rest.at(-1);
      // A lone number that is all a page says is its text.
      if (line !== undefined && rest.length + tables.length > 1 && inMargin(line, height) && pageNumber.test(line.text))
        rest = rest.filter((other) => other !== line);
    }
    return rest;
  });
}
