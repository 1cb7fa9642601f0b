import { isPushedOut, type PiecedLine, type TextArea } from '../pushed-out.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';

/** A gap that parts two columns: three typed blanks of a typewriter's face, in letter sizes. */
const wideGap = 1.5;

function pieced({ words, left, right, size }: TextLine): PiecedLine {
  let pieces = 1;
  let from = 0;
  for (let at = 1; at < words.length; at += 1)
    if (words[at]!.left - words[at - 1]!.right > wideGap * size) {
      pieces += 1;
      from = at;
    }
  const last = words.slice(from);
  return {
    left,
    right,
    pieces,
    last: { text: last.map(({ text }) => text).join(' '), left: last[0]!.left },
    firstWord: words[0]!.right - words[0]!.left,
  };
}

/** A wrapped line is drawn right after the line it belongs to; the next line of a column of a table is not. */
const drawnNext = (line: TextLine, next: TextLine): boolean => {
  const step = next.words[0]!.first - line.words.at(-1)!.last;
  return step > 0 && step <= 3;
};

/** The words of `next` behind those of `line`, where they would stand on a wider page. */
function appended(line: TextLine, next: TextLine): TextLine {
  const shift = line.right + 0.5 * line.size - next.left;
  const moved = next.words.map((word): Word => ({ ...word, left: word.left + shift, right: word.right + shift }));
  return lineOf([...line.words, ...moved], line.baseline, line.page);
}

/**
 * Gives the lines of a letterhead or a signature back the words that a narrower page pushed out to the next line.
 *
 * @param lines of one page, from top to bottom
 */
export function joinPushedOut(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.length < 2) return lines;
  const edges = { left: Number.POSITIVE_INFINITY, right: 0 };
  for (const { left, right } of lines) {
    edges.left = Math.min(edges.left, left);
    edges.right = Math.max(edges.right, right);
  }
  const joined: TextLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const near =
      above !== undefined &&
      line.baseline - above.baseline < 1.8 * above.size &&
      Math.abs(line.size - above.size) < 0.6;
    if (near && drawnNext(above, line)) {
      const area: TextArea = { ...edges, blank: 0.5 * line.size };
      if (isPushedOut(pieced(above), pieced(line), area)) {
        joined[joined.length - 1] = appended(above, line);
        continue;
      }
    }
    joined.push(line);
  }
  return joined;
}
