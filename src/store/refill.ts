import type { ArchiveEvent } from './archive.js';
import type { Queryable } from './database.js';
import type { Journal, JournalEntry } from './journal.js';
import type { Originals } from './originals.js';
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
  for await (const _ of journal.read()) total++;
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
    else if (line.entry.kind === 'import') imports.push(line.entry);
    else {
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

async function adopt(db: Queryable, originals: Originals, now: () => Date): Promise<void> {
  for await (const sha256 of originals.list()) {
    const known = await db.query('select 1 from trichluc.report where sha256 = $1', [sha256]);
    const bytes = await originals.size(sha256);
    if (known.length > 0 || bytes === null) continue;
    const at = now().toISOString();
    await addImports(db, [{ kind: 'import', at, sha256, bytes, path: originals.path(sha256), name: sha256 }]);
  }
}
