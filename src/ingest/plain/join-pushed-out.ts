import { isPushedOut, type PiecedLine } from '../pushed-out.js';
import type { PlainLine } from './plain-lines.js';

/** Words with at most two blanks between them, from the line's left edge on. */
const piece = /\S+(?: {1,2}\S+)*/gu;

function pieced({ raw, left, right }: PlainLine): PiecedLine {
  const pieces = [...raw.matchAll(piece)];
  const last = pieces.at(-1)!;
  return {
    left,
    right,
    pieces: pieces.length,
    last: { text: last[0], left: last.index },
    firstWord: /\S+/u.exec(raw)![0].length,
  };
}

/** Gives the lines of a text that was wrapped again back what was pushed out of their right column. */
export function joinPushedOut(lines: readonly PlainLine[]): readonly PlainLine[] {
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  // In a text that has a line for a paragraph, nothing was wrapped.
  if (right > widestPage) return lines;
  const joined: PlainLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (
      above !== undefined &&
      line.gapBefore === 0 &&
      line.left === 0 &&
      (above.left > 0.5 * right || above.raw.includes('   ', above.left)) &&
      isPushedOut(pieced(above), pieced(line), { left: 0, right, blank: 1 })
    ) {
      const raw = `${above.raw} ${line.text}`;
      joined[joined.length - 1] = { ...above, raw, text: raw.trim(), original: raw, right: raw.length };
    } else joined.push(line);
  }
  return joined;
}

const widestPage = 140; // columns of the widest wrapped text seen, with room
