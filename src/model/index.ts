export * from './correction.js';
export * from './diagnostic.js';
export * from './extraction.js';
export * from './failure.js';
export * from './labelled-example.js';
export * from './legal-document.js';
export * from './source-document.js';
export * from './span.js';
