import { mkdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Archive, ArchiveEvent, ArchiveOptions, QueueConnection } from './archive.js';
import { archiveIdentity, placeOnServer } from './archive-identity.js';
import { checkDatabase } from './check-database.js';
import { type Database, openDatabase, type Queryable } from './database.js';
import { mappingFullDisk, writeDurably } from './durable-file.js';
import { embeddedDatabase } from './embedded-database.js';
import { exportDocuments, exportReports } from './export-archive.js';
import { findIndicators } from './find-indicators.js';
import { askGraph } from './graph/ask-graph.js';
import { settleMentions } from './identity/settle-mentions.js';
import { indexPlaces } from './index-places.js';
import { exportIssuers, readIssuer, readIssuers } from './issuers.js';
import { type Journal, type JournalEntry, openJournalFile } from './journal.js';
import { appendToTable, journalTable } from './journal-table.js';
import { migrate } from './migrate.js';
import { type Originals, openOriginals } from './originals.js';
import { reportTables } from './prepare-report.js';
import { countArchive, findReport, readLegalDocument, readReport } from './read-archive.js';
import { readRecords } from './read-records.js';
import { refill } from './refill.js';
import { finishRemovals } from './removals.js';
import { removeRows, replaceReport } from './replace-report.js';
import type { ReportId } from './report-id.js';
import { internalId, reportRow } from './report-row.js';
import { beginWork, markFailed, outdated, pending, postpone, reports, row, storedWork, wait } from './report-states.js';
import {
  correctionStates,
  dueReports,
  journalEntryOf,
  nameCorrection,
  readAllCorrections,
} from './review/corrections.js';
import { findMention, textAround } from './review/find-mention.js';
import { reviewItems } from './review/read-attention.js';
import { searchNumbers } from './search-numbers.js';
import { searchAwards, searchResults } from './search-records.js';
import { searchText } from './search-text.js';
import { saveStage, stageOutput } from './stage-outputs.js';
import { storable } from './storable-json.js';
import { addCorrection, addFailedPath, failedPaths, takeIn } from './take-in.js';
import { verifyContents } from './verify.js';

const formatVersion = 1;
const archiveFile = z.object({ format: z.int().positive() });
const defaultPoolSize = 4;
const defaultLimit = 20;

/** What differs between PGlite in the folder and a PostgreSQL server. */
interface Engine {
  readonly kind: Archive['engine'];
  readonly db: Database;
  readonly journal: Pick<Journal, 'read'>;
  readonly journaled: <T>(entry: JournalEntry, work: (db: Queryable) => Promise<T>) => Promise<T>;
  readonly rebuild: () => Promise<string | null>;
  readonly check: () => Promise<readonly string[]>;
  /** where the database lies, the same for everybody who opens it */
  readonly place: () => Promise<string>;
  readonly queueConnection: () => QueueConnection;
  readonly close: () => Promise<void>;
}

/**
 * Opens the archive of a folder, or makes it. An embedded database that was not closed cleanly is checked first, and
 * rebuilt from originals and journal when it cannot be trusted; `onEvent` tells of it.
 *
 * @throws RangeError the folder was written by a newer program
 * @throws PipelineError `disk-full`; `internal` when the database server cannot be reached
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const folder = resolve(options.folder);
  await mappingFullDisk(folder, () => mkdir(folder, { recursive: true }));
  await checkFormat(join(folder, 'archive.json'));
  const originals = await openOriginals(join(folder, 'originals'));
  const engine = await (options.databaseUrl === undefined
    ? openEmbedded(options, folder, originals)
    : openServer(options, folder, options.databaseUrl, originals));
  const { db, journaled } = engine;
  try {
    await finishRemovals(db, originals);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const { now } = options;
  /** What is asked after other reports have had their say. */
  const settled = async <T>(ask: () => Promise<T>): Promise<T> => {
    await settleMentions(db);
    return ask();
  };
  const eachSettled = async function* <T>(read: () => AsyncIterable<T>): AsyncGenerator<T> {
    await settleMentions(db);
    yield* read();
  };
  return {
    folder,
    engine: engine.kind,
    takeIn: (incoming) => takeIn({ db, originals, journaled, now }, incoming),
    recordFailedPath: (path, code, message) => {
      const at = now().toISOString();
      const entry = { kind: 'failed-path' as const, at, path: storable(path), code, message: storable(message) };
      return journaled(entry, (transaction) => addFailedPath(transaction, entry));
    },
    failedPaths: () => failedPaths(db),
    original: async (report) => originals.read(checkedId(report)),
    originalPath: (report) => originals.path(checkedId(report)),
    stageOutput: (report, stage, version) => stageOutput(db, report, stage, version),
    saveStage: (report, output) => saveStage(db, report, output),
    beginWork: (report) => beginWork(db, report),
    postpone: (report, pages) => postpone(db, report, pages),
    markFailed: (report, failure) => markFailed(db, report, failure),
    replaceReport: (report, prepared, staged, madeFrom) => replaceReport(db, report, prepared, staged, madeFrom),
    pending: () => pending(db),
    retry: (ids) => wait(db, 'failed', ids),
    reprocess: (ids, { keepReading = false } = {}) => wait(db, 'done', ids, keepReading),
    outdated: (reading, stages) => outdated(db, reading, stages),
    remove: async (report) => {
      if ((await row(db, checkedId(report))) === null) return false;
      // The journal first: a crash in between is finished when the archive is opened again.
      await journaled({ kind: 'remove', at: now().toISOString(), sha256: report }, (q) =>
        q === db ? db.transaction((transaction) => removeRows(transaction, report)) : removeRows(q, report),
      );
      await finishRemovals(db, originals);
      return true;
    },
    reportNamed: async (wanted) => {
      const found = await findReport(db, storable(wanted));
      return found === null ? null : reportRow(found);
    },
    row: (report) => row(db, report),
    reports: (filter = {}) => reports(db, filter),
    searchNumbers: (query, { limit = defaultLimit, ...filter } = {}) =>
      searchNumbers(db, storable(query), limit, filter),
    searchText: (query, { limit = defaultLimit, ...filter } = {}) => searchText(db, storable(query), limit, filter),
    searchResults: (query, { limit = defaultLimit, ...filter } = {}) =>
      searchResults(db, storable(query), limit, filter),
    searchAwards: (query, { limit = defaultLimit, ...filter } = {}) => searchAwards(db, storable(query), limit, filter),
    findIndicators: (query) => findIndicators(db, storable(query)),
    records: (kind) => eachSettled(() => readRecords(db, kind)),
    report: (wanted) => settled(() => readReport(db, storable(wanted))),
    legalDocument: (wanted) => settled(() => readLegalDocument(db, storable(wanted))),
    indexPlaces: (filter = {}) => indexPlaces(db, filter),
    exportDocuments: () => eachSettled(() => exportDocuments(db)),
    exportReports: () => eachSettled(() => exportReports(db)),
    exportIssuers: () => exportIssuers(db),
    issuers: (filter = {}) => readIssuers(db, { ...filter, words: storable(filter.words ?? '') }),
    issuer: (wanted, { limit = 50 } = {}) => settled(() => readIssuer(db, storable(wanted), limit)),
    settleMentions: () => settleMentions(db),
    graph: askGraph(db),
    counts: () => countArchive(db),
    reviewItems: (filter = {}) => reviewItems(db, filter),
    mention: (id) => findMention(db, id),
    around: (report, anchor) => textAround(db, report, anchor),
    addCorrection: async (given) => {
      if (given.report !== null) await internalId(db, given.report);
      const known = new Set((await readAllCorrections(db)).map(({ id }) => id));
      let at = now();
      // The same word once more, after it was taken back, is another correction, however coarse the clock.
      while (known.has(nameCorrection(given, at.toISOString()).id)) at = new Date(at.getTime() + 1);
      const made = nameCorrection(given, at.toISOString());
      const entry = journalEntryOf(made);
      await journaled(entry, (transaction) => addCorrection(transaction, entry));
      return made;
    },
    adoptCorrection: async (correction) => {
      if ((await readAllCorrections(db)).some(({ id }) => id === correction.id)) return false;
      const entry = journalEntryOf(correction);
      await journaled(entry, (transaction) => addCorrection(transaction, entry));
      return true;
    },
    corrections: ({ report } = {}) => correctionStates(db, report),
    dueReports: () => dueReports(db),
    storedWork: (report) => storedWork(db, report),
    rebuild: async () => {
      const setAside = await engine.rebuild();
      const [row] = await db.query<{ count: number }>('select count(*)::int as count from trichluc.report');
      return { reports: row?.count ?? 0, setAside };
    },
    verify: async () => [
      ...(await verifyContents(db, { ...engine.journal, append: async () => {} }, originals)),
      ...(await engine.check()).map((message) => ({ code: 'database-damaged' as const, message })),
    ],
    queueConnection: engine.queueConnection,
    identity: async () => archiveIdentity(db, await engine.place()),
    close: engine.close,
  };
}

/** An id becomes part of a path. */
function checkedId(report: ReportId): ReportId {
  if (!/^[0-9a-f]{64}$/.test(report)) throw new RangeError(`Not a report's id: ${report}`);
  return report;
}

async function checkFormat(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null)
    return writeDurably(path, (handle) => handle.writeFile(`${JSON.stringify({ format: formatVersion })}\n`));
  const { format } = archiveFile.parse(JSON.parse(text));
  if (format > formatVersion)
    throw new RangeError(`${path}: the archive has format ${format}, this program knows ${formatVersion}`);
}

async function openEmbedded(options: ArchiveOptions, folder: string, originals: Originals): Promise<Engine> {
  const journal = openJournalFile(join(folder, 'journal'));
  const onEvent = options.onEvent ?? ((_event: ArchiveEvent) => {});
  const embedded = embeddedDatabase({
    folder,
    onEvent,
    refill: (db, isNew) => refill(db, journal, originals, options.now, isNew ? onEvent : () => {}),
  });
  await embedded.attach();
  if (embedded.isOwner()) await originals.tidy();
  const db = openDatabase({
    connection: embedded.connection,
    poolSize: options.poolSize ?? defaultPoolSize,
    folder,
    reattach: embedded.attach,
  });
  return {
    kind: 'embedded',
    db,
    journal,
    journaled: async (entry, work) => {
      await journal.append(entry);
      return work(db);
    },
    rebuild: () => embedded.startAnew('a rebuild was asked for'),
    check: () => checkDatabase(db, null),
    place: () => realpath(folder),
    queueConnection: embedded.connection,
    close: async () => {
      await db.close();
      await embedded.close();
    },
  };
}

async function openServer(
  options: ArchiveOptions,
  folder: string,
  databaseUrl: string,
  originals: Originals,
): Promise<Engine> {
  const connection = (): QueueConnection => ({ connectionString: databaseUrl });
  const db = openDatabase({ connection, poolSize: options.poolSize ?? defaultPoolSize, folder });
  try {
    await db.transaction((transaction) => migrate(transaction, (sql) => transaction.query(sql)));
  } catch (error) {
    await db.close();
    throw error;
  }
  const onEvent = options.onEvent ?? ((_event: ArchiveEvent) => {});
  return {
    kind: 'server',
    db,
    journal: journalTable(db),
    journaled: (entry, work) =>
      db.transaction(async (transaction) => {
        await appendToTable(transaction, entry);
        return work(transaction);
      }),
    rebuild: async () => {
      await db.transaction(async (transaction) => {
        await transaction.query(
          // What hangs on a report has no foreign key, and is named here.
          `truncate trichluc.report, trichluc.legal_document, trichluc.document_form, trichluc.document_vote,
             trichluc.failed_path, trichluc.correction, trichluc.stage_output, trichluc.report_text,
             trichluc.removed_original, trichluc.settlement, trichluc.settled_relation, trichluc.settled_count, trichluc.settlement_due,
             trichluc.unsettled_series,
             ${Object.keys(reportTables)
               .map((table) => `trichluc.${table}`)
               .join(', ')} cascade`,
        );
        const journal = { ...journalTable(transaction), append: async () => {} };
        await refill(transaction, journal, originals, options.now, onEvent);
      });
      return null;
    },
    check: async () => [],
    place: () => placeOnServer(db),
    queueConnection: connection,
    close: () => db.close(),
  };
}
