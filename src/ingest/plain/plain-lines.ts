import { awaitsFigure, type FlowingLine, isRestOf } from '../flowing-lines.js';

/** A line of a text file. Columns are counted from 0, a tab reaching to the next eighth. */
export interface PlainLine extends FlowingLine {
  /** the whole line, tabs expanded */
  readonly raw: string;
  /** tabs as they stood */
  readonly original: string;
  /** from 0, counted by form feeds and page numbers */
  readonly page: number;
  /** a rule stands between it and the line above */
  readonly ruled: boolean;
}

const rule = /^[-=_*~─━—–][\s\-=_*~─━—–]*[-=_*~─━—–]{2}$/u;
/** What rules off the rows of a table: "|---|:--:|", "+----+----+", "├────┼────┤". */
const gridRule = /^[\s\-–—_=~:+|─━═│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]+$/u;
const isRule = (text: string) => rule.test(text) || (gridRule.test(text) && /[-–—_=~─━═]{2}/u.test(text));
const pageNumber = /^(?:[-–—]\s?)?(?:Trang\s+)?(\d{1,3})(?:\s?\/\s?\d{1,3})?(?:\s?[-–—])?$/iu;

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let expanded = '';
  for (const sign of line) expanded += sign === '\t' ? ' '.repeat(8 - (expanded.length % 8)) : sign;
  return expanded;
}

interface Candidate {
  readonly at: number;
  readonly number: number;
}

const shortestRunning = 40; // characters: a line of running text, and none of a table whose grid is lost

/** Whether a figure, between empty lines, parts two halves of one sentence: only a page's number does. */
function cutsSentence(above: string | null, below: string | null, before = '', after = ''): boolean {
  if (above === null || below === null || before.trim() !== '' || after.trim() !== '') return false;
  if (above.length < shortestRunning || below.length < shortestRunning || !isRestOf(above, below)) return false;
  return !awaitsFigure.test(above) || /^\d/u.test(below);
}

/**
 * Lines that hold a page number alone, as indices into `lines`. A figure alone may also be a cell of a table whose grid
 * is lost, or a note's mark above its text: a page number stands apart from other figures, and far from the next one.
 */
function findPageNumbers(lines: readonly string[]): Set<number> {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const candidates: Candidate[] = [];
  const found = new Set<number>();
  for (const [position, at] of filled.entries()) {
    const line = lines[at]!;
    const number = pageNumber.exec(line.trim())?.[1];
    if (number === undefined) continue;
    const textAt = (index: number | undefined): string | null => (index === undefined ? null : lines[index]!.trim());
    const neighbours = [textAt(filled[position - 1]), textAt(filled[position + 1])] as const;
    if (neighbours.some((text) => text !== null && text.length < 5 && !/\p{L}{2}/u.test(text))) continue;
    candidates.push({ at, number: Number(number) });
    if (cutsSentence(...neighbours, lines[at - 1], lines[at + 1])) found.add(at);
  }
  for (const [index, { at, number }] of candidates.entries()) {
    const line = lines[at]!;
    const far = (other: Candidate | undefined, step: number) =>
      other !== undefined &&
      other.number === number + step &&
      lines.slice(Math.min(at, other.at), Math.max(at, other.at)).join('').length > 600;
    const centred = line.length - line.trimStart().length >= 15;
    const atBreak = [at - 1, at, at + 1].some((near) => lines[near]?.includes('\f'));
    const dressed = /[-–—]\s?\d|trang|\//iu.test(line) && !/^-\d/.test(line.trim());
    if (centred || atBreak || dressed || far(candidates[index - 1], -1) || far(candidates[index + 1], 1)) found.add(at);
  }
  return found;
}

/** The lines of a text file that hold text: page numbers and rules are gone, empty lines are gaps. */
export function plainLines(text: string): PlainLine[] {
  const source = text.split(/\r\n|[\n\r\u2028\u2029]|(?<=[^\n\r])(?=\f)/);
  const numbers = findPageNumbers(source);
  const lines: PlainLine[] = [];
  let gapBefore = 0;
  let page = 0;
  let ruled = false;
  for (const [index, original] of source.entries()) {
    if (original.includes('\f')) page += 1;
    const raw = expandTabs(original.replace(/\f/g, '')).trimEnd();
    const trimmed = raw.trim();
    if (numbers.has(index)) {
      page += 1;
      gapBefore += 1;
    } else if (trimmed === '') gapBefore += 1;
    else if (isRule(trimmed)) ruled = true;
    else {
      lines.push({
        text: trimmed,
        raw,
        original,
        left: raw.length - raw.trimStart().length,
        right: raw.length,
        gapBefore,
        page,
        ruled,
      });
      gapBefore = 0;
      ruled = false;
    }
  }
  return lines;
}
