import { classifyLine, type LineClass } from './classify-line.js';
import { isSentence, isSentenceOfBody } from './head-cues.js';
import type { ReportLine } from './report-lines.js';
import { sectionMarker } from './section-marker.js';
import { typeAtStart, wholeTypeLine } from './type-line.js';

/** What stands above the title and the body, found by going down the first lines; every number is an index into them. */
export interface LetterheadScan {
  /** first line of the letterhead; above it stand the words of a web page */
  readonly start: number;
  /** behind its last line */
  readonly end: number;
  /** lines that only an office prints: motto, number, place and date */
  readonly anchors: number;
  readonly typeLine: number | null;
  readonly subjectLine: number | null;
  readonly addresseeLine: number | null;
  /** motto, number and date that come after the addressee, since a table was read down its left column first */
  readonly beside: readonly number[];
}

const headCharacters = 4000;

/**
 * First line of the letterhead. A page of a web site says over it what the document is: ordinary lines, or its title in
 * capitals, above the lines in capitals that stand over the motto.
 */
function letterheadStart(lines: readonly ReportLine[], classes: readonly LineClass[]): number {
  const motto = classes.indexOf('motto');
  if (motto < 2 || motto > 24) return 0;
  let last = -1;
  for (let at = 0; at < motto; at++) {
    const line = lines[at]!;
    if (classes[at] === 'subject' || classes[at] === 'type' || classes[at] === 'addressee') break;
    if (classes[at] === 'other' && line.lane === null && (!line.upper || isPageTitle(line, at, motto))) last = at;
  }
  // "THỦ TƯỚNG CHÍNH PHỦ" is an office and a letterhead's body.
  for (let at = last + 1; at < motto; at++)
    if ((classes[at] === 'other' || classes[at] === 'position') && lines[at]!.upper) return last + 1;
  return 0;
}

/** "HƯỚNG DẪN TUYỂN SINH NĂM 2016" well above the motto: no office prints its title there. */
const isPageTitle = (line: ReportLine, at: number, motto: number): boolean =>
  at + 2 < motto && line.text.length > 20 && typeAtStart(line.text) !== null;

/**
 * "ĐOÀN TNCS HỒ CHÍ MINH" stands where a State office has the motto, beside or below the body that writes; over one, it
 * is that body's superior.
 */
export function isYouthHeading(lines: readonly ReportLine[], line: ReportLine, at: number): boolean {
  if (!line.upper || !/^doan (?:tncs|thanh nien cong san) ho chi minh$/u.test(line.folded)) return false;
  const next = lines[at + 1];
  const heads = next?.upper === true && next.lane === line.lane && classifyLine(next) === 'other';
  return !heads && lines.slice(0, at).some((each) => each.upper && classifyLine(each) === 'other');
}

/** A table that holds more than the letterhead is read down its left column first: motto and date then come late. */
function besideAddress(lines: readonly ReportLine[], classes: readonly LineClass[], at: number): number[] {
  const table = lines[at]!.lane?.split(':')[0];
  if (table === undefined || table === 'gap') return [];
  return lines.flatMap((line, index) =>
    index > at && line.lane?.startsWith(`${table}:`) && ['motto', 'dateline', 'number'].includes(classes[index]!)
      ? [index]
      : [],
  );
}

/** Goes down the first lines of a report to its type line, its addressee or its body. */
export function scanLetterhead(lines: readonly ReportLine[], classes: readonly LineClass[]): LetterheadScan {
  const start = letterheadStart(lines, classes);
  let end = 0;
  let seen = 0;
  let anchors = 0;
  let subjectLine: number | null = null;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    const kind = classes[at]!;
    seen += line.text.length;
    if (seen > headCharacters) break;
    if (kind === 'motto' || kind === 'number' || kind === 'dateline') {
      anchors += 1;
      end = at + 1;
    } else if (kind === 'subject') {
      subjectLine ??= at;
      end = at + 1;
    } else if (kind === 'type' || isPlainType(line, kind, anchors)) {
      return { start, end: at + 1, anchors, typeLine: at, subjectLine, addresseeLine: null, beside: [] };
    } else if (kind === 'addressee') {
      const beside = besideAddress(lines, classes, at);
      return { start, end, anchors: anchors + beside.length, typeLine: null, subjectLine, addresseeLine: at, beside };
    } else if (kind === 'annex' && at < start + 3) {
      // "Mẫu số 08" over the letterhead of a form.
    } else if (kind === 'recipients' || kind === 'annex' || isSentence(line)) break;
    else if (anchors === 0 && !line.upper && kind === 'other' && line.text.length > 120) break;
    else if (/^(?:can cu|kinh thua)(?![\p{L}])/u.test(line.folded)) break;
    else if (sectionMarker(line.text) !== null && (!line.upper || at > start)) break;
  }
  return { start, end, anchors, typeLine: null, subjectLine, addresseeLine: null, beside: [] };
}

/** "Báo cáo" on a line of its own under motto and number, where the capitals were lost. */
const isPlainType = (line: ReportLine, kind: LineClass, anchors: number): boolean =>
  kind === 'other' && anchors >= 2 && /^\p{Lu}/u.test(line.text) && wholeTypeLine(line.text) !== null;

/**
 * The lines above the title that name the superior and the issuing body.
 *
 * @param lane of each line: the right column says where and when, never who
 */
export function bodyLines(
  lines: readonly ReportLine[],
  classes: readonly LineClass[],
  letterhead: readonly number[],
  top: number,
): readonly number[] {
  // A short piece of the motto may have strayed into the left column.
  const mottoLanes = new Set(
    lines
      .filter(
        (line, at) =>
          classes[at] === 'motto' && line.text.length > 8 && line.lane?.includes(':') && !line.lane.startsWith('gap'),
      )
      .map(({ lane }) => lane),
  );
  const above = letterhead.filter(
    (at) =>
      at < top &&
      (classes[at] === 'other' || classes[at] === 'position') &&
      !mottoLanes.has(lines[at]!.lane) &&
      lines[at]!.text.length <= 120,
  );
  const capitals = above.filter((at) => lines[at]!.upper || namesBodyBelow(lines, at));
  if (capitals.length > 0) return capitals;
  // A class or a club may write its name in small letters; beside the motto it stands all the same.
  const besideMotto = new Set([...mottoLanes].map((lane) => lane?.split(':')[0]));
  const first = above.findIndex((at) => !isPlainBody(lines[at]!));
  const plain = above.slice(0, first < 0 ? above.length : first);
  if (plain.length > 0 && classes.includes('motto') && plain[0] === letterhead[0]) return plain;
  return above.filter((at) => {
    const table = lines[at]!.lane?.split(':')[0];
    return table !== undefined && besideMotto.has(table);
  });
}

const bodyHead =
  /^(?:hoi dong|huyen uy|tinh uy|thanh uy|chi bo|dang bo|dang uy|ban(?! hanh)|so|phong|hoi|doan|chi doan|to|truong|trung tam|chi cuc|cong doan|van phong|lien doan|ubnd|uy ban)(?![\p{L}])/u;

/** "Ủy ban nhân dân huyện Mai Sơn": a body whose capitals were lost. */
const isPlainBody = (line: ReportLine): boolean =>
  line.text.length <= 70 && /^\p{Lu}[^\d,;:.]*[\p{L}]$/u.test(line.text) && bodyHead.test(line.folded);

/** "Chi bộ Sở Nội vụ" in small letters right below its superior's line in capitals: it is the body that writes. */
const namesBodyBelow = (lines: readonly ReportLine[], at: number): boolean => {
  const line = lines[at]!;
  const above = lines[at - 1];
  return (
    above?.upper === true &&
    above.lane === line.lane &&
    classifyLine(above) === 'other' &&
    line.text.length <= 70 &&
    /^\p{Lu}\p{Ll}[^\d,;:]*[\p{L}]$/u.test(line.text) &&
    bodyHead.test(line.folded)
  );
};

/** "Số: 255/BC-BCĐPCGD-" … "XMC": the line, one of the next three, that a number cut at its hyphen goes on in. */
export function restOfNumber(lines: readonly ReportLine[], number: number | null): number | null {
  if (number === null || !/\p{Lu}\s?[-–]$/u.test(lines[number]!.text)) return null;
  for (let at = number + 1; at < Math.min(lines.length, number + 4); at++)
    if (/^\p{Lu}[\p{Lu}\d&-]{1,11}$/u.test(lines[at]!.text)) return at;
  return null;
}

/** "thứ hai, 29 07 2019 12:00": the clock line of a web page. */
const isClock = (line: ReportLine): boolean =>
  line.text.length < 60 &&
  /\d{1,2}\D{1,3}\d{1,2}\D{1,3}\d{4}|\d{1,2}:\d{2}/u.test(line.text) &&
  /^(?:thu |chu nhat|ngay|cap nhat|dang |\d)/u.test(line.folded);

/** "Biểu mẫu số 01", "TỈNH HÀ NAM    Biểu số 2": what stands over the title of a form. */
const isFormMark = (line: ReportLine): boolean =>
  /(?:^|\s)(?:bieu|mau|phu luc)(?: mau)? so \d{1,3}\S{0,8}$/u.test(line.folded) ||
  (line.upper && line.text.length <= 30 && /^(?:tinh|huyen|thanh pho|xa) /u.test(line.folded));

/** The headline of a text without a letterhead; -1 when none of its first lines can be one. */
export function headlineAt(lines: readonly ReportLine[], classes: readonly LineClass[]): number {
  const found = lines.findIndex(
    (line, at) =>
      classes[at] === 'other' && !isClock(line) && !isFormMark(line) && line.text.replace(/\P{L}/gu, '').length >= 4,
  );
  // "Căn cứ Kế hoạch số …;": a text that begins with its bases has lost its head.
  return found >= 0 && isSentenceOfBody(lines[found]!) ? -1 : found;
}
