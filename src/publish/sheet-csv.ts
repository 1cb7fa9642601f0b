import { stringify } from 'csv-stringify/sync';
import type { CellValue, Sheet } from './sheet.js';

const bom = '\uFEFF';
/** What a spreadsheet takes for a formula when a cell begins with it. The text is strangers' text. */
const formula = /^[=+\-@\t\r]/;

/**
 * A sheet as CSV (RFC 4180: comma, CRLF, quotes doubled), piece by piece. Numbers are exact decimals with a point; text
 * that would be a formula has an apostrophe before it.
 *
 * @param withBom the byte order mark, without which Excel misreads Vietnamese
 */
export async function* renderSheetCsv({ columns, rows }: Sheet, withBom: boolean): AsyncGenerator<string> {
  yield (withBom ? bom : '') + lines([columns.map(({ key }) => key)]);
  let batch: string[][] = [];
  for await (const row of rows()) {
    batch.push(row.map(cell));
    if (batch.length < 200) continue;
    yield lines(batch);
    batch = [];
  }
  if (batch.length > 0) yield lines(batch);
}

/** Quoted words may go over a line's end, where csv-stringify quotes only the whole CRLF that ends a record. */
const lines = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });

function cell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'object') return value.exact;
  return formula.test(value) ? `'${value}` : value;
}
