import { addresseeLines } from './addressee-lines.js';
import { classifyLine, type LineClass } from './classify-line.js';
import { isSentence } from './head-cues.js';
import { subjectLines, type TitleLines, titleUnderType, titleWithoutType, unmarkedSubject } from './head-title.js';
import {
  bodyLines,
  headlineAt,
  isYouthHeading,
  type LetterheadScan,
  restOfNumber,
  scanLetterhead,
} from './letterhead-lines.js';
import type { ReportLine } from './report-lines.js';
import { type TypeName, typeAtStart, wholeTypeLine } from './type-line.js';

/** The opening of a report, above its body; every number is an index into the report's lines. */
export interface ReportHead {
  readonly classes: readonly LineClass[];
  /** everything above the title: motto, bodies, number, place and date, marks */
  readonly letterhead: readonly number[];
  /** the lines that name the superior and the issuing body, in reading order */
  readonly bodies: readonly number[];
  readonly number: number | null;
  /** the end of a number that a narrow column cut at its hyphen */
  readonly numberRest: number | null;
  readonly dateline: number | null;
  readonly type: { readonly line: number; readonly name: TypeName } | null;
  /** where the title's words begin in the type line ("BÁO CÁO KẾT QUẢ …"); null when it stands on lines of its own */
  readonly titleInTypeLine: number | null;
  readonly title: readonly number[];
  readonly addressees: readonly number[];
  /** first line of the body */
  readonly end: number;
  /** whether an office wrote it: false for a news item, whose first line is its title */
  readonly formal: boolean;
}

const headLines = 70; // the longest letterhead seen, with stamps and small print, has 31 lines
const longestHeadline = 300; // characters

/** A text that no office wrote: its first line of words is its title. */
function withoutOffice(lines: readonly ReportLine[], classes: readonly LineClass[]): ReportHead {
  const at = headlineAt(lines, classes);
  return {
    classes,
    letterhead: lines.map((_, index) => index).slice(0, Math.max(0, at)),
    bodies: [],
    number: null,
    numberRest: null,
    dateline: null,
    type: null,
    titleInTypeLine: null,
    title: at >= 0 && lines[at]!.text.length <= longestHeadline ? [at] : [],
    addressees: [],
    end: at < 0 ? 0 : at + 1,
    formal: false,
  };
}

/** "BÁO CÁO KẾT QUẢ …" on one line, or a bold "Báo cáo kết quả …" under a letterhead. */
function typeWithTitle(
  lines: readonly ReportLine[],
  classes: readonly LineClass[],
  { start, end, anchors, addresseeLine, subjectLine }: LetterheadScan,
): { readonly line: number; readonly name: TypeName } | null {
  const until = Math.min(lines.length, Math.max(end, 1) + 6, addresseeLine ?? Infinity, subjectLine ?? Infinity);
  for (let at = start; at < until; at++) {
    const line = lines[at]!;
    if (classes[at] !== 'other' || isSentence(line)) continue;
    const name = typeAtStart(line.text);
    const standsOut =
      line.upper ||
      (anchors > 0 && (line.style.bold === true || line.style.align === 'center') && /^\p{Lu}/u.test(line.text));
    if (name !== null && standsOut && (anchors > 0 || at <= 2)) return { line: at, name };
  }
  return null;
}

/** Reads the opening of a report. Pure; looks at the first lines only. */
export function reportHead(all: readonly ReportLine[]): ReportHead {
  const lines = all.slice(0, headLines);
  const classes = lines.map((line, at): LineClass => (isYouthHeading(lines, line, at) ? 'motto' : classifyLine(line)));
  const scan = scanLetterhead(lines, classes);
  const whole = scan.typeLine === null ? null : wholeTypeLine(lines[scan.typeLine]!.text);
  const shared = scan.typeLine === null ? typeWithTitle(lines, classes, scan) : null;
  const type = whole === null ? shared : { line: scan.typeLine!, name: whole };

  const formal = scan.anchors > 0 || type !== null || (scan.addresseeLine !== null && scan.subjectLine !== null);
  if (!formal) return withoutOffice(lines, classes);

  let titleInTypeLine: number | null = null;
  if (shared !== null) {
    const { span, text } = lines[shared.line]!;
    titleInTypeLine = span.end - text.slice(shared.name.length).trimStart().length;
  }
  let read: TitleLines = { title: [], end: scan.end, next: scan.end };
  let addresseeLine = scan.addresseeLine;
  const subject = scan.subjectLine ?? (addresseeLine === null ? null : unmarkedSubject(lines, classes, addresseeLine));
  if (type !== null) {
    read = titleUnderType(lines, classes, type.line, shared !== null);
    if (classes[read.next] === 'addressee') addresseeLine = read.next;
  } else if (subject !== null) read = subjectLines(lines, classes, subject, addresseeLine ?? lines.length);
  else if (addresseeLine === null && classes.includes('number')) read = titleWithoutType(lines, classes, scan.end);

  const { title } = read;
  const addressees = addresseeLine === null ? [] : addresseeLines(lines, addresseeLine);
  const end = Math.min(lines.length, Math.max(scan.end, read.end, (addressees.at(-1) ?? -1) + 1));

  const taken = new Set([...title, ...addressees]);
  const top = type?.line ?? Math.min(addresseeLine ?? end, end);
  const letterhead: number[] = [...scan.beside];
  for (let at = scan.start; at < end; at++) if (!taken.has(at)) letterhead.push(at);
  if (type !== null && !letterhead.includes(type.line) && titleInTypeLine === null) letterhead.push(type.line);
  const firstOf = (kind: LineClass) => {
    const at = classes.findIndex(
      (each, index) =>
        each === kind && index >= scan.start && (index < Math.max(end, top) || scan.beside.includes(index)),
    );
    return at < 0 ? null : at;
  };
  const number = firstOf('number');
  const numberRest = restOfNumber(lines, number);
  return {
    classes,
    letterhead,
    bodies: bodyLines(lines, classes, letterhead, top).filter((at) => at !== numberRest),
    number,
    numberRest,
    dateline: firstOf('dateline'),
    type,
    titleInTypeLine,
    title,
    addressees,
    end,
    formal,
  };
}
