import type { BlockStyle, SourceDocument, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
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

/** Three blanks or a tab inside a line part two columns that a text file sets side by side. */
const wideGap = /[ ]{3,}|[ ]*\t[ \t]*/gu;
const marks = /no[i1] nhan|doc lap\s*[-–—.]?\s*tu do|cong h\S* xa hoi|dang cong san viet nam/u;

const foldedLength = 160; // the longest line that a rule of this room asks about to its end
const longestCapitals = 400; // no title or name in capitals is longer

const isUpper = (text: string): boolean => {
  if (text.length > longestCapitals || /^.\p{Ll}+ \p{Ll}+ /u.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // A slip of recognition leaves a small letter here and there.
  return letters >= 2 && (text.match(/\p{Ll}/gu)?.length ?? 0) <= letters * 0.1;
};

/**
 * Where the right column's fixed words stand behind the left column's on one line, with one blank between; a short
 * rule, or the motto's end, parts them too where a page was flattened.
 */
const rightColumn =
  /[ ]+[-*_=~]{3,40}[ ]+|(?<=[\p{L}\d:;.)])[ ]+(?=(?:CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$|Độc lập\s?[-–—]\s?Tự do\s?[-–—]))|(?<=Hạnh [Pp]húc|\p{Lu}{2,8} \p{Lu}{2,8})[ ]+(?=\p{Lu}\p{Ll}[\p{L}. -]{0,30},\s?ngày\s)|(?<=\p{Lu}{2})(?<!HÀNH|BCH)[ ]+(?=ĐOÀN TNCS HỒ CHÍ MINH$)/gu;
/** A line without these has no right column. */
const columnWords = /CỘNG H[OÒ]|CỘNG SẢN|Độc lập|Hạnh [Pp]húc|TNCS|, ?ngày /u;
/** Bars part the columns of a table that was saved as text. */
const bars = /[ ]*\|[ ]*/gu;
const besideNumber =
  /^(?<left>\s*Số\s?:?\s?\S{0,12}\s?[/-]\s?[\p{Lu}\d][\p{L}\d&./-]{1,40})(?<gap>\s+)\p{Lu}[\p{L}.\s]{1,30},\s?ngày\s/u;
const besideRecipients = /^(?<left>\s*Nơi nhận\s?:)(?<gap>\s+)(?=[\p{Lu}./\s–-]{6,80}$)/u;
const family =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Trịnh|Đào|Hà|Cao|Lâm|Mai|Tạ|Châu|Nông|Vi|Lò|Quách|Giàng|Sùng|Vàng|Thào|Hứa|Lường|Triệu';
/** "- Lưu: VT. Trần Thị Oanh", "- Vụ Pháp chế - Bộ Huỳnh Tấn Phát": a name printed beside the list; a school may bear one too. */
const besideName = new RegExp(
  `^(?<left>\\s*[-–+•]\\s?[^\\n]{2,100}?)(?<!THPT|THCS|TH|học|non|Trường|[Đđ]ường|phố|chí|[Ôô]ng|[Bb]à|[Đđ]/c|đội|em|thầy|cô|quận|huyện|xã|phường|tên)(?<gap>\\s+)(?=(?:${family})(?: \\p{Lu}\\p{Ll}{0,6}){2,3}$)`,
  'u',
);
const besideArchive =
  /^(?<left>\s*[-–+•]?\s?Lưu[^\n.]{1,40}\.)(?<gap>\s+)(?=\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){2,4}$)/u;
/** "- Sở Nội vụ; TRƯỞNG BAN": a recipient ends, and behind it stand an office or a power in capitals. */
const besideItem =
  /^(?<left>\s*[-–+•]\s?[^\n]{2,100}?[;,.])(?<gap>\s+)(?=(?:T\/?M|K\/?T|T\/?L|TU\/?Q|Q|PHÓ|TRƯỞNG|CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG|BÍ THƯ|CHÁNH|HIỆU TRƯỞNG|CỤC|CHI CỤC|VIỆN|BỘ TRƯỞNG|THỨ TRƯỞNG|ĐỘI|HẠT|TỔ TRƯỞNG|CHỈ HUY)[.\s][\p{Lu}./\s–-]{0,60}$|(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|TRƯỞNG BAN|TRƯỞNG PHÒNG)$)/u;

/** The gap of such a line; a line is looked at only where it can be one of a letterhead or a closing. */
function narrowGap(line: string): readonly { readonly index: number; readonly 0: string }[] {
  if (line.length < 12 || line.length > 240) return [];
  if (line.includes('|')) return [...line.matchAll(bars)];
  if (columnWords.test(line)) {
    const right = [...line.matchAll(rightColumn)];
    if (right.length > 0) return right;
  }
  const beside = /^\s*[-–+•]/u.test(line)
    ? (besideItem.exec(line) ?? besideArchive.exec(line) ?? besideName.exec(line))
    : /^\s*(?:Số|Nơi)/u.test(line)
      ? (besideNumber.exec(line) ?? besideRecipients.exec(line))
      : null;
  return beside === null ? [] : [{ index: beside.groups!['left']!.length, 0: beside.groups!['gap']! }];
}

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
      // Leading blanks are an indent, not a gap.
      const indent = line.length - line.trimStart().length;
      const wide = [...line.matchAll(wideGap)].filter((gap) => gap.index >= indent && gap.index > 0);
      const cuts = wide.length > 0 ? wide : narrowGap(line);
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
  if (/^Số\s?:?$/iu.test(text)) return /^(?:\d{1,5}[a-zđ]?\s?)?[-/]|^\d{1,5}[a-zđ]?\s?[-/]/u.test(next.folded);
  if (/^\p{Lu}\p{Ll}{1,6}$/u.test(text)) return /^\p{Lu}[\p{L}\s.-]{1,30},\s?ngày/u.test(next.text);
  return (
    /^\p{Lu}{1,7}$/u.test(text) &&
    !/^(?:[IVXLC]{1,7}|KHẨN|MẬT|NAM)$/u.test(text) &&
    next.upper &&
    /^\p{Lu}/u.test(next.text) &&
    wholeTypeLine(text) === null
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
