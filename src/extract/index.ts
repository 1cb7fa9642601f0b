export { namedAward } from './awards/named-award.js';
export { extract } from './extract.js';
export { readTypedFigure, type TypedFigure } from './quantities/typed-figure.js';
export { readOutline } from './read-outline.js';

/** Raised with every change of what the rules give for the same document. */
export const extractVersion = 33;
