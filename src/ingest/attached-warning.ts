import type { Diagnostic } from '../model/index.js';

/** That files are attached to a letter or a PDF, which an import takes in by themselves. */
export const attachedWarning = (count: number): Diagnostic[] =>
  count === 0
    ? []
    : [{ code: 'ingest/attachments', level: 'info', message: `${count} files are attached, each a report of its own` }];
