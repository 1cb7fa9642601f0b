import { foldKey } from '../text/fold.js';
import { slug } from '../text/slug.js';
import { leavesTypeOpen } from './before-type-codes.js';
import { type CanonicalNumber, canonicalNumber } from './canonical-number.js';
import { documentKey, numberSlug } from './document-key.js';
import { documentNode } from './document-node.js';
import type { bodyResolver } from './issuing-body.js';
import { fullDate, type Mention, type Target, yearOf } from './mention.js';
import { namedDocument } from './named-document.js';
import type { IssuingBody } from './place-body.js';
import { typeName } from './type-name.js';

/** What a report as a whole says for each of its mentions. */
export interface ReportScope {
  readonly resolveBody: ReturnType<typeof bodyResolver>;
  /** parts what cannot be placed from its like in other reports */
  readonly mark: string;
  readonly year: number | null;
}

/**
 * The document that a mention stands for, as far as its report says; null when it has no number and no name.
 */
export function targetOf(mention: Mention, report: ReportScope): Target | null {
  const { citation, number } = mention;
  if (citation.kind === 'named' || (number === null && citation.name !== null)) return namedTarget(mention, report);
  if (number === null) return rawTarget(mention, report);
  const year = number.year ?? yearOf(mention.date);
  const body = report.resolveBody({
    phrase: mention.issuer,
    number,
    date: mention.date ?? (number.year === null ? null : String(number.year)),
    type: mention.type,
    former: mention.former,
  });
  const legal = documentNode({
    number,
    type: mention.type,
    body,
    year,
    issuedOn: fullDate(mention.date),
    title: citation.title,
    printed: citation.number ?? number.printed,
  });
  const candidates = new Set<string>();
  for (const other of body.candidates)
    candidates.add(
      documentNode({
        number,
        type: mention.type,
        body: { ...body, ...other },
        year,
        issuedOn: null,
        title: null,
        printed: number.printed,
      }).key,
    );
  for (const other of mention.others) candidates.add(targetOf({ ...other, others: [] }, report)!.document.key);
  candidates.delete(legal.key);
  const untyped = legal.type === null && leavesTypeOpen(number);
  const reasons = [
    ...mention.reasons,
    ...body.reasons,
    number.impossibleYear !== null ? `impossible-year:${number.impossibleYear}` : null,
    number.year !== null
      ? 'year-in-number'
      : year === null
        ? 'year-unknown'
        : citation.date !== null
          ? 'date-printed'
          : null,
    untyped ? 'type-unknown' : null,
  ].filter((reason) => reason !== null);
  const unsure = mention.reasons.includes('nickname-unsure');
  const open = year === null || number.impossibleYear !== null || !body.certain || untyped || number.family === 'bare';
  return {
    document: legal,
    state: candidates.size > 0 || unsure ? 'ambiguous' : open ? 'unresolved' : 'resolved',
    candidates: [...candidates].sort(),
    reasons: [...new Set(reasons)],
  };
}

function namedTarget({ citation }: Mention, report: ReportScope): Target {
  const printed = citation.name ?? citation.quote;
  const found = namedDocument(printed, citation.type, yearOf(citation.date), report.year, fullDate(citation.date));
  const key = (
    number: string | null,
    year: number | null,
    issuer: string,
  ): { key: string; canonical: CanonicalNumber | null } => {
    const canonical = number === null ? null : canonicalNumber(number, found.type);
    const type = slug(typeName(found.type, null) ?? found.type);
    return {
      key: documentKey(type, issuer, year, canonical === null ? found.slug : numberSlug(canonical)),
      canonical,
    };
  };
  const body: IssuingBody =
    found.issuer === null
      ? report.resolveBody({ phrase: partyBody(printed), number: null, date: citation.date, type: null })
      : { name: found.issuer, slug: slug(found.issuer), certain: true, candidates: [], reasons: [] };
  const own = key(found.number, found.year, body.slug);
  const candidates = found.candidates
    .map(({ number, year }) => key(number, year, body.slug).key)
    .filter((each) => each !== own.key);
  return {
    document: {
      key: own.key,
      type: found.type,
      number: own.canonical?.printed ?? null,
      symbol: own.canonical?.symbol ?? null,
      folded: foldKey(own.canonical?.printed ?? found.name),
      year: found.year,
      issuedOn: fullDate(citation.date),
      issuer: body.name,
      title: found.name,
      aliases: [...new Set([printed, ...(own.canonical === null ? [] : [own.canonical.printed])])].sort(),
    },
    state: candidates.length > 0 ? 'ambiguous' : found.certain && body.certain ? 'resolved' : 'unresolved',
    candidates: [...new Set(candidates)].sort(),
    reasons: [...new Set([...found.reasons, ...body.reasons])],
  };
}

/** A number of a shape of its own (a standard, a judgment): kept as printed. */
function rawTarget({ citation }: Mention, { mark }: ReportScope): Target | null {
  const printed = citation.number;
  if (printed === null) return null;
  const yearInside = /(?:19|20)\d\d/u.exec(printed)?.[0];
  const year = yearOf(citation.date) ?? (yearInside === undefined ? null : Number(yearInside));
  const type = slug(typeName(citation.type ?? '', null) ?? 'van-ban');
  const standard = /^(?:TCVN|QCVN|TCCS|QCĐP)/u.test(printed);
  return {
    document: {
      key: documentKey(type, standard ? 'tieu-chuan' : `~${mark}`, year, slug(printed)),
      type: citation.type,
      number: printed,
      symbol: null,
      folded: foldKey(printed),
      year,
      issuedOn: fullDate(citation.date),
      issuer: citation.issuer,
      title: citation.title,
      aliases: [printed],
    },
    state: standard ? 'resolved' : 'unresolved',
    candidates: [],
    reasons: ['number-as-printed'],
  };
}

/** "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX" is of the province's Party organisation. */
function partyBody(name: string): string {
  const found = /(?:Đảng bộ|Chi bộ|Đảng ủy)\s+.*?(?=\s+(?:lần thứ|nhiệm kỳ|khóa|khoá)|,|$)/iu.exec(name)?.[0];
  return (found ?? 'Đảng bộ tỉnh')
    .replace(/^Đảng bộ (?=tỉnh(?:\s|$))/iu, 'Tỉnh ủy ')
    .replace(/^Đảng bộ (?=huyện(?:\s|$))/iu, 'Huyện ủy ')
    .replace(/\s+tỉnh$/iu, ' tỉnh');
}
