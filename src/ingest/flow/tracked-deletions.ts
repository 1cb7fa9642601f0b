import type { Diagnostic } from '../../model/index.js';

/** Counts what was deleted while changes were tracked: it is no text any more, and the file still has it. */
export interface TrackedDeletions {
  /** one run of it; blanks alone do not count */
  add(text: string): void;
  /** one for a document; none where nothing was deleted */
  diagnostics(): Diagnostic[];
}

export function trackedDeletions(): TrackedDeletions {
  let runs = 0;
  let characters = 0;
  return {
    add: (text) => {
      const filled = text.replace(/[\s\u0000-\u001f]/g, '').length;
      if (filled === 0) return;
      runs += 1;
      characters += filled;
    },
    diagnostics: () =>
      runs === 0
        ? []
        : [
            {
              code: 'ingest/deletions-left-out',
              level: 'info',
              message: `Left out: ${runs} ${runs === 1 ? 'run' : 'runs'} (${characters} characters) deleted while changes were tracked`,
            },
          ],
  };
}
