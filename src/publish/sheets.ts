import type { Archive } from '../store/index.js';
import type { Language } from './cross-reference-index.js';
import { issuerRows } from './issuer-rows.js';
import { otherReportsInWords } from './other-reports-words.js';
import { relationWords } from './relation-words.js';
import type { CellValue, Sheet, SheetColumn } from './sheet.js';
import { sheetWords } from './sheet-words.js';
import { shownConfidence } from './shown-confidence.js';

const number = (value: number | string | null): CellValue => (value === null ? null : { exact: String(value) });
const list = (parts: readonly string[]): string => parts.join('; ');

/** The archive's records as sheets. Each sheet is read from the archive only when its rows are asked for. */
export function sheetsOf(
  archive: Pick<Archive, 'records' | 'issuers' | 'exportIssuers'>,
  language: Language,
): readonly Sheet[] {
  const words = sheetWords[language];
  const columns = (keys: readonly (readonly [key: keyof typeof words.columns, width: number])[]): SheetColumn[] =>
    keys.map(([key, width]) => ({ key, title: words.columns[key], width }));
  const report = [
    ['report', 30],
    ['report_number', 20],
    ['report_issuer', 28],
    ['report_date', 12],
  ] as const;
  const about = ({ name, number: own, issuer, date }: ReportLike): CellValue[] => [name, own, issuer, date];
  return [
    {
      key: 'quantities',
      title: words.titles.quantities,
      columns: columns([
        ...report,
        ['page', 7],
        ['section', 10],
        ['indicator', 44],
        ['subject', 22],
        ['value', 18],
        ['value_max', 14],
        ['of', 12],
        ['unit', 14],
        ['per', 14],
        ['kind', 10],
        ['direction', 9],
        ['modifier', 11],
        ['period', 12],
        ['basis', 11],
        ['baseline', 24],
        ['quote', 30],
        ['confidence', 10],
      ]),
      rows: async function* () {
        for await (const { report: of, records } of archive.records('quantities'))
          for (const q of records)
            yield [
              ...about(of),
              number(q.page),
              q.section,
              q.indicator?.words ?? null,
              q.subject?.words ?? null,
              number(q.exact),
              number(q.valueMax),
              number(q.of),
              q.unit,
              q.per.map(({ unit }) => unit).join('/'),
              words.kinds[q.kind],
              q.direction === null ? null : words.directions[q.direction],
              words.modifiers[q.modifier],
              q.period,
              words.bases[q.basis],
              q.baseline,
              q.quote,
              number(shownConfidence(q.confidence)),
            ];
      },
    },
    {
      key: 'awards',
      title: words.titles.awards,
      columns: columns([
        ...report,
        ['page', 7],
        ['section', 10],
        ['award', 34],
        ['award_code', 14],
        ['recipient_kind', 12],
        ['recipient', 36],
        ['count', 10],
        ['percent', 10],
        ['grantor', 28],
        ['status', 12],
        ['period', 12],
        ['decision', 20],
        ['quote', 44],
        ['confidence', 10],
      ]),
      rows: async function* () {
        for await (const { report: of, records } of archive.records('awards'))
          for (const a of records)
            yield [
              ...about(of),
              number(a.page),
              a.section,
              a.award,
              a.awardCode,
              a.recipient === null ? null : words.recipients[a.recipient],
              a.recipientName,
              number(a.count),
              number(a.percent),
              a.grantor,
              words.statuses[a.status],
              a.period,
              a.decision,
              a.quote,
              number(shownConfidence(a.confidence)),
            ];
      },
    },
    {
      key: 'citations',
      title: words.titles.citations,
      columns: columns([
        ...report,
        ['page', 7],
        ['section', 10],
        ['number', 20],
        ['name', 34],
        ['type', 8],
        ['date', 12],
        ['issuer', 28],
        ['title', 44],
        ['provisions', 20],
        ['role', 12],
        ['footnote', 9],
        ['key', 40],
        ['state', 14],
        ['settled_key', 40],
        ['by_other_reports', 30],
        ['quote', 44],
        ['confidence', 10],
      ]),
      rows: async function* () {
        for await (const { report: of, records } of archive.records('citations'))
          for (const { citation: c, edge, byOtherReports: others } of records)
            yield [
              ...about(of),
              number(c.page),
              c.section,
              c.resolved ?? c.number,
              c.name,
              c.type,
              c.date,
              c.issuer,
              c.title,
              list(c.provisions),
              words.roles[edge?.role ?? c.role],
              c.footnote,
              edge?.document ?? null,
              edge === null ? null : edge.reasons.includes('self') ? words.itself : words.states[edge.state],
              others?.state === 'resolved' ? others.document : null,
              others === null ? null : otherReportsInWords(others, language),
              c.quote,
              number(shownConfidence(c.confidence)),
            ];
      },
    },
    {
      key: 'relations',
      title: words.titles.relations,
      columns: columns([
        ...report,
        ['page', 7],
        ['from', 28],
        ['relation', 16],
        ['to', 28],
        ['from_key', 40],
        ['to_key', 40],
        ['by_other_reports', 30],
        ['quote', 50],
      ]),
      rows: async function* () {
        for await (const { report: of, records } of archive.records('relations'))
          for (const r of records)
            yield [
              ...about(of),
              number(r.page),
              r.fromLabel,
              relationWords(r.relation, r.relationDetail, language).verb,
              r.toLabel,
              r.from,
              r.to,
              r.byOtherReports === null ? null : otherReportsInWords(r.byOtherReports, language),
              r.quote,
            ];
      },
    },
    {
      key: 'reports',
      title: words.titles.reports,
      columns: columns([
        ...report,
        ['type', 8],
        ['title', 60],
        ['pages', 8],
        ['figures', 9],
        ['state', 12],
        ['failure', 18],
        ['media_type', 28],
        ['bytes', 12],
        ['id', 66],
      ]),
      rows: async function* () {
        for await (const { report: of, records } of archive.records('quantities'))
          yield [
            ...about(of),
            of.type,
            of.title,
            number(of.pageCount),
            number(records.length),
            of.state,
            of.failure?.code ?? null,
            of.mediaType,
            number(of.bytes),
            of.id,
          ];
      },
    },
    {
      key: 'issuers',
      title: words.titles.issuers,
      columns: columns([
        ['issuer', 44],
        ['level', 16],
        ['province', 24],
        ['symbols', 18],
        ['aliases', 40],
        ['valid_from', 12],
        ['valid_to', 12],
        ['parent', 36],
        ['predecessors', 44],
        ['successors', 44],
        ['ended', 26],
        ['land', 22],
        ['documents', 11],
        ['own_reports', 11],
        ['key', 40],
      ]),
      rows: () => issuerRows(archive, words),
    },
  ];
}

interface ReportLike {
  readonly name: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
}
