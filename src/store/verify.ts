import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Finding } from './archive.js';
import type { Queryable } from './database.js';
import type { Journal } from './journal.js';
import type { Originals } from './originals.js';

const idsAtOnce = 1000;

/** Holds originals, journal and rows against one another. */
export async function verifyContents(db: Queryable, journal: Journal, originals: Originals): Promise<Finding[]> {
  const findings: Finding[] = [];
  const imported = new Set<string>();
  for await (const line of journal.read()) {
    if ('damaged' in line)
      findings.push({ code: 'journal-damaged', message: `A line of the journal fails its checksum: ${line.damaged}` });
    else if (line.entry.kind === 'import') imported.add(line.entry.sha256);
    else if (line.entry.kind === 'remove') imported.delete(line.entry.sha256);
  }
  for await (const sha256 of originals.list()) {
    if (!imported.has(sha256))
      findings.push({
        code: 'original-unknown',
        message: `The journal does not know the original ${sha256}: its import was cut off; importing the file again settles it`,
        report: sha256,
      });
    if ((await hashOf(originals.path(sha256))) !== sha256)
      findings.push({
        code: 'original-altered',
        message: `${originals.path(sha256)} has been altered`,
        report: sha256,
      });
  }
  const ids = [...imported].sort();
  for (const sha256 of ids)
    if ((await originals.size(sha256)) === null)
      findings.push({ code: 'original-missing', message: `The original ${sha256} is missing`, report: sha256 });
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = await db.query<{ sha256: string }>(
      `select e.sha256 from unnest($1::text[]) as e(sha256)
       where not exists (select 1 from trichluc.report r where r.sha256 = e.sha256)`,
      [ids.slice(from, from + idsAtOnce)],
    );
    for (const { sha256 } of rows)
      findings.push({
        code: 'row-missing',
        message: `The database lacks the report ${sha256}; rebuild brings it back`,
        report: sha256,
      });
  }
  return findings;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
