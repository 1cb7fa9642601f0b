import { loadCorrections } from '../pipeline/index.js';
import type { Archive } from '../store/index.js';
import type { Context } from './session.js';

const worthALine = 20; // reports; fewer take less than two seconds

/** Lays people's corrections over the reports that still lack them, with a line of progress where it takes long. */
export async function layDue(
  { terminal, messages }: Pick<Context, 'terminal' | 'messages'>,
  archive: Archive,
): Promise<number> {
  // Most runs have nothing to lay over, and the rules take a second to load.
  if ((await archive.dueReports()).length === 0) return 0;
  const { layDueCorrections } = await loadCorrections();
  return layDueCorrections(archive, (done, total) => {
    if (!terminal.errIsTerminal || total <= worthALine) return;
    terminal.err(`\r${messages.review.laying(done, total)}${done === total ? '\n' : ''}`);
  });
}
