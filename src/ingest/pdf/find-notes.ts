import { endsFinally, joinTexts, markerOf } from '../flowing-lines.js';
import { numberOfMark, raisedMarkAtStart } from '../note-marks.js';
import type { Rule, TextLine } from './page-geometry.js';

/** A note at the foot of a page. */
export interface FootNote {
  /** "1", "*"; null: the rest of the note that the page before broke off */
  readonly mark: string | null;
  /** its mark as printed stands in brackets */
  readonly bracketed: boolean;
  /** without the mark */
  readonly paragraphs: readonly string[];
  readonly page: number;
}

/** Notes are set this much smaller than the body, in points. */
const smallerBy = 0.9;
const plainMark = /^(\(?)(\d{1,3}|\*{1,3})(\)?)(?=\s|\p{Lu}|$)/u;

/** The short rule over the notes: from the left edge of the text, a third of its width or so. */
function separatorAbove(line: TextLine, rules: readonly Rule[], above: number): boolean {
  return rules.some(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.bottom < line.baseline - line.size * 0.5 &&
      rule.top > Math.max(above, line.baseline - 34) &&
      rule.right - rule.left > 30 &&
      rule.right - rule.left < 260 &&
      Math.abs(rule.left - line.left) < 60,
  );
}

/**
 * Parts the notes at the foot of a page from its body.
 *
 * @param bodySize letter size of the document's body, in points
 * @returns how many of the lines are body, and the notes under them
 * @source domain/layout.md §7
 */
export function findNotes(
  lines: readonly TextLine[],
  rules: readonly Rule[],
  bodySize: number,
  hasOpenNote: boolean,
): { readonly bodyLines: number; readonly notes: FootNote[] } {
  let start = lines.length;
  let plain = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]!;
    const small = line.size <= bodySize - smallerBy;
    const ruled = separatorAbove(line, rules, lines[at - 1]?.baseline ?? 0);
    if (!small && line.size > bodySize + 0.1) break;
    const text = line.text;
    const raised = raisedMarkAtStart.test(text);
    if (raised && (small || ruled)) start = at;
    else if (ruled && plainMark.test(text)) {
      start = at;
      plain = true;
    } else if (ruled && hasOpenNote && small) start = at;
    if (ruled) break;
    // Notes in the body's own size are told by the rule over them; ten lines are enough to look for it.
    if (!small && lines.length - at > 12) break;
  }
  if (start === lines.length) return { bodyLines: lines.length, notes: [] };

  const notes: { mark: string | null; bracketed: boolean; paragraphs: string[][]; page: number }[] = [];
  for (const line of lines.slice(start)) {
    const text = line.text;
    const raised = raisedMarkAtStart.exec(text);
    const found = raised ?? (plain ? plainMark.exec(text) : null);
    const last = notes.at(-1);
    const number = found === null ? '' : numberOfMark(found[0]) || found[0].replace(/[()]/g, '');
    const inTurn =
      raised !== null || last === undefined || last.mark === null || Number(number) === Number(last.mark) + 1;
    if (found !== null && inTurn) {
      const rest = text.slice(found[0].length).trimStart();
      notes.push({ mark: number, bracketed: /[(⁽]/u.test(found[0]), paragraphs: [[rest]], page: line.page });
    } else if (last === undefined) notes.push({ mark: null, bracketed: false, paragraphs: [[text]], page: line.page });
    else {
      const open = last.paragraphs.at(-1)!;
      const before = open.at(-1)!;
      if (markerOf(text) !== null && endsFinally(before)) last.paragraphs.push([text]);
      else open.push(text);
    }
  }
  return {
    bodyLines: start,
    notes: notes.map((note) => ({
      ...note,
      paragraphs: note.paragraphs.map((texts) => joinTexts(texts.filter((text) => text !== ''))),
    })),
  };
}
