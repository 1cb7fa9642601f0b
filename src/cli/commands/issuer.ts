import { sheetWords } from '../../publish/index.js';
import type { IssuerDetail, IssuerSummary } from '../../store/index.js';
import { documentTable } from '../document-table.js';
import { heading, printFields } from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';

/** `trichluc issuer [name]`: the authority record of a body with its documents and reports; all bodies without a name. */
export async function issuerCommand(
  context: Context,
  what: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { config, terminal, messages } = context;
  if (what === '') {
    const issuers = await withArchive(context, false, ({ archive }) => archive.issuers({ limit }));
    await terminal.out(config.json ? printJson({ issuers }) : printIssuers(context, issuers));
    return 0;
  }
  const found = await withArchive(context, false, async ({ archive }) => {
    const issuers = await archive.issuer(what, { limit });
    // Not the name of one: those that have its words.
    return issuers.length > 0
      ? { issuers, like: [] }
      : { issuers, like: await archive.issuers({ words: what, limit }) };
  });
  if (config.json) await terminal.out(printJson(found));
  if (found.issuers.length === 0 && found.like.length === 0) {
    terminal.err(`${messages.issuer.notFound(what)}\n`);
    return 1;
  }
  if (!config.json)
    await terminal.out(
      found.issuers.length > 0 ? printIssuerDetails(context, found.issuers) : printIssuers(context, found.like),
    );
  return 0;
}

/** The bodies one after the other, the one that came first before the one that took over. */
export function printIssuerDetails(context: Context, issuers: readonly IssuerDetail[]): string {
  const { messages } = context;
  const several = issuers.length > 1 ? `${messages.issuer.several(issuers.length)}\n` : '';
  return several + issuers.map((issuer) => printIssuer(context, issuer)).join('');
}

function printIssuer(context: Context, detail: IssuerDetail): string {
  const { terminal, messages, config } = context;
  const { issuer: words } = messages;
  const { record, name, key } = detail;
  const { levels } = sheetWords[config.language];
  const fields = words.fields;
  const linked = (links: NonNullable<typeof record>['successors']): string =>
    links
      .map(({ key: other, name: otherName, since }) => {
        const count = detail.documentsOf[other];
        const about = [
          since === null ? null : words.since(since),
          count === undefined ? null : words.documentsOf(count),
        ];
        const shown = about.filter((part) => part !== null).join(', ');
        return shown === '' ? otherName : `${otherName} (${shown})`;
      })
      .join('; ');
  const about = printFields(context, [
    [fields.name, name + (record?.level === 'district' || record?.level === 'commune' ? `, ${record.province}` : '')],
    [fields.level, record === null ? (key.endsWith('~') ? words.unplaced : words.unknown) : levels[record.level]],
    [fields.symbols, record?.symbols.join(', ')],
    [fields.period, record === null ? '' : words.period(record.validFrom, record.validTo)],
    [fields.parent, record?.parent?.name],
    [fields.predecessors, record === null ? '' : linked(record.predecessors)],
    [
      fields.successors,
      record === null ? '' : record.ended === null ? linked(record.successors) : words.ended(record.ended, record.land),
    ],
    [fields.aliases, record?.aliases.join('; ')],
    [fields.printed, detail.printed.join('; ')],
    [fields.key, key],
  ]);
  const documents = detail.cited.length === 0 ? '' : printTable(terminal, ...documentTable(messages, detail.cited));
  const reports =
    detail.own.length === 0
      ? ''
      : heading(context, words.reports(detail.reports)) +
        printTable(
          terminal,
          [
            { title: messages.colNumber },
            { title: messages.colTitle, share: 3 },
            { title: messages.colDate },
            { title: messages.colFile, share: 2 },
          ],
          detail.own.map(({ number, title, date, name: file }) => [number ?? '', title ?? '', date ?? '', file]),
        );
  return `${heading(context, words.title)}${about}${heading(context, words.documents(detail.documents))}${documents}${reports}`;
}

function printIssuers(context: Context, issuers: readonly IssuerSummary[]): string {
  const { terminal, messages, config } = context;
  const { issuer: words } = messages;
  const { levels } = sheetWords[config.language];
  if (issuers.length === 0) return `${messages.graph.none}\n`;
  return printTable(
    terminal,
    [
      { title: words.colName, share: 3 },
      { title: words.colLevel, share: 1 },
      { title: words.colPeriod, share: 2 },
      { title: words.colDocuments, align: 'right' },
      { title: messages.colReports, align: 'right' },
      { title: words.colSuccessors, share: 2 },
    ],
    issuers.map(({ key, name, record, documents, reports }) => [
      name + (record?.level === 'district' || record?.level === 'commune' ? `, ${record.province}` : ''),
      record === null ? (key.endsWith('~') ? words.unplaced : words.unknown) : levels[record.level],
      record === null ? '' : words.period(record.validFrom, record.validTo),
      String(documents),
      String(reports),
      (record?.successors ?? []).map(({ name: successor }) => successor).join('; '),
    ]),
  );
}
