import { createHash } from 'node:crypto';
import type { Award, Citation, Conflict, LegalDocument, Quantity, RelationKind } from '../../src/model/index.js';
import type { ReportGraph } from '../../src/store/index.js';
import { foldKey } from '../../src/text/fold.js';
import { slug } from '../../src/text/slug.js';

/** What a made report says; `cites` are numbers that stand in the text. */
export interface MadeReport {
  readonly name: string;
  readonly text: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly cites?: readonly MadeCitation[];
  readonly amends?: readonly (readonly [string, string])[];
  /** other relations between documents it cites */
  readonly relations?: readonly (readonly [from: string, relation: RelationKind, to: string])[];
  /** its own date; ISO */
  readonly date?: string;
  readonly figures?: readonly string[];
  readonly awards?: readonly string[];
  readonly conflicts?: readonly Conflict[];
}
export interface MadeCitation {
  readonly quote: string;
  readonly number: string;
  readonly issuer?: string;
  readonly title?: string;
  readonly role?: Citation['role'];
  readonly date?: string;
}

export const bytesOf = (report: MadeReport): Uint8Array => Buffer.from(`${report.name}\n${report.text}`);
export const idOf = (report: MadeReport): string => createHash('sha256').update(bytesOf(report)).digest('hex');
export const keyOf = (number: string, issuer = 'ubnd-tinh-quang-ngai'): string =>
  `/akn/vn/act/van-ban/${slug(issuer)}/2022/${number.replace(/\//g, '-').toLowerCase()}`;

/** The graph that the stages would make of it, as far as the store can see. */
export function graphOf(report: MadeReport): ReportGraph {
  const { text } = report;
  const spanOf = (quote: string) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new TypeError(`«${quote}» is not in the text`);
    return { start, end: start + quote.length };
  };
  const mention = (quote: string) => ({
    quote,
    span: spanOf(quote),
    page: text.slice(0, spanOf(quote).start).split('\f').length,
    section: 'I.1',
    block: 0,
    confidence: 0.9,
    rule: 'made',
  });
  const documents = new Map<string, LegalDocument>();
  const document = (
    number: string,
    issuer: string | undefined,
    title: string | null,
    alias: string,
    date: string | null = null,
  ): LegalDocument => {
    const key = keyOf(number, issuer);
    const before = documents.get(key);
    const made: LegalDocument = {
      key,
      type: /[/-](\p{L}+)/u.exec(number)?.[1] ?? null,
      number,
      symbol: number.split('/').slice(1).join('/'),
      folded: foldKey(number),
      year: date === null ? 2022 : Number(date.slice(0, 4)),
      issuedOn: date ?? before?.issuedOn ?? null,
      issuer: issuer ?? null,
      title,
      aliases: [...new Set([...(before?.aliases ?? []), alias])].sort(),
    };
    documents.set(key, made);
    return made;
  };
  const cites = report.cites ?? [];
  const citations: Citation[] = cites.map(({ quote, number, issuer, title, role, date }) => {
    document(number, issuer, title ?? null, number, date);
    return {
      ...mention(quote),
      kind: 'numbered',
      type: 'QĐ',
      number,
      name: null,
      resolved: null,
      repaired: null,
      date: null,
      issuer: issuer ?? null,
      title: title ?? null,
      provisions: [],
      provisionTree: [
        {
          unit: 'article',
          label: '9',
          from: null,
          to: null,
          span: mention(quote).span,
          children: [{ unit: 'clause', label: '1-3', from: '1', to: '3', span: mention(quote).span, children: [] }],
        },
      ],
      evidence: [],
      role: role ?? 'mentions',
      relationDetail: null,
      footnote: false,
    };
  });
  const quantities: Quantity[] = (report.figures ?? []).map((quote) => ({
    ...mention(quote),
    kind: 'count',
    value: 5,
    exact: '5',
    valueMax: null,
    of: null,
    unit: 'hộ',
    unitCode: null,
    per: [],
    direction: null,
    modifier: 'exact',
    indicator: { words: 'hộ nghèo', span: null },
    subject: null,
    period: '2022',
    basis: 'actual',
    baseline: null,
  }));
  const awards: Award[] = (report.awards ?? []).map((quote) => ({
    ...mention(quote),
    award: 'Bằng khen',
    awardCode: null,
    count: 5,
    percent: null,
    recipient: 'individual',
    recipientName: null,
    grantor: 'Bộ trưởng',
    status: 'granted',
    period: null,
    decision: null,
  }));
  const self =
    report.number === undefined
      ? null
      : document(report.number, report.issuer, report.name, report.number, report.date);
  const pages: { number: number; spans: { start: number; end: number }[] }[] = [];
  let at = 0;
  for (const [index, page] of text.split('\f').entries()) {
    pages.push({ number: index + 1, spans: [{ start: at, end: at + page.length }] });
    at += page.length + 1;
  }
  return {
    document: {
      sha256: idOf(report),
      name: report.name,
      mediaType: 'text/plain',
      bytes: bytesOf(report).length,
      pageCount: pages.length,
      text,
      pages,
      blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length }, page: 1, style: {} }],
      tables: [],
      notes: [],
      warnings: [],
    },
    extraction: {
      header: {
        type: 'BC',
        number: report.number ?? null,
        issuer: report.issuer ?? null,
        parent: null,
        place: null,
        date: report.date ?? '2022-12-01',
        title: report.name,
        addressees: [],
        signers: [],
        recipients: [],
        secrecy: null,
        urgency: null,
        family: 'state',
        spans: {},
      },
      citations,
      relations: [],
      quantities,
      awards,
      diagnostics: [],
    },
    normalized: {
      self,
      documents: [...documents.values()],
      citations: cites.map(({ number, issuer, role }, citation) => ({
        citation,
        document: keyOf(number, issuer),
        role: role ?? 'mentions',
        state: 'resolved',
        candidates: [],
        reasons: ['full form'],
      })),
      relations: [
        ...(report.amends ?? []).map(([from, to]) => [from, 'amends', to] as const),
        ...(report.relations ?? []),
      ].map(([from, relation, to]) => ({
        from: keyOf(from),
        relation,
        relationDetail: relation,
        to: keyOf(to),
        span: { start: 0, end: 10 },
      })),
      conflicts: report.conflicts ?? [],
      diagnostics: [],
    },
  };
}
