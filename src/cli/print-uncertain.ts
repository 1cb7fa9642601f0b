import { otherReportsInWords, settledInWords } from '../publish/index.js';
import type { ByOtherReports, LikelyCiter, StoredCitation } from '../store/index.js';
import { heading, oneLine, placeOf } from './print-extraction.js';
import { printTable } from './print-table.js';
import type { Context } from './session.js';

/** A key as a person reads it: the number's part, the body and the year. */
const shortKey = (key: string): string => {
  const [issuer = '', year = '', local = ''] = key.split('/').slice(5);
  return `${local} ${issuer.replace(/~.*$/u, '~')} ${year}`;
};

/** Mentions that the report leaves open: why, what they may be, and what other reports say of them. */
export function printUncertain(context: Context, citations: readonly StoredCitation[]): string {
  const { messages, terminal } = context;
  const { identity } = messages;
  const open = citations.filter(
    ({ edge, byOtherReports }) => edge !== null && (edge.state !== 'resolved' || byOtherReports !== null),
  );
  if (open.length === 0) return '';
  const lines = open.map(({ citation, edge, byOtherReports: others }) => {
    const { state, reasons, candidates, document } = edge!;
    const lacks = reasons.flatMap((reason) => identity.lacks[reason.split(':')[0]!] ?? []);
    const why =
      lacks.length === 0 ? identity.states[state as 'ambiguous' | 'unresolved'] : [...new Set(lacks)].join(', ');
    const may = candidates.length === 0 ? null : identity.may([document, ...candidates].map(shortKey).join(' | '));
    const said =
      others === null
        ? null
        : identity.others(
            others.state,
            (others.candidates.length === 0 ? [others.document] : others.candidates).map(shortKey).join(' | '),
            otherReportsInWords(others, context.config.language),
          );
    const where = citation.page === null ? '' : ` (${messages.page(citation.page)})`;
    const parts = [why, may, said].filter((part) => part !== null).join('; ');
    return `  ${terminal.paint('yellow', '?')} «${oneLine(citation.quote)}»${where}: ${oneLine(parts)}\n`;
  });
  return heading(context, identity.uncertain(open.length)) + lines.join('');
}

/** Words that rest on what other reports settled, with why; as they are where the report itself says it. */
export const certainly = ({ config }: Context, words: string, others: ByOtherReports | null): string =>
  others === null ? words : `${words} (${settledInWords(others, config.language)})`;

/** Places that may mean a document, as other reports say. */
export function printLikely(context: Context, citers: readonly LikelyCiter[]): string {
  const { messages, terminal } = context;
  if (citers.length === 0) return '';
  return (
    heading(context, messages.identity.likely(citers.length)) +
    printTable(
      terminal,
      [
        { title: messages.colReport, share: 2 },
        { title: messages.colDate },
        { title: messages.colPage, align: 'right' },
        { title: messages.colQuote, share: 3 },
        { title: messages.identity.colWhy, share: 3 },
      ],
      citers.map((citer) => [
        citer.reportName,
        citer.reportDate ?? '',
        placeOf(context, citer),
        citer.quote,
        otherReportsInWords(citer.byOtherReports, context.config.language),
      ]),
    )
  );
}
