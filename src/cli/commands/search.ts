import type {
  Archive,
  AwardHit,
  NumberHit,
  ResultHit,
  SearchFilter,
  SearchOptions,
  Snippet,
  TextHit,
} from '../../store/index.js';
import { documentTable } from '../document-table.js';
import { countWords, heading, oneLine } from '../print-extraction.js';
import { basisWords, figureWords } from '../print-figure.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';
import type { SearchPlace } from './search-places.js';

interface Hits {
  readonly numbers?: readonly NumberHit[];
  readonly text?: readonly TextHit[];
  /** see TextHits */
  readonly ranked?: number | null;
  readonly results?: readonly ResultHit[];
  readonly awards?: readonly AwardHit[];
}

/** What a search is asked for beside its words. */
export interface SearchWords extends SearchFilter {
  readonly in?: SearchPlace;
  readonly limit: number;
}

/** `trichluc search <query>` */
export async function searchCommand(context: Context, query: string, options: SearchWords): Promise<number> {
  const { config, terminal, messages } = context;
  const hits = await withArchive(context, false, ({ archive }) => findHits(archive, query, options));
  if (config.json) {
    await terminal.out(printJson({ query, ...hits }));
    return 0;
  }
  if ([hits.numbers, hits.text, hits.results, hits.awards].every((found = []) => found.length === 0)) {
    terminal.err(`${messages.nothing(query)}\n`);
    return 0;
  }
  await terminal.out(printNumbers(context, hits.numbers ?? []));
  await terminal.out(printTexts(context, hits.text ?? []));
  if (typeof hits.ranked === 'number') terminal.err(`${messages.rankedOnly(hits.ranked)}\n`);
  await terminal.out(printResults(context, hits.results ?? []));
  await terminal.out(printAwardHits(context, hits.awards ?? []));
  return 0;
}

async function findHits(archive: Archive, query: string, { in: place, ...options }: SearchWords): Promise<Hits> {
  if (place === undefined)
    return { numbers: await archive.searchNumbers(query, options), ...(await findTexts(archive, query, options)) };
  switch (place) {
    case 'numbers':
      return { numbers: await archive.searchNumbers(query, options) };
    case 'text':
      return findTexts(archive, query, options);
    case 'results':
      return { results: await archive.searchResults(query, options) };
    case 'awards':
      return { awards: await archive.searchAwards(query, options) };
  }
}

async function findTexts(archive: Archive, query: string, options: SearchOptions): Promise<Hits> {
  const { hits: text, ranked } = await archive.searchText(query, options);
  return { text, ranked };
}

function printNumbers(context: Context, hits: readonly NumberHit[]): string {
  const { terminal, messages } = context;
  if (hits.length === 0) return '';
  const [columns, cells] = documentTable(messages, hits);
  const rows = cells.map((row, index) => [...row, matchWords(context, hits[index]!)]);
  return (
    heading(context, `${messages.hitsNumbers} (${hits.length})`) +
    printTable(terminal, [...columns, { title: messages.colMatch, share: 2 }], rows)
  );
}

/** «gần giống: khác một chữ số» */
const matchWords = ({ messages }: Context, { match, slip }: NumberHit): string =>
  slip === null ? messages.matches[match] : `${messages.matches[match]}: ${messages.slips[slip]}`;

function printTexts(context: Context, hits: readonly TextHit[]): string {
  const { terminal, messages } = context;
  if (hits.length === 0) return '';
  const lines = hits.map(({ report, snippets }) => {
    const about = [report.number, report.date, report.title].filter((part) => part !== null).join(' · ');
    const name = `${terminal.paint('bold', oneLine(report.name))}${about === '' ? '' : ` · ${oneLine(about)}`}\n`;
    return name + snippets.map((snippet) => `  ${printSnippet(context, snippet)}\n`).join('');
  });
  return heading(context, `${messages.hitsText} (${hits.length})`) + lines.join('');
}

/** A hit takes two lines at most, cut to the screen around the words that were found. */
function printSnippet({ terminal, messages }: Context, { text, marks, page }: Snippet): string {
  const where = page === null ? '' : `${messages.page(page)} `;
  const room = Math.max(20, terminal.width - 4);
  const note = (word: string) => ({ word, from: 0, to: 0 });
  const parts = [...text.matchAll(/[^\s\p{Cc}]+/gu)].map(({ 0: whole, index }) => {
    // Of a word and its full stop only the word was found.
    const mark = marks.find(({ start, end }) => index < end && start < index + whole.length);
    const word = whole.slice(0, room / 2);
    return mark === undefined
      ? note(word)
      : { word, from: Math.max(0, mark.start - index), to: Math.min(word.length, mark.end - index) };
  });
  // A third of the room is left to what stands before the first find.
  let from = Math.max(
    0,
    parts.findIndex(({ from: begin, to }) => begin < to),
  );
  for (let left = room * 0.6; from > 0 && left > parts[from - 1]!.word.length; from--)
    left -= parts[from - 1]!.word.length + 1;
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const { word, from: begin, to } of [note(`${where}…`), ...parts.slice(from), note('…')]) {
    const found = begin < to;
    const shown =
      found && !terminal.outIsTerminal ? `${word.slice(0, begin)}«${word.slice(begin, to)}»${word.slice(to)}` : word;
    if (used > 0 && used + 1 + shown.length > room - (lines.length === 1 ? 2 : 0)) {
      if (lines.length === 1) {
        line.push('…');
        break;
      }
      lines.push(line.join(' '));
      line = [];
      used = 0;
    }
    line.push(
      found && terminal.outIsTerminal
        ? word.slice(0, begin) + terminal.paint('yellow', word.slice(begin, to)) + word.slice(to)
        : shown,
    );
    used += (used > 0 ? 1 : 0) + shown.length;
  }
  return [...lines, line.join(' ')].join('\n    ').replaceAll('» «', ' ');
}

function printResults(context: Context, hits: readonly ResultHit[]): string {
  const { terminal, messages } = context;
  if (hits.length === 0) return '';
  const rows = hits.map(({ report, quantity }) => [
    quantity.indicator?.words ?? quantity.quote,
    quantity.subject?.words ?? '',
    figureWords(context, quantity),
    quantity.period ?? '',
    basisWords(context, quantity),
    report.number ?? report.name,
    quantity.page === null ? '' : String(quantity.page),
  ]);
  return (
    heading(context, `${messages.hitsResults} (${hits.length})`) +
    printTable(
      terminal,
      [
        { title: messages.colIndicator, share: 4 },
        { title: messages.colSubject, share: 2 },
        { title: messages.colValue, align: 'right' },
        { title: messages.colPeriod },
        { title: messages.colBasis, share: 2 },
        { title: messages.colReport, share: 2 },
        { title: messages.colPage, align: 'right' },
      ],
      rows,
    )
  );
}

function printAwardHits(context: Context, hits: readonly AwardHit[]): string {
  const { terminal, messages } = context;
  if (hits.length === 0) return '';
  const rows = hits.map(({ report, award }) => [
    award.award ?? award.quote,
    award.recipientName ?? (award.recipient === null ? '' : messages.recipients[award.recipient]),
    countWords(context, award),
    award.grantor ?? '',
    messages.awardStatuses[award.status],
    award.period ?? '',
    report.number ?? report.name,
    award.page === null ? '' : String(award.page),
  ]);
  return (
    heading(context, `${messages.hitsAwards} (${hits.length})`) +
    printTable(
      terminal,
      [
        { title: messages.colAward, share: 3 },
        { title: messages.colRecipient, share: 3 },
        { title: messages.colHow, align: 'right' },
        { title: messages.colGrantor, share: 2 },
        { title: messages.colStatus },
        { title: messages.colPeriod },
        { title: messages.colReport, share: 2 },
        { title: messages.colPage, align: 'right' },
      ],
      rows,
    )
  );
}
