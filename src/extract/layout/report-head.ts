import { beginsWithOffice, classifyLine, type LineClass } from './classify-line.js';
import type { ReportLine } from './report-lines.js';
import { sectionMarker } from './section-marker.js';
import { type TypeName, typeAtStart, wholeTypeLine } from './type-line.js';

/** The opening of a report, above its body; every number is an index into the report's lines. */
export interface ReportHead {
  readonly classes: readonly LineClass[];
  /** everything above the title: motto, bodies, number, place and date, marks */
  readonly letterhead: readonly number[];
  /** the lines that name the superior and the issuing body, in reading order */
  readonly bodies: readonly number[];
  readonly number: number | null;
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
const headCharacters = 4000;
const bases =
  /^(?:can cu|xet|theo|thuc hien|chap hanh|trien khai|tiep theo|phuc dap|tra loi|ngay \d|kinh thua|sau khi|tren co so|de |nham |trong )/u;
const attached =
  /^\(\s*(?:kem theo|ban hanh|trinh |du thao|so lieu|tinh den|tu ngay|phuc vu|tai lieu|bao cao tai|thuc hien theo)/u;
/** A line that can only be running text: long and closed like a sentence. */
const isSentence = (line: ReportLine): boolean =>
  line.text.length > 220 || (line.text.length > 90 && /[.;:]\S{0,3}$/u.test(line.text));

const keyed =
  /^(?:don vi|ten don vi|ho (?:va )?ten|thoi gian|dia diem|ky bao cao|nguoi (?:bao cao|lap|trinh))[^:]{0,25}:/u;
const leavesOpen = (text: string): boolean =>
  /[,;\-–—“(]$/u.test(text) ||
  (/"$/u.test(text) && (text.match(/"/gu)?.length ?? 0) % 2 === 1) ||
  /(?:\s|^)(?:và|về|của|cho|năm|tỉnh|huyện|các|trên|theo|với|để)$/iu.test(text);
/** "Ban Dân tộc HĐND tỉnh báo cáo như sau:", under whatever title: the first sentence of the body. */
const announces = (line: ReportLine): boolean =>
  /^\p{Lu}\p{Ll}/u.test(line.text) && /(?:nhu sau|bao cao|thong bao|ke hoach|y kien)\s?:$/u.test(line.folded);
const authority = /^(?:uy ban|ubnd|hdnd|hoi dong|chinh phu|quoc hoi|thuong truc|ban (?!hanh)|bo |so )/u;

/**
 * Whether a line in capitals names who decides, between a title in capitals and the first basis: "ỦY BAN NHÂN DÂN TỈNH …"
 * over "Căn cứ …".
 */
function isAuthority(lines: readonly ReportLine[], at: number): boolean {
  const line = lines[at]!;
  if (!line.upper || !(authority.test(line.folded) || beginsWithOffice(line.folded))) return false;
  if (leavesOpen(lines[at - 1]?.text ?? '')) return false;
  let next = at + 1;
  while (next < lines.length && next <= at + 3 && lines[next]!.upper) next += 1;
  return /^(?:-\s*)?(?:can cu|xet|theo de nghi)(?![\p{L}])/u.test(lines[next]?.folded ?? '');
}

/** "của Ban Bí thư" between the type and "về …": the Party's form says who speaks on a line of its own. */
const namesAuthor = (line: ReportLine, next: ReportLine | undefined): boolean =>
  /^cua\s\p{L}/u.test(line.folded) &&
  line.text.length <= 70 &&
  next !== undefined &&
  /^(?:ve|v\/v)(?![\p{L}])/u.test(next.folded);

/**
 * First line of the letterhead. A page of a web site says over it what the document is: ordinary lines, above the lines
 * in capitals that stand over the motto.
 */
function letterheadStart(lines: readonly ReportLine[], classes: readonly LineClass[]): number {
  const motto = classes.indexOf('motto');
  if (motto < 2 || motto > 24) return 0;
  let last = -1;
  for (let at = 0; at < motto; at++) {
    const line = lines[at]!;
    if (classes[at] === 'subject' || classes[at] === 'type' || classes[at] === 'addressee') break;
    if (classes[at] === 'other' && !line.upper && line.lane === null) last = at;
  }
  for (let at = last + 1; at < motto; at++) if (classes[at] === 'other' && lines[at]!.upper) return last + 1;
  return 0;
}

function endsTitle(line: ReportLine, kind: LineClass, previous: ReportLine, count: number): boolean {
  if (kind !== 'other' && !(kind === 'position' && !line.upper)) return true;
  if (count >= 8 || attached.test(line.folded) || sectionMarker(line.text) !== null) return true;
  if (/^[-–—+•]\s*\S/u.test(line.text)) return true;
  const unfinished = leavesOpen(previous.text);
  if (!unfinished && keyed.test(line.folded)) return true;
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

/** A letter's subject goes on over short lines of the left column, between which the right column may stand. */
function endsSubject(line: ReportLine, previous: ReportLine, count: number): boolean {
  if (count >= 7 || line.upper || sectionMarker(line.text) !== null || /^[-–—+•]\s*\S/u.test(line.text)) return true;
  if (line.lane !== previous.lane && line.lane !== null && previous.lane !== null) return true;
  if (bases.test(line.folded) && /^\p{Lu}/u.test(line.text)) return true;
  return isSentence(line) || (/^\p{Lu}/u.test(line.text) && line.text.length > 60);
}

/**
 * "ĐOÀN TNCS HỒ CHÍ MINH" stands where a State office has the motto, beside or below the body that writes; over one, it
 * is that body's superior.
 */
function isYouthHeading(lines: readonly ReportLine[], line: ReportLine, at: number): boolean {
  if (!line.upper || !/^doan (?:tncs|thanh nien cong san) ho chi minh$/u.test(line.folded)) return false;
  const next = lines[at + 1];
  const heads = next?.upper === true && next.lane === line.lane && classifyLine(next) === 'other';
  return !heads && lines.slice(0, at).some((each) => each.upper && classifyLine(each) === 'other');
}

/** Reads the opening of a report. Pure; looks at the first lines only. */
export function reportHead(lines: readonly ReportLine[]): ReportHead {
  const first = lines.slice(0, headLines);
  const classes = first.map(classifyLine);
  first.forEach((line, at) => {
    if (isYouthHeading(first, line, at)) classes[at] = 'motto';
  });
  let end = 0;
  let seen = 0;
  let anchors = 0;
  let typeAt: number | null = null;
  let addresseeAt: number | null = null;
  let subjectAt: number | null = null;
  let inAddress = false;
  const beside: number[] = [];
  const start = letterheadStart(first, classes);
  for (let at = start; at < first.length; at++) {
    const line = first[at]!;
    const kind = classes[at]!;
    seen += line.text.length;
    if (seen > headCharacters) break;
    if (kind === 'motto' || kind === 'number' || kind === 'dateline') {
      // The same words under a body that has begun are somebody else's.
      anchors += 1;
      end = at + 1;
    } else if (kind === 'subject' && typeAt === null) {
      subjectAt ??= at;
      end = at + 1;
    } else if (kind === 'type') {
      typeAt = at;
      end = at + 1;
      break;
    } else if (kind === 'addressee') {
      addresseeAt = at;
      inAddress = true;
      beside.push(...besideAddress(first, classes, at));
      anchors += beside.length;
      break;
    } else if (kind === 'annex' && at < start + 3) {
      // "Mẫu số 08" over the letterhead of a form.
    } else if (
      kind === 'recipients' ||
      kind === 'annex' ||
      isSentence(line) ||
      (anchors === 0 && !line.upper && kind === 'other' && line.text.length > 120)
    )
      break;
    else if (/^(?:can cu|kinh thua)(?![\p{L}])/u.test(line.folded)) break;
    else if (sectionMarker(line.text) !== null && !line.upper) break;
    else if (line.upper && at > start && sectionMarker(line.text) !== null) break;
  }

  let type: ReportHead['type'] = null;
  let titleInTypeLine: number | null = null;
  if (typeAt !== null) {
    const name = wholeTypeLine(first[typeAt]!.text);
    type = name === null ? null : { line: typeAt, name };
  } else {
    // "BÁO CÁO KẾT QUẢ …" on one line, or a bold "Báo cáo kết quả …" under a letterhead.
    for (let at = start; at < Math.min(first.length, Math.max(end, 1) + 6); at++) {
      const line = first[at]!;
      if (addresseeAt !== null && at >= addresseeAt) break;
      if (subjectAt !== null && at >= subjectAt) break;
      if (classes[at] !== 'other' || isSentence(line)) continue;
      const name = typeAtStart(line.text);
      const standsOut =
        line.upper ||
        (anchors > 0 && (line.style.bold === true || line.style.align === 'center') && /^\p{Lu}/u.test(line.text));
      if (name === null || !standsOut || (anchors === 0 && at > 2)) continue;
      type = { line: at, name };
      titleInTypeLine =
        line.span.start +
        name.length +
        (line.text.slice(name.length).length - line.text.slice(name.length).trimStart().length);
      end = at + 1;
      break;
    }
  }

  const formal = anchors > 0 || type !== null || (addresseeAt !== null && subjectAt !== null);
  const title: number[] = [];
  const addressees: number[] = [];
  if (!formal) {
    const at = first.findIndex(
      (line, index) =>
        classes[index] === 'other' &&
        !isClock(line) &&
        !isFormMark(line) &&
        line.text.replace(/\P{L}/gu, '').length >= 4,
    );
    if (at >= 0 && first[at]!.text.length <= 300) title.push(at);
    return {
      classes,
      letterhead: first.map((_, index) => index).slice(0, Math.max(0, at)),
      bodies: [],
      number: null,
      dateline: null,
      type: null,
      titleInTypeLine: null,
      title,
      addressees,
      end: at < 0 ? 0 : at + 1,
      formal,
    };
  }

  if (type !== null) {
    let at = type.line + 1;
    let previous = first[type.line]!;
    if (titleInTypeLine !== null) title.push(type.line);
    while (at < first.length) {
      const line = first[at]!;
      const kind = classes[at]!;
      if (title.length === 0 && (kind === 'rule' || kind === 'mark' || kind === 'dateline' || kind === 'number')) {
        at += 1;
        end = at;
        continue;
      }
      if (title.length === 0 && namesAuthor(line, first[at + 1])) {
        at += 1;
        continue;
      }
      const opens =
        title.length === 0 &&
        (kind === 'subject' || kind === 'other') &&
        !attached.test(line.folded) &&
        !isSentenceOfBody(line) &&
        sectionMarker(line.text) === null;
      if (!opens && (title.length === 0 || endsTitle(line, kind, previous, title.length))) break;
      if (title.length > 0 && isAuthority(first, at)) break;
      title.push(at);
      previous = line;
      at += 1;
      end = at;
    }
    if (title.length > 0 && at < first.length && isAuthority(first, at)) {
      while (first[at]!.upper) at += 1;
      end = at;
    }
    while (
      at < first.length &&
      (classes[at] === 'rule' || attached.test(first[at]!.folded) || classes[at] === 'dateline')
    ) {
      at += 1;
      end = at;
    }
    if (classes[at] === 'addressee') inAddress = true;
    if (inAddress) addresseeAt = at;
  } else if (subjectAt !== null) {
    title.push(subjectAt);
    let previous = first[subjectAt]!;
    for (let at = subjectAt + 1; at < (addresseeAt ?? first.length); at++) {
      if (classes[at] !== 'other') continue;
      const line = first[at]!;
      if (endsSubject(line, previous, title.length)) {
        if (line.upper) continue;
        break;
      }
      title.push(at);
      previous = line;
      if (at >= end) end = at + 1;
    }
  }
  if (type === null && subjectAt === null && addresseeAt === null && classes.includes('number')) {
    // The type line is lost: what stands in capitals under the letterhead is the title.
    let at = 1 + classes.findLastIndex((kind, index) => index < end && /^(?:motto|number|dateline)$/u.test(kind));
    while (classes[at] === 'rule') at += 1;
    for (; at < first.length && first[at]!.upper && classes[at] === 'other' && title.length < 8; at++) {
      if (isAuthority(first, at) || (title.length === 0 && first[at]!.text.length < 20)) break;
      if (sectionMarker(first[at]!.text) !== null) break;
      title.push(at);
      end = Math.max(end, at + 1);
    }
  }
  if (addresseeAt !== null && inAddress) {
    addressees.push(addresseeAt);
    let at = addresseeAt + 1;
    const open =
      /(?::|;|,)$/u.test(first[addresseeAt]!.text) || first[addresseeAt]!.folded.replace(/[^a-z]/gu, '') === 'kinhgui';
    while (at < first.length && at < addresseeAt + 25) {
      const line = first[at]!;
      const before = first[at - 1]!;
      const bullet = /^[-–—+•]\s*\S/u.test(line.text);
      const goesOn = /^\p{Ll}/u.test(line.text) && !/[.]$/u.test(before.text);
      if (
        !(bullet && !isSentence(line)) &&
        !goesOn &&
        !(open && line.text.length <= 90 && /[;,:]$/u.test(before.text) && !bases.test(line.folded))
      )
        break;
      addressees.push(at);
      at += 1;
      if (/\.$/u.test(line.text)) break;
    }
    end = Math.max(end, at);
  }

  const taken = new Set([...title, ...addressees]);
  const top = type?.line ?? Math.min(addresseeAt ?? end, end);
  const letterhead: number[] = [...beside];
  const bodies: number[] = [];
  // The right column says where and when, never who. (A short piece of the motto may have strayed into the left one.)
  const mottoLanes = new Set(
    first
      .filter(
        (line, at) =>
          classes[at] === 'motto' && line.text.length > 8 && line.lane?.includes(':') && !line.lane.startsWith('gap'),
      )
      .map(({ lane }) => lane),
  );
  for (let at = start; at < Math.min(end, first.length); at++) {
    if (taken.has(at)) continue;
    letterhead.push(at);
    const line = first[at]!;
    if (
      at < top &&
      classes[at] !== undefined &&
      (classes[at] === 'other' || classes[at] === 'position') &&
      line.upper &&
      !mottoLanes.has(line.lane) &&
      line.text.length <= 120
    )
      bodies.push(at);
  }
  if (type !== null && !letterhead.includes(type.line) && titleInTypeLine === null) letterhead.push(type.line);
  const firstOf = (kind: LineClass) => {
    const at = classes.findIndex(
      (each, index) => each === kind && index >= start && (index < Math.max(end, top) || beside.includes(index)),
    );
    return at < 0 ? null : at;
  };
  return {
    classes,
    letterhead,
    bodies,
    number: firstOf('number'),
    dateline: firstOf('dateline'),
    type,
    titleInTypeLine,
    title,
    addressees,
    end,
    formal,
  };
}

/** "thứ hai, 29 07 2019 12:00": the clock line of a web page. */
const isClock = (line: ReportLine): boolean =>
  line.text.length < 60 &&
  /\d{1,2}\D{1,3}\d{1,2}\D{1,3}\d{4}|\d{1,2}:\d{2}/u.test(line.text) &&
  /^(?:thu |chu nhat|ngay|cap nhat|dang |\d)/u.test(line.folded);

const isSentenceOfBody = (line: ReportLine): boolean =>
  (bases.test(line.folded) &&
    /^\p{Lu}/u.test(line.text) &&
    !line.upper &&
    (line.text.length > 100 || /[;:.]$/u.test(line.text))) ||
  line.text.length > 400;

/** "Biểu mẫu số 01", "TỈNH HÀ NAM    Biểu số 2": what stands over the title of a form. */
const isFormMark = (line: ReportLine): boolean =>
  /(?:^|\s)(?:bieu|mau|phu luc)(?: mau)? so \d{1,3}\S{0,8}$/u.test(line.folded) ||
  (line.upper && line.text.length <= 30 && /^(?:tinh|huyen|thanh pho|xa) /u.test(line.folded));

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
