export { aboutDocument } from './about-document.js';
export {
  arrangeSeries,
  type Disagreement,
  type Series,
  type SeriesFilter,
  type SeriesPoint,
} from './arrange-series.js';
export {
  arrangeIndex,
  type CrossReferenceIndex,
  dateOf,
  type IndexConflict,
  type IndexEntry,
  type IndexReport,
  type IndexSection,
  type LackingDocument,
  type Language,
  labelOf,
} from './cross-reference-index.js';
export { type GraphSource, isOfItself } from './graph/graph-source.js';
export { renderGraphml } from './graph/render-graphml.js';
export { renderJsonLd } from './graph/render-json-ld.js';
export { renderRico } from './graph/render-rico.js';
export { sheetsOfIndex } from './index-sheets.js';
export { certaintyInWords, conflictInWords } from './index-words.js';
export { type LegalRank, legalRank } from './legal-rank.js';
export { otherReportsInWords, settledInWords } from './other-reports-words.js';
export { changeInWords, type RelationWords, relationWords } from './relation-words.js';
export { renderCsv } from './render-csv.js';
export { renderDocx } from './render-docx.js';
export { renderHtml } from './render-html.js';
export { renderJson } from './render-json.js';
export type { CellValue, Sheet } from './sheet.js';
export { renderSheetCsv } from './sheet-csv.js';
export { sheetWords } from './sheet-words.js';
export { writeXlsx } from './sheet-xlsx.js';
export { sheetsOf } from './sheets.js';
export type { Scratch } from './sort-on-disk.js';
