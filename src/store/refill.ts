import type { ArchiveEvent } from './archive.js';
import type { Queryable } from './database.js';
import type { Journal, JournalEntry } from './journal.js';
import type { Originals } from './originals.js';
import { removeRows } from './replace-report.js';
import { addCorrection, addFailedPath, addImports } from './take-in.js';

const entriesAtOnce = 500;

/**
 * Brings back every row that the journal tells of and the database lacks; what is there stays. Reports that come back
 * wait for the pipeline.
 */
export async function refill(
  db: Queryable,
  journal: Journal,
  originals: Originals,
  now: () => Date,
  onEvent: (event: ArchiveEvent & { kind: 'rebuilding' }) => void,
): Promise<void> {
  let total = 0;
  // A report may come, go and come again: what was taken out counts only until it came back.
  const lastRemoval = new Map<string, number>();
  const lastImport = new Map<string, number>();
  for await (const line of journal.read()) {
    total++;
    if ('damaged' in line) continue;
    if (line.entry.kind === 'remove') lastRemoval.set(line.entry.sha256, total);
    if (line.entry.kind === 'import') lastImport.set(line.entry.sha256, total);
  }
  let done = 0;
  let damaged = false;
  let imports: (JournalEntry & { kind: 'import' })[] = [];
  const flush = async (): Promise<void> => {
    if (imports.length > 0) await addImports(db, imports);
    imports = [];
    onEvent({ kind: 'rebuilding', done, total });
  };
  for await (const line of journal.read()) {
    done++;
    if ('damaged' in line) damaged = true;
    else if (line.entry.kind === 'import') {
      if (done > (lastRemoval.get(line.entry.sha256) ?? 0)) imports.push(line.entry);
    } else if (line.entry.kind === 'remove') {
      const { sha256 } = line.entry;
      if (lastRemoval.get(sha256) === done && done > (lastImport.get(sha256) ?? 0))
        await finishRemoval(db, originals, sha256);
    } else {
      await flush(); // in the journal's order: a path may fail, and come in later
      if (line.entry.kind === 'failed-path') await addFailedPath(db, line.entry);
      else await addCorrection(db, line.entry);
    }
    if (imports.length === entriesAtOnce) await flush();
  }
  if (imports.length > 0) await flush();
  // A damaged line may have told of an original: better one too many, under its hash, than one lost.
  if (damaged) await adopt(db, originals, now);
}

/** Takes out what a removal that was cut short has left. */
async function finishRemoval(db: Queryable, originals: Originals, sha256: string): Promise<void> {
  const known = await db.query('select 1 from trichluc.report where sha256 = $1', [sha256]);
  // On a server journal and rows go together: only an embedded database can hold such a report, and nobody else is in it.
  if (known.length > 0) {
    await db.query('begin');
    try {
      await removeRows(db, sha256);
      await db.query('commit');
    } catch (error) {
      await db.query('rollback');
      throw error;
    }
  }
  await originals.remove(sha256);
}

async function adopt(db: Queryable, originals: Originals, now: () => Date): Promise<void> {
  for await (const sha256 of originals.list()) {
    const known = await db.query('select 1 from trichluc.report where sha256 = $1', [sha256]);
    const bytes = await originals.size(sha256);
    if (known.length > 0 || bytes === null) continue;
    const at = now().toISOString();
    await addImports(db, [{ kind: 'import', at, sha256, bytes, path: originals.path(sha256), name: sha256 }]);
  }
}
