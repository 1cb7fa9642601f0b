import type { LineClass } from './classify-line.js';
import {
  announces,
  attached,
  bases,
  bulleted,
  isAuthority,
  isSentence,
  isSentenceOfBody,
  leavesOpen,
} from './head-cues.js';
import type { ReportLine } from './report-lines.js';
import { sectionMarker } from './section-marker.js';

/** The lines of a title, as indices, and where the head goes on below them. */
export interface TitleLines {
  readonly title: readonly number[];
  /** behind the last line that belongs to the title */
  readonly end: number;
  /** the line at which reading stopped */
  readonly next: number;
}

const keyed =
  /^(?:don vi|ten don vi|ho (?:va )?ten|thoi gian|dia diem|ky bao cao|nguoi (?:bao cao|lap|trinh))[^:]{0,25}:/u;
/** "Chương Ι", whatever letters its number is made of. */
const division = /^(?:chuong|phan|muc|dieu)\s\S{1,4}$/u;
/** A blank form's line: more dots than words. */
const isFormLine = ({ text }: ReportLine): boolean => (text.match(/…|\.{3,}|_{3,}/gu)?.length ?? 0) >= 2;

/** "của Ban Bí thư" between the type and "về …": the Party's form says who speaks on a line of its own. */
const namesAuthor = (line: ReportLine, next: ReportLine | undefined): boolean =>
  /^cua\s\p{L}/u.test(line.folded) &&
  line.text.length <= 70 &&
  next !== undefined &&
  /^(?:ve|v\/v)(?![\p{L}])/u.test(next.folded);

function endsTitle(line: ReportLine, kind: LineClass, previous: ReportLine, count: number): boolean {
  if (kind !== 'other' && !(kind === 'position' && !line.upper)) return true;
  if (count >= 8 || attached.test(line.folded) || sectionMarker(line.text) !== null) return true;
  if (bulleted.test(line.text) || division.test(line.folded)) return true;
  const unfinished = leavesOpen(previous.text);
  if (!unfinished && (keyed.test(line.folded) || isFormLine(line))) return true;
  const goesOn = /^[\p{Ll}“"(\d]/u.test(line.text) || unfinished;
  if (bases.test(line.folded) && /^\p{Lu}/u.test(line.text) && !line.upper && !unfinished) return true;
  if (announces(line) && !/[,“(]$/u.test(previous.text)) return true;
  if (previous.style.bold === true && line.style.bold !== true && line.style.align === 'justify') return true;
  if (isSentence(line) || (/[.;:]$/u.test(line.text) && /^\p{Lu}/u.test(line.text) && !unfinished)) return true;
  if (line.upper && !previous.upper) return true;
  if (goesOn || (line.upper && previous.upper)) return false;
  if (previous.style.bold === true && line.style.bold === true) return false;
  if (previous.style.align === 'center' && line.style.align === 'center') return false;
  if (line.style.align === 'justify' || (previous.style.bold === true && line.style.bold !== true)) return true;
  // Neither look nor grammar tells: a short line without the verb of a report is the title's.
  return (
    line.text.length > 100 ||
    /(?<![\p{L}])(?:báo cáo|nhận được|tổ chức|ban hành|đã)(?![\p{L}])/iu.test(line.text) ||
    /[.:;]$/u.test(line.text)
  );
}

/** "Năm học 2023 - 2024." over "Căn cứ …" or "Thực hiện …": a title's last line with a full stop. */
function closes(lines: readonly ReportLine[], at: number, kind: LineClass): boolean {
  const { text, folded } = lines[at]!;
  const next = lines[at + 1];
  return (
    kind === 'other' &&
    next !== undefined &&
    text.length <= 100 &&
    /[\p{L}\d)]\.$/u.test(text) &&
    !/[.;:,]\s/u.test(text) &&
    sectionMarker(text) === null &&
    !bulleted.test(text) &&
    !bases.test(folded) &&
    !attached.test(folded) &&
    !/(?<![\p{L}])(?:báo cáo|nhận được|tổ chức|ban hành|đã|được|là|có)(?![\p{L}])/iu.test(text) &&
    isSentenceOfBody(next)
  );
}

/**
 * The title below its type line, over what may stand between the two: rules, marks, the number, who speaks.
 *
 * @param typeLine index of the type line
 * @param shared whether the title begins in the type line itself
 */
export function titleUnderType(
  lines: readonly ReportLine[],
  classes: readonly LineClass[],
  typeLine: number,
  shared: boolean,
): TitleLines {
  const title: number[] = shared ? [typeLine] : [];
  let previous = lines[typeLine]!;
  let at = typeLine + 1;
  let end = at;
  while (at < lines.length) {
    const line = lines[at]!;
    const kind = classes[at]!;
    if (title.length === 0 && (kind === 'rule' || kind === 'mark' || kind === 'dateline' || kind === 'number')) {
      at += 1;
      end = at;
      continue;
    }
    if (title.length === 0 && namesAuthor(line, lines[at + 1])) {
      at += 1;
      continue;
    }
    const opens =
      title.length === 0 &&
      (kind === 'subject' || kind === 'other') &&
      !attached.test(line.folded) &&
      !isSentenceOfBody(line) &&
      sectionMarker(line.text) === null;
    if (!opens && (title.length === 0 || (endsTitle(line, kind, previous, title.length) && !closes(lines, at, kind))))
      break;
    if (title.length > 0 && isAuthority(lines, at)) break;
    title.push(at);
    previous = line;
    at += 1;
    end = at;
  }
  if (title.length > 0 && at < lines.length && isAuthority(lines, at)) {
    while (lines[at]!.upper) at += 1;
    end = at;
  }
  while (
    at < lines.length &&
    (classes[at] === 'rule' ||
      attached.test(lines[at]!.folded) ||
      (classes[at] === 'dateline' && !isSentenceOfBody(lines[at]!)))
  ) {
    at += 1;
    end = at;
  }
  return { title, end, next: at };
}

/** A letter's subject goes on over short lines of the left column, between which the right column may stand. */
function endsSubject(line: ReportLine, previous: ReportLine, count: number): boolean {
  // "V/v chính sách thuế" / "GTGT": one word in capitals is its last.
  const acronym = /^[\p{Lu}\d&-]{2,8}[.]?$/u.test(line.text) && !previous.upper;
  if (count >= 7 || (line.upper && !acronym) || sectionMarker(line.text) !== null || bulleted.test(line.text))
    return true;
  if (line.lane !== previous.lane && line.lane !== null && previous.lane !== null) return true;
  if (bases.test(line.folded) && /^\p{Lu}/u.test(line.text)) return true;
  return isSentence(line) || (/^\p{Lu}/u.test(line.text) && line.text.length > 60);
}

/** The subject of a letter, "V/v …", up to the addressee. */
export function subjectLines(
  lines: readonly ReportLine[],
  classes: readonly LineClass[],
  subjectLine: number,
  until: number,
): TitleLines {
  const title: number[] = [subjectLine];
  let previous = lines[subjectLine]!;
  for (let at = subjectLine + 1; at < until; at++) {
    if (classes[at] !== 'other') continue;
    const line = lines[at]!;
    if (endsSubject(line, previous, title.length)) {
      if (line.upper) continue;
      break;
    }
    title.push(at);
    previous = line;
  }
  const end = title.at(-1)! + 1;
  return { title, end, next: end };
}

/** A letter's subject without "V/v": the words right below its number, above the addressee; null when there are none. */
export function unmarkedSubject(
  lines: readonly ReportLine[],
  classes: readonly LineClass[],
  addresseeLine: number,
): number | null {
  const at = classes.indexOf('number') + 1;
  const line = lines[at];
  if (at === 0 || line === undefined || at >= addresseeLine || classes[at] !== 'other' || line.upper) return null;
  const sameColumn = line.lane === lines[at - 1]!.lane;
  return sameColumn && /^\p{Lu}\p{Ll}+(?: \S+){3,}$/u.test(line.text) && !isSentence(line) ? at : null;
}

/** What stands in capitals under a letterhead whose type line is lost. */
export function titleWithoutType(lines: readonly ReportLine[], classes: readonly LineClass[], end: number): TitleLines {
  const title: number[] = [];
  let at = 1 + classes.findLastIndex((kind, index) => index < end && /^(?:motto|number|dateline)$/u.test(kind));
  while (classes[at] === 'rule') at += 1;
  for (; at < lines.length && lines[at]!.upper && classes[at] === 'other' && title.length < 8; at++) {
    if (isAuthority(lines, at) || (title.length === 0 && lines[at]!.text.length < 20)) break;
    if (sectionMarker(lines[at]!.text) !== null) break;
    title.push(at);
  }
  return { title, end: title.length === 0 ? end : Math.max(end, at), next: at };
}
