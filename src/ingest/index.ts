export { detectFormat, type Format } from './detect-format.js';
export { readDocument } from './read-document.js';
export { type Converted, defaultLimits, type OfficeConverter, type ReadLimits } from './reader.js';

/** Raised with every change of what the readers give for the same bytes. */
export const ingestVersion = 5;
