export {
  arrangeIndex,
  type CrossReferenceIndex,
  type IndexEntry,
  type IndexSection,
  type Language,
  labelOf,
} from './cross-reference-index.js';
export { type LegalRank, legalRank } from './legal-rank.js';
export { renderCsv } from './render-csv.js';
export { renderHtml } from './render-html.js';
