import type {
  Citation,
  CitationEdge,
  Diagnostic,
  DocumentEdge,
  Extraction,
  LegalDocument,
  NormalizedReport,
  SourceDocument,
} from '../model/index.js';
import { foldKey } from '../text/fold.js';
import { issuerPhrase } from '../text/issuer-phrase.js';
import { slug } from '../text/slug.js';
import { behindIssuer } from './behind-issuer.js';
import { type CanonicalNumber, canonicalNumber } from './canonical-number.js';
import { documentKey, numberSlug, shortFor, typeName } from './document-key.js';
import { conflictsIn } from './find-conflicts.js';
import { homeRecord } from './home-record.js';
import { bodyResolver, type IssuingBody } from './issuing-body.js';
import { namedDocument } from './named-document.js';
import { nicknames } from './nicknames.js';
import { repairSymbol } from './repair-symbol.js';
import { scoreIdentity } from './score-identity.js';

/** A citation on its way to a document. */
interface Mention {
  readonly index: number;
  readonly citation: Citation;
  readonly number: CanonicalNumber | null;
  readonly type: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  /** the text says that the issuer is no more */
  readonly former: boolean;
  readonly reasons: readonly string[];
  /** other full forms it may stand for */
  readonly others: readonly Mention[];
}

interface Target {
  readonly document: LegalDocument;
  readonly state: CitationEdge['state'];
  readonly candidates: readonly string[];
  readonly reasons: readonly string[];
}

const markLength = 12; // hex digits of the report's hash that part what cannot be placed
const farthestAntecedent = 200; // mentions; a reader does not look further back either
const fullDate = (date: string | null): string | null => (date?.length === 10 ? date : null);
const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));
const placeOf = ({ span, page }: Citation) => ({ span, ...(page === null ? {} : { page }) });

/**
 * Resolves a report's mentions to legal documents and edges. Pure: it looks at nothing but the report, and the same
 * report gives the same result. What cannot be told keeps its candidates, or a node of its own, and says why.
 */
export function normalizeReport(document: SourceDocument, extraction: Extraction): NormalizedReport {
  const { header, citations } = extraction;
  const diagnostics: Diagnostic[] = [];
  const home = homeRecord(document, header);
  const ownNumber = header.number === null ? null : canonicalNumber(header.number, header.type);
  const mark = document.sha256.slice(0, markLength);
  const resolveBody = bodyResolver(home, ownNumber?.issuer ?? null, mark);
  const reportYear = yearOf(header.date) ?? ownNumber?.year ?? latestYear(citations);

  const self = ownNumber === null ? null : selfNode();
  const mentions = settle(citations.map(prepare));
  const targets = mentions.map((mention) => (mention === null ? null : targetOf(mention)));
  settleAnaphora();

  const conflicts = conflictsIn(
    document.text,
    header,
    targets.map((target, index) => ({
      citation: citations[index]!,
      number: mentions[index]?.number ?? null,
      document: target?.document ?? null,
      reasons: target?.reasons ?? [],
    })),
  );
  for (const { code, citation, said } of conflicts)
    diagnostics.push({
      code: `normalize/${code}`,
      level: 'warning',
      message: said.join(' / '),
      ...(citation === null ? {} : placeOf(citations[citation]!)),
    });

  const edges: CitationEdge[] = [];
  const nodes = new Map<string, LegalDocument[]>();
  targets.forEach((target, index) => {
    if (target === null) return;
    edges.push({
      citation: index,
      document: target.document.key,
      role: citations[index]!.role,
      state: target.state,
      candidates: target.candidates,
      reasons: target.reasons,
      score: scoreIdentity(citations[index]!, mentions[index]?.number ?? null, target),
    });
    const same = nodes.get(target.document.key) ?? [];
    same.push(target.document);
    nodes.set(target.document.key, same);
  });

  return {
    self,
    documents: [...nodes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => merge(same)),
    citations: edges,
    relations: relationEdges(),
    conflicts,
    diagnostics,
  };

  function selfNode(): LegalDocument {
    const number = ownNumber!;
    const body = resolveBody({
      phrase: header.issuer,
      number: { ...number, issuer: null },
      date: header.date,
      type: header.type,
    });
    const own = home.body === null ? body : resolveBody({ phrase: null, number, date: header.date, type: header.type });
    const chosen = home.body === null || !own.certain ? body : own;
    // A symbol that names its type knows better than a type line that was misread.
    const type =
      number.type !== null && (header.type === null || !shortFor(number.type, header.type)) ? number.type : header.type;
    return node(
      number,
      type,
      chosen,
      number.year ?? yearOf(header.date),
      fullDate(header.date),
      header.title,
      header.number!,
    );
  }

  function prepare(citation: Citation, index: number): Mention {
    const reasons: string[] = [];
    const printed = citation.resolved ?? citation.repaired?.number ?? citation.number;
    let number = printed === null ? null : canonicalNumber(printed, citation.type);
    if (citation.resolved !== null && citation.resolved !== citation.number) reasons.push('full-form-in-report');
    else if (citation.repaired !== null) reasons.push(`number-repaired:${citation.repaired.witness.kind}`);
    if (number !== null && number.repairs.length > 0)
      reasons.push(...number.repairs.map((repair) => `symbol-restored:${repair}`));
    const repaired = number === null ? null : repairSymbol(number, citation.issuer, citation.type);
    if (repaired !== null) {
      number = repaired.number;
      reasons.push(repaired.reason);
    }
    const { former, province } = behindIssuer(document.text, citation);
    if (former) reasons.push('issuer-said-former');
    return {
      index,
      citation,
      number,
      type: typeOf(citation, number),
      date: citation.date,
      issuer: province === null ? citation.issuer : withProvince(citation.issuer!, province),
      former,
      reasons,
      others: [],
    };
  }

  /** Lets the mentions of one number in one report lend each other what each leaves out. Anaphora come later: null. */
  function settle(prepared: readonly Mention[]): (Mention | null)[] {
    const full = prepared.filter(
      ({ citation, number }) => citation.kind === 'numbered' && number !== null && number.family !== 'bare',
    );
    const byKey = new Map<string, Mention[]>();
    for (const mention of full) push(byKey, `${mention.type}|${numberSlug(mention.number!)}`, mention);
    const byDigits = new Map<string, Mention[]>();
    for (const mention of full) push(byDigits, mention.number!.digits, mention);
    return prepared.map((mention) => {
      if (mention.citation.kind === 'anaphora') return null;
      if (mention.citation.kind === 'named' || mention.number === null) return mention;
      const whole =
        mention.number.family === 'bare' ? withSymbol(mention, byDigits.get(mention.number.digits) ?? []) : mention;
      return lend(whole, byKey.get(`${whole.type}|${numberSlug(whole.number!)}`) ?? []);
    });
  }

  /** "Kế hoạch số 1045 ngày 10/10/2023" is the 1045/KH-BDT of the same report; failing that, a nickname. */
  function withSymbol(mention: Mention, same: readonly Mention[]): Mention {
    const fits = same.filter(
      (other) =>
        (mention.type === null || other.type === null || other.type === mention.type) &&
        (mention.date === null ||
          other.date === null ||
          other.date.startsWith(mention.date) ||
          mention.date.startsWith(other.date)) &&
        (mention.number!.year === null || other.number!.year === mention.number!.year),
    );
    const dated = fits.filter((other) => mention.date !== null && other.date === mention.date);
    const distinct = unique(dated.length > 0 ? dated : fits);
    if (distinct.length > 0) {
      const first = distinct[0]!;
      const reasons = [
        ...mention.reasons,
        'full-form-in-report',
        ...(distinct.length > 1 ? ['several-full-forms'] : []),
      ];
      return {
        ...mention,
        number: first.number,
        type: first.type,
        date: mention.date ?? first.date,
        issuer: mention.issuer ?? first.issuer,
        reasons,
        others: distinct.slice(1),
      };
    }
    const nickname = nicknames.find(
      ({ word, digits, date }) =>
        word === mention.type && digits === mention.number!.digits && (mention.date === null || mention.date === date),
    );
    const number = nickname === undefined ? null : canonicalNumber(nickname.number, nickname.type);
    if (nickname === undefined || number === null || mention.issuer !== null)
      return { ...mention, reasons: [...mention.reasons, 'symbol-unknown'] };
    return {
      ...mention,
      number,
      type: nickname.type,
      date: nickname.date,
      reasons: [...mention.reasons, nickname.sure || mention.date !== null ? 'nickname' : 'nickname-unsure'],
    };
  }

  /** Dates and issuers that the other mentions of the number give, when they agree. */
  function lend(mention: Mention, same: readonly Mention[]): Mention {
    const reasons = [...mention.reasons];
    let { date, issuer } = mention;
    let others = mention.others;
    if (date === null && mention.number!.year === null) {
      const dates = [...new Set(same.flatMap((other) => (other.date === null ? [] : [other.date])))].sort();
      const near = dates.find((each) => each.length === 10) ?? dates[0];
      if (near !== undefined) {
        date = near;
        reasons.push('date-from-report');
        // Two years under one number are two documents, or a slip of the pen: which one is meant is open.
        if (new Set(dates.map(yearOf)).size > 1)
          others = [
            ...others,
            ...unique(
              same.filter((other) => other.date !== null && yearOf(other.date) !== yearOf(near)),
              (other) => String(yearOf(other.date)),
            ),
          ];
      }
    }
    if (issuer === null) {
      const phrases = [
        ...new Set(
          same
            .filter(
              (other) =>
                other.issuer !== null && (date === null || other.date === null || yearOf(other.date) === yearOf(date)),
            )
            .map((other) => other.issuer!),
        ),
      ];
      if (phrases.length > 0) {
        issuer = phrases.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]!;
        reasons.push('issuer-from-report');
      }
    }
    return { ...mention, date, issuer, reasons, others };
  }

  function targetOf(mention: Mention): Target | null {
    const { citation, number } = mention;
    if (citation.kind === 'named' || (number === null && citation.name !== null)) return namedTarget(mention);
    if (number === null) return rawTarget(mention);
    const year = number.year ?? yearOf(mention.date);
    const body = resolveBody({
      phrase: mention.issuer,
      number,
      date: mention.date ?? (number.year === null ? null : String(number.year)),
      type: mention.type,
      former: mention.former,
    });
    const legal = node(
      number,
      mention.type,
      body,
      year,
      fullDate(mention.date),
      citation.title,
      citation.number ?? number.printed,
    );
    const candidates = new Set<string>();
    for (const other of body.candidates)
      candidates.add(node(number, mention.type, { ...body, ...other }, year, null, null, number.printed).key);
    for (const other of mention.others) candidates.add(targetOf({ ...other, others: [] })!.document.key);
    candidates.delete(legal.key);
    const reasons = [
      ...mention.reasons,
      ...body.reasons,
      number.year !== null
        ? 'year-in-number'
        : year === null
          ? 'year-unknown'
          : citation.date !== null
            ? 'date-printed'
            : null,
    ].filter((reason) => reason !== null);
    const unsure = mention.reasons.includes('nickname-unsure');
    const open = year === null || !body.certain || number.family === 'bare';
    return {
      document: legal,
      state: candidates.size > 0 || unsure ? 'ambiguous' : open ? 'unresolved' : 'resolved',
      candidates: [...candidates].sort(),
      reasons: [...new Set(reasons)],
    };
  }

  function namedTarget(mention: Mention): Target {
    const { citation } = mention;
    const printed = citation.name ?? citation.quote;
    const found = namedDocument(printed, citation.type, yearOf(citation.date), reportYear, fullDate(citation.date));
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
        ? resolveBody({ phrase: partyBody(printed), number: null, date: citation.date, type: null })
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
        title: found.number === null || found.name === '' ? found.name : found.name,
        aliases: [...new Set([printed, ...(own.canonical === null ? [] : [own.canonical.printed])])].sort(),
      },
      state: candidates.length > 0 ? 'ambiguous' : found.certain && body.certain ? 'resolved' : 'unresolved',
      candidates: [...new Set(candidates)].sort(),
      reasons: [...new Set([...found.reasons, ...body.reasons])],
    };
  }

  /** A number of a shape of its own (a standard, a judgment): kept as printed. */
  function rawTarget({ citation }: Mention): Target | null {
    const printed = citation.number;
    if (printed === null) return null;
    const year =
      yearOf(citation.date) ??
      (/(?:19|20)\d\d/u.exec(printed) === null ? null : Number(/(?:19|20)\d\d/u.exec(printed)![0]));
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

  /** "Quyết định này" is the report itself when it is one; "Quyết định nêu trên" the nearest mention of its type above. */
  function settleAnaphora(): void {
    mentions.forEach((mention, index) => {
      if (mention !== null) return;
      const citation = citations[index]!;
      const here = /(?<![\p{L}])này(?![\p{L}])/iu.test(citation.quote);
      if (here && citation.type === header.type && header.type !== null) {
        if (self !== null) targets[index] = { document: self, state: 'resolved', candidates: [], reasons: ['self'] };
        return;
      }
      const before = antecedentOf(index);
      if (before >= 0) {
        const target = targets[before]!;
        const why =
          citation.rule === 'citation/alias'
            ? 'alias'
            : citation.rule === 'citation/law-of-year'
              ? 'law-of-year'
              : null;
        const others = why === null ? rivalsOf(before, citation.type) : [];
        targets[index] = {
          document: { ...target.document, aliases: [] },
          state: others.length > 0 && target.state === 'resolved' ? 'ambiguous' : target.state,
          candidates: [...new Set([...target.candidates, ...others])].sort(),
          reasons: [...(why === null ? [] : [why]), `antecedent:${before}`, ...target.reasons],
        };
        return;
      }
      // "Quyết định này" in a form or a quotation means a paper that is not here.
      if (here) return;
      diagnostics.push({
        code: 'normalize/no-antecedent',
        level: 'info',
        message: `Nothing above is meant by ${citation.quote}`,
        span: citation.span,
      });
    });
  }

  /** The nearest mention above that is of the anaphor's kind, or that it is known to stand for; -1 when none is near. */
  function antecedentOf(index: number): number {
    const { type, resolved } = citations[index]!;
    for (let before = index - 1; before >= Math.max(0, index - farthestAntecedent); before--) {
      const other = mentions[before];
      const target = targets[before];
      if (other == null || target == null) continue;
      const { number, name, resolved: whole } = other.citation;
      const fits =
        resolved !== null
          ? [number, name, whole].includes(resolved)
          : type === null || other.type === type || target.document.type === type;
      if (fits) return before;
    }
    return -1;
  }

  /** Other documents of the kind in the antecedent's own block: a reader may take them for the one that is meant. */
  function rivalsOf(antecedent: number, type: string | null): readonly string[] {
    const own = targets[antecedent]!.document.key;
    const { block } = citations[antecedent]!;
    const keys = new Set<string>();
    for (let near = antecedent - 1; near >= 0 && citations[near]!.block === block; near--) {
      const document = mentions[near] == null ? undefined : targets[near]?.document;
      if (document !== undefined && document.key !== own && (type === null || document.type === type))
        keys.add(document.key);
      if (antecedent - near > farthestAntecedent) break;
    }
    return [...keys];
  }

  function relationEdges(): DocumentEdge[] {
    const seen = new Set<string>();
    const found: DocumentEdge[] = [];
    for (const { fromCitation, toCitation, relation, relationDetail, span } of extraction.relations) {
      const from = targets[fromCitation]?.document.key;
      const to = targets[toCitation]?.document.key;
      if (from === undefined || to === undefined || from === to) continue;
      const id = `${from} ${relation} ${to} ${span.start} ${span.end}`;
      if (seen.has(id)) continue;
      seen.add(id);
      found.push({ from, relation, relationDetail, to, span });
    }
    return found;
  }

  function node(
    number: CanonicalNumber,
    type: string | null,
    body: IssuingBody,
    year: number | null,
    issuedOn: string | null,
    title: string | null,
    printed: string,
  ): LegalDocument {
    const code = type ?? (number.family === 'letter' ? 'CV' : null);
    // A letter's series is one whatever the words call it: "Văn bản", "Công văn", "Đăng ký giao ước".
    const typePart =
      number.family === 'letter' ? 'cong-van' : code === null ? 'van-ban' : slug(typeName(code, number.family) ?? code);
    return {
      key: documentKey(typePart, body.slug, year, numberSlug(number)),
      type: code,
      number: number.printed,
      symbol: number.symbol,
      folded: foldKey(number.printed),
      year,
      issuedOn,
      issuer: body.name,
      title: title === null ? null : tidyTitle(title),
      aliases: [...new Set([printed, number.printed])].sort(),
    };
  }
}

/** The type a document is filed under: its number's code, but a Party QĐ is what the words say it is. */
function typeOf(citation: Citation, number: CanonicalNumber | null): string | null {
  if (number === null || number.type === null) {
    // Acts of the National Assembly share one series: without a type word the number alone is a resolution's.
    if (citation.type !== null) return citation.type;
    if (number?.issuer?.startsWith('QH')) return 'NQ';
    if (number?.issuer?.startsWith('UBTVQH')) return 'NQ';
    return number?.family === 'letter' ? 'CV' : null;
  }
  return citation.type !== null && shortFor(number.type, citation.type) ? citation.type : number.type;
}

/** "UBND huyện Vĩnh Thạnh", and behind it ", tỉnh Bình Định": where a body below the province lies. */
const withProvince = (issuer: string, province: string): string =>
  ['district', 'commune', 'city'].includes(issuerPhrase(issuer).level ?? '') ? `${issuer}, ${province}` : issuer;

const tidyTitle = (title: string): string =>
  title
    .replace(/\s+/gu, ' ')
    .replace(/[\s./;,]+$/u, '')
    .trim();

/** "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX" is of the province's Party organisation. */
function partyBody(name: string): string {
  const found = /(?:Đảng bộ|Chi bộ|Đảng ủy)\s+.*?(?=\s+(?:lần thứ|nhiệm kỳ|khóa|khoá)|,|$)/iu.exec(name)?.[0];
  return (found ?? 'Đảng bộ tỉnh')
    .replace(/^Đảng bộ (?=tỉnh(?:\s|$))/iu, 'Tỉnh ủy ')
    .replace(/^Đảng bộ (?=huyện(?:\s|$))/iu, 'Huyện ủy ')
    .replace(/\s+tỉnh$/iu, ' tỉnh');
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const own = map.get(key);
  if (own === undefined) map.set(key, [value]);
  else own.push(value);
};

const unique = (
  mentions: readonly Mention[],
  by: (mention: Mention) => string = ({ type, number }) => `${type}|${numberSlug(number!)}`,
): readonly Mention[] => {
  const seen = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = by(mention);
    const known = seen.get(key);
    // Of equal ones the best dated speaks.
    if (known === undefined || (known.date === null && mention.date !== null)) seen.set(key, mention);
  }
  return [...seen.values()];
};

const latestYear = (citations: readonly Citation[]): number | null => {
  const years = citations.flatMap(({ date, number }) => {
    const inNumber = /\/((?:19|20)\d\d)\//u.exec(number ?? '')?.[1];
    return [yearOf(date), inNumber === undefined ? null : Number(inNumber)].filter((year) => year !== null);
  });
  return years.length === 0 ? null : Math.max(...years);
};

/** One node of the mentions of one document: what any of them knows, by rules that do not depend on their order. */
function merge(same: readonly LegalDocument[]): LegalDocument {
  const first = same[0]!;
  const dates = new Map<string, number>();
  for (const { issuedOn } of same) if (issuedOn !== null) dates.set(issuedOn, (dates.get(issuedOn) ?? 0) + 1);
  const ranked = [...dates].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const longest = (values: readonly (string | null)[]): string | null =>
    [...new Set(values.filter((value) => value !== null))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ??
    null;
  return {
    ...first,
    issuedOn: ranked[0]?.[0] ?? null,
    issuer: longest(same.map(({ issuer }) => issuer)),
    title: longest(same.map(({ title }) => title)),
    aliases: [...new Set(same.flatMap(({ aliases }) => aliases))].sort(),
  };
}
