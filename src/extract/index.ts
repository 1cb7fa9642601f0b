export { extract } from './extract.js';
export { readOutline } from './read-outline.js';

/** Raised with every change of what the rules give for the same document. */
export const extractVersion = 13;
