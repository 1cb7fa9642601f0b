import type { BlockStyle, SourceDocument, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { columnGaps } from './column-gaps.js';
import { wholeTypeLine } from './type-line.js';

/** A line of a report as it is read: one author's line, or one side of a line that holds two columns. */
export interface ReportLine {
  /** index into `SourceDocument.blocks` */
  readonly block: number;
  /** without the white space around it */
  readonly span: TextSpan;
  readonly text: string;
  /** its beginning, folded; a longer line goes on with "…", so that no pattern takes the cut for its end */
  readonly folded: string;
  /** (nearly) all capitals, as the lines of a letterhead are */
  readonly upper: boolean;
  /** lines of one lane stand below one another: the table's column, or the side of a wide gap; null at full width */
  readonly lane: string | null;
  readonly style: BlockStyle;
}

const marks = /no[i1] nhan|doc lap\s*[-–—.]?\s*tu do|cong h\S* xa hoi|dang cong san viet nam/u;

const foldedLength = 160; // the longest line that a rule of this room asks about to its end
const longestCapitals = 400; // no title or name in capitals is longer

const isUpper = (text: string): boolean => {
  if (text.length > longestCapitals || /^.\p{Ll}+ \p{Ll}+ /u.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // A slip of recognition leaves a small letter here and there.
  return letters >= 2 && (text.match(/\p{Ll}/gu)?.length ?? 0) <= letters * 0.1;
};

/** Tables whose cells are read down the columns: those marked so, and small ones that hold a letterhead or recipients. */
function layoutTables(document: SourceDocument): ReadonlySet<number> {
  const found = new Set<number>();
  document.tables.forEach((table, index) => {
    const small = table.columns <= 3 && table.rows <= 6 && table.span.end - table.span.start < 2000;
    if (table.kind === 'layout') found.add(index);
    else if (small && marks.test(fold(document.text.slice(table.span.start, table.span.end)))) found.add(index);
  });
  return found;
}

/** Blocks in the order a person reads them: layout tables down each column, everything else as it stands. */
function readingOrder(document: SourceDocument, layout: ReadonlySet<number>): readonly number[] {
  const order: number[] = [];
  const done = new Set<number>();
  const ofTable = new Map<number, number[]>();
  document.blocks.forEach((block, index) => {
    if (block.cell !== undefined && layout.has(block.cell.table)) {
      const own = ofTable.get(block.cell.table) ?? [];
      own.push(index);
      ofTable.set(block.cell.table, own);
    }
  });
  document.blocks.forEach((block, index) => {
    if (block.cell === undefined || !layout.has(block.cell.table)) order.push(index);
    else if (!done.has(block.cell.table)) {
      done.add(block.cell.table);
      const own = ofTable.get(block.cell.table)!;
      const place = (at: number) => document.blocks[at]!.cell!;
      order.push(...own.sort((a, b) => place(a).column - place(b).column || place(a).row - place(b).row || a - b));
    }
  });
  return order;
}

/**
 * The lines of a report outside its data tables and footnotes, in reading order. Linear in the length of the text.
 */
export function reportLines(document: SourceDocument): readonly ReportLine[] {
  const layout = layoutTables(document);
  const lines: ReportLine[] = [];
  for (const index of readingOrder(document, layout)) {
    const block = document.blocks[index]!;
    if (block.kind === 'footnote' || (block.cell !== undefined && !layout.has(block.cell.table))) continue;
    const column = block.cell === undefined ? null : `${block.cell.table}:${block.cell.column}`;
    let lineStart = block.span.start;
    for (const line of document.text.slice(block.span.start, block.span.end).split('\n')) {
      let from = 0;
      let side = 0;
      const cuts = columnGaps(line);
      const pieces = [
        ...cuts.map((gap) => [gap.index, gap.index + gap[0].length] as const),
        [line.length, line.length],
      ];
      for (const [until, next] of pieces as readonly (readonly [number, number])[]) {
        const raw = line.slice(from, until);
        // Asterisks of a Markdown text are no part of the words they make bold.
        const lead = /^\s*(?:\*{1,3}(?=[\p{L}\p{N}]))?/u.exec(raw)![0].length;
        const text = raw
          .slice(lead)
          .trimEnd()
          .replace(/(?<=[\p{L}\p{N}.:;,)])\*{1,3}$/u, '');
        if (text !== '') {
          const start = lineStart + from + lead;
          lines.push({
            block: index,
            span: { start, end: start + text.length },
            text,
            folded: text.length <= foldedLength ? fold(text) : `${fold(text.slice(0, foldedLength))}…`,
            upper: isUpper(text),
            lane: column ?? (cuts.length === 0 ? null : `gap:${side}`),
            style: block.style,
          });
        }
        from = next;
        side += 1;
      }
      lineStart += line.length + 1;
    }
  }
  return joinBrokenWords(lines, document.text);
}

const opening = 60; // lines in which a letterhead stands
const power = /^(?:T\/?M|K\/?T|T\/?L|TU\/?Q|Q)\s?[.:]?$/u;

/** Whether a line is only the beginning of the next one, as saved web pages break off the first word of a line. */
function isBrokenOff(text: string, next: ReportLine, at: number): boolean {
  if (power.test(text)) return next.upper;
  if (at >= opening) return false;
  if (/^Kính$/iu.test(text)) return /^(?:gui|goi|trinh)(?![a-z])/u.test(next.folded);
  if (/^Số\s?:?$/iu.test(text)) return /^(?:\d{1,5}[a-zđ]?\s?)?[-/]|^\d{1,5}[a-zđ]?\s?[-/]/u.test(next.folded);
  if (/^\p{Lu}\p{Ll}{1,6}$/u.test(text)) return /^\p{Lu}[\p{L}\s.-]{1,30},\s?ngày/u.test(next.text);
  return (
    /^\p{Lu}{1,7}$/u.test(text) &&
    !/^(?:[IVXLC]{1,7}|KHẨN|MẬT|NAM)$/u.test(text) &&
    next.upper &&
    /^\p{Lu}/u.test(next.text) &&
    wholeTypeLine(text) === null &&
    wholeTypeLine(next.text) === null
  );
}

/** "ỦY" over "BAN NHÂN DÂN", "Số:" over "12/KH-UBND", "TM." over "ỦY BAN": the two are one line, whose span covers both. */
function joinBrokenWords(lines: readonly ReportLine[], text: string): readonly ReportLine[] {
  const joined: ReportLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1];
    const whole =
      line.text.length <= 8 &&
      next !== undefined &&
      next.span.start === line.span.end + 1 &&
      text[line.span.end] === '\n' &&
      (line.lane === next.lane || (line.lane === null && next.lane === 'gap:0')) &&
      isBrokenOff(line.text, next, joined.length);
    if (!whole) joined.push(line);
    else {
      const both = `${line.text} ${next.text}`;
      joined.push({
        ...next,
        block: line.block,
        span: { start: line.span.start, end: next.span.end },
        text: both,
        folded: fold(both.slice(0, foldedLength)),
        upper: isUpper(both),
      });
      at += 1;
    }
  }
  return joined;
}
