import { type Diagnostic, emptyHeader, type Header, type SourceDocument, type TextSpan } from '../../model/index.js';
import { dateAt } from '../../text/dates.js';
import { fold } from '../../text/fold.js';
import type { ReportLine } from '../layout/report-lines.js';
import { type ReportStructure, reportStructure } from '../layout/report-structure.js';
import { typeCodeOf } from '../layout/type-line.js';
import type { Layout } from '../layout.js';
import { markAmong } from './handling-mark.js';
import { familyOfBody, letterheadBodies } from './issuing-bodies.js';
import { openingIssuer } from './opening-issuer.js';
import { type OwnNumber, readOwnNumber } from './own-number.js';
import { properCase } from './proper-case.js';
import { readSigners } from './read-signers.js';
import { readAddressees, readRecipients } from './recipient-lines.js';
import { readTitle } from './report-title.js';

const contextLength = 20_000; // characters

/**
 * Reads what a report says of itself: letterhead, title, addressees, recipients and signature. A news item has a title
 * and nothing else. A number that the letterhead leaves blank is null; the number of a cited document is never taken.
 */
export function extractHeader(
  document: SourceDocument,
  _layout: Layout,
): { readonly header: Header; readonly diagnostics: readonly Diagnostic[] } {
  const structure = reportStructure(document);
  const { lines, head, closing } = structure;
  const diagnostics: Diagnostic[] = [];
  const title = readTitle(structure, document.text);
  if (!head.formal) {
    return {
      header: {
        ...emptyHeader,
        type: typeOfAct(lines),
        title: title?.text ?? null,
        spans: title === null ? {} : { title: title.span },
      },
      diagnostics,
    };
  }

  const at = (index: number | null): ReportLine | null => (index === null ? null : (lines[index] ?? null));
  const spans: { -readonly [field in keyof Header['spans']]: TextSpan } = {};
  const numberLine = at(head.number);
  const own = numberLine === null ? null : readOwnNumber(numberLine, at(head.numberRest)?.text);
  if (own?.number != null) spans.number = own.span;

  const dated = readDateline(structure, document.text);
  if (dated?.placeSpan != null) spans.place = dated.placeSpan;
  if (dated?.dateSpan != null) spans.date = dated.dateSpan;

  const bodies = letterheadBodies(head.bodies.map((index) => lines[index]!));
  // A body names itself on its first pages, if at all.
  const context = document.text.slice(0, contextLength);
  const foldedText = fold(context);
  const joint = bodies.length > 1 && /liên (?:tịch|ngành|bộ)/iu.test(head.type?.name.name ?? '') ? bodies : null;
  const named = bodies.at(-1) ?? null;
  const superior = bodies.length > 1 && joint === null ? bodies[bodies.length - 2]! : null;
  if (named !== null) spans.issuer = named.span;
  if (superior !== null) spans.parent = superior.span;
  // "BAN CHẤP HÀNH TRUNG ƯƠNG" is the Party's, unless the Youth Union's name stands where the motto does.
  const youth =
    head.letterhead.map((index) => lines[index]!.text).find((text) => /^ĐOÀN (?:TNCS|THANH NIÊN)/u.test(text)) ?? null;
  const issuer =
    joint !== null
      ? joint.map(({ name }) => properCase(name, context, foldedText)).join(' - ')
      : named !== null
        ? issuerName(properCase(named.name, context, foldedText), superior?.name ?? youth, context, foldedText)
        : openingIssuer(passagesOf(structure, document.text), document.text, dated?.place ?? null);

  const typeLine = head.type === null ? null : lines[head.type.line]!;
  if (typeLine !== null) {
    const length = Math.min(head.type!.name.length, typeLine.text.length);
    spans.type = { start: typeLine.span.start, end: typeLine.span.start + length };
  }
  // "V/v …" is a letter's, even where its symbol begins like a type's: "26998/CT-TTHT" of a Cục Thuế.
  const letter = head.type === null && /^v\s?\/\s?v/u.test(at(head.title[0] ?? null)?.folded ?? '');
  const type =
    typeUnder(head.type?.name.code ?? null, own) ??
    (letter ? 'CV' : null) ??
    typeBySymbol(own) ??
    (head.addressees.length > 0 || head.classes[head.title[0] ?? -1] === 'subject' || (own !== null && title !== null)
      ? 'CV'
      : null);
  if (title !== null) spans.title = title.span;
  const number = own?.number ?? numberInAnnex(structure, head.type?.name.name ?? null);

  const marks = head.letterhead.filter((index) => head.classes[index] === 'mark').map((index) => lines[index]!);
  if (type === 'BC' && issuer === null)
    diagnostics.push({ code: 'header/no-issuer', level: 'info', message: 'The report names no body that wrote it' });

  return {
    header: {
      type,
      number,
      issuer,
      parent: superior?.name ?? null,
      place: dated?.place ?? null,
      date: dated?.date ?? null,
      title: title?.text ?? null,
      addressees: readAddressees(head.addressees.map((index) => lines[index]!)),
      signers: readSigners(closing.signature.map((index) => lines[index]!)),
      recipients: readRecipients(closing.recipients.map((index) => lines[index]!)),
      secrecy: markAmong(marks, /^(?:tuyet |toi )?mat/u),
      urgency: markAmong(marks, /^(?:hoa toc|thuong khan|khan)/u),
      family: familyOf(structure, own, issuer),
      spans,
    },
    diagnostics,
  };
}

/** "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" below the bases of an act whose head is lost; null where there is none. */
function typeOfAct(lines: readonly ReportLine[]): string | null {
  const opening = lines.slice(0, actLines);
  const at = opening.findIndex(({ upper, folded }) => upper && /^quyet (?:dinh|nghi)\s?:$/u.test(folded));
  if (at < 1 || !opening.slice(0, Math.min(at, 4)).some(({ folded }) => /^-?\s?can cu(?![a-z])/u.test(folded)))
    return null;
  return opening[at]!.folded.startsWith('quyet nghi') ? 'NQ' : 'QĐ';
}
const actLines = 40; // twenty bases at most stand above

/** An office is its body's: "VĂN PHÒNG" under "UBND TỈNH SƠN LA" is "Văn phòng UBND tỉnh Sơn La". */
const issuerName = (name: string, parent: string | null, text: string, foldedText: string): string =>
  parent !== null &&
  /^(?:Văn phòng|Thanh tra|Ban Thường trực|Ban Thường vụ|Ban Chấp hành(?: Trung ương)?|BCH|Thường trực)$/iu.test(name)
    ? `${name} ${properCase(parent, text, foldedText)}`
    : name;

/** A Party regulation ("Quy định") bears the code of a decision in its number: "97-QĐ/TW". */
const typeUnder = (code: string | null, own: OwnNumber | null): string | null =>
  code === 'QyĐ' && own?.symbol?.startsWith('-QĐ/') ? 'QĐ' : code;

/** The type code inside the number when the type line is lost: "45/BC-SNV", "128-BC/BCĐ"; never of a letter. */
function typeBySymbol(own: OwnNumber | null): string | null {
  const codes = own?.symbol?.split(/[-/]/u).filter((part) => part !== '' && !/^\d+$/u.test(part)) ?? [];
  return codes.length > 1 && knownCodes.has(codes[0]!) ? codes[0]! : null;
}
const knownCodes = new Set(
  [
    'Nghị quyết',
    'Quyết định',
    'Chỉ thị',
    'Quy chế',
    'Quy định',
    'Thông báo',
    'Hướng dẫn',
    'Chương trình',
    'Kế hoạch',
    'Phương án',
    'Đề án',
    'Báo cáo',
    'Biên bản',
    'Tờ trình',
    'Công điện',
    'Giấy mời',
    'Kết luận',
    'Thông tư',
    'Nghị định',
    'Công văn',
  ].map(typeCodeOf),
);

function readDateline(
  { lines, head }: ReportStructure,
  text: string,
): {
  place: string | null;
  placeSpan: TextSpan | null;
  date: string | null;
  dateSpan: TextSpan | null;
} | null {
  const candidates = head.dateline === null ? head.letterhead : [head.dateline];
  for (const index of candidates) {
    const line = lines[index]!;
    const from = line.folded.search(/(?<![\p{L}])ngay(?:[\s.…_]{0,24}(?:\d|thang)|$)/u);
    if (from < 0) continue;
    const next = lines[index + 1];
    const goesOn = next !== undefined && head.classes[index + 1] === 'dateline' && next.span.start > line.span.end;
    const whole = goesOn ? text.slice(line.span.start, next.span.end) : line.text;
    // A day that recognition spoiled: "ngày*Ï tháng 11 năm 2024".
    const month = whole.indexOf('tháng', from);
    const found = dateAt(whole, from) ?? (month > 0 && month - from < 12 ? dateAt(whole, month) : null);
    const printed = line.text.slice(0, from);
    const place = printed.replace(/[\s,.;:]+$/u, '').replace(/^[\s,.]+/u, '');
    const named = place !== '' && place.length <= 40 && !/\d/u.test(place) ? place : null;
    const start = line.span.start + printed.indexOf(place);
    return {
      place: named,
      placeSpan: named === null ? null : { start, end: start + place.length },
      date: found?.iso ?? null,
      dateSpan: found?.iso == null ? null : { start: line.span.start + found.start, end: line.span.start + found.end },
    };
  }
  return null;
}

/** "(Kèm theo Báo cáo số 128/BC-BDT ngày …)" under an annex's title says the main document's number. */
function numberInAnnex({ lines, closing }: ReportStructure, typeName: string | null): string | null {
  if (typeName === null) return null;
  for (const line of lines.slice(closing.end, closing.end + 15)) {
    const found =
      /^\(\s*(?:kèm theo|ban hành kèm theo)\s+(?<type>\p{L}+(?:\s\p{L}+){0,2})\s+số\s?:?\s?(?<number>\d{1,5}\s?[-/][\p{L}\d&/.\s-]{2,40}?)(?=\s+ngày|\s+của|,|\))/iu.exec(
        line.text,
      );
    if (found !== null && fold(found.groups!['type']!) === fold(typeName))
      return found.groups!['number']!.replace(/\s/gu, '');
  }
  return null;
}

/** The first sentences of the body and the last ones, where a body speaks of itself. */
function passagesOf({ lines, head, closing }: ReportStructure, text: string): readonly string[] {
  const join = (from: number, to: number) => {
    const piece = lines.slice(Math.max(head.end, from), Math.max(from, to));
    return piece.length === 0 ? '' : text.slice(piece[0]!.span.start, piece.at(-1)!.span.end);
  };
  const closes = [...closing.recipients, ...closing.signature].reduce(
    (least, each) => Math.min(least, each),
    closing.end,
  );
  return [join(head.end, Math.min(head.end + 4, closes)), join(Math.max(head.end, closes - 4), closes)];
}

function familyOf({ lines, head }: ReportStructure, own: OwnNumber | null, issuer: string | null): Header['family'] {
  const of = issuer === null ? null : familyOfBody(fold(issuer));
  if (of === 'front') return 'front';
  const mottos = head.letterhead
    .filter((index) => head.classes[index] === 'motto')
    .map((index) => lines[index]!.folded);
  if (mottos.some((motto) => motto.startsWith('dang cong san'))) return 'party';
  if (mottos.length > 0) return of ?? 'state';
  if (of !== null) return of;
  // "128-BC/BCĐ": a hyphen first is the Party's order; "45/BC-SNV" the State's.
  if (own?.symbol != null) return own.symbol.startsWith('-') ? 'party' : 'state';
  return issuer === null ? null : 'state';
}
