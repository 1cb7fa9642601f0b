import type { Database } from './database.js';
import type { Originals } from './originals.js';

/** Takes the originals of removed reports off the disk, those too that a program which was killed had left. */
export async function finishRemovals(db: Database, originals: Originals): Promise<void> {
  const rows = await db.query<{ sha256: string; back: boolean }>(
    `select o.sha256, r.id is not null as back from trichluc.removed_original o
     left join trichluc.report r on r.sha256 = o.sha256`,
  );
  for (const { sha256, back } of rows) {
    // It may have been imported again meanwhile.
    if (!back) await originals.remove(sha256);
    await db.query('delete from trichluc.removed_original where sha256 = $1', [sha256]);
  }
}
