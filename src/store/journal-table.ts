import type { Queryable } from './database.js';
import { type Journal, journalEntry } from './journal.js';

const linesAtOnce = 1000;

/** The journal on a server: the database keeps its own promises, so a row in the same transaction is enough. */
export async function appendToTable(db: Queryable, entry: unknown): Promise<void> {
  await db.query('insert into trichluc.journal (entry) values ($1)', [JSON.stringify(entry)]);
}

export const journalTable = (db: Queryable): Pick<Journal, 'read'> => ({
  read: async function* () {
    let after = '0';
    for (;;) {
      const rows = await db.query<{ seq: string; entry: unknown }>(
        // By the number itself: its text, which goes by the same name, would put 10 before 9.
        `select j.seq::text as seq, j.entry from trichluc.journal j where j.seq > $1 order by j.seq limit ${linesAtOnce}`,
        [after],
      );
      for (const { entry } of rows) {
        const parsed = journalEntry.safeParse(entry);
        yield parsed.success ? { entry: parsed.data } : { damaged: JSON.stringify(entry).slice(0, 200) };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < linesAtOnce) return;
      after = last.seq;
    }
  },
});
