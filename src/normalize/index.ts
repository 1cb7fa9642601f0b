export { type Corrected, type CorrectionUse, layOver } from './lay-over.js';
export { normalizeReport } from './normalize-report.js';

/** Raised with every change of what the same extraction resolves to. */
export const normalizeVersion = 9;
