// Prints the tables of fixtures/tables, with borders or without, typed or scanned, and tells how many of their figures
// come back with value and unit, beside what their DOCX gives:
//   npx tsx scripts/table-score.ts [--unruled] [--scan] [--first COUNT] [--least F1]
// Fails under the F1 given. Scans take seconds a page.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Packer } from 'docx';
import { convertToPdf } from '../fixtures/convert-to-pdf.js';
import { type ReportTable, tablesDocument } from '../fixtures/report-tables.js';
import { scanOf } from '../fixtures/scan.js';
import { extract } from '../src/extract/index.js';
import { readDocument } from '../src/ingest/index.js';
import type { Quantity } from '../src/model/index.js';

const { values } = parseArgs({
  options: {
    unruled: { type: 'boolean', default: false },
    scan: { type: 'boolean', default: false },
    first: { type: 'string' },
    least: { type: 'string', default: '0' },
  },
});

const made: ReportTable[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'tables', 'made.json'), 'utf8'),
);
const tables = values.first === undefined ? made : made.slice(0, Number(values.first));

/** How many of these come among those, each once. */
function shared(these: readonly string[], those: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of those) left.set(key, (left.get(key) ?? 0) + 1);
  return these.filter((key) => {
    const there = left.get(key) ?? 0;
    left.set(key, there - 1);
    return there > 0;
  }).length;
}

const typed = await readDocument({ bytes: await Packer.toBuffer(tablesDocument(tables)), name: 'tables.docx' });
const pdf = await convertToPdf(tablesDocument(tables, !values.unruled));
if (pdf === null) throw new Error('LibreOffice (soffice) is not on the PATH');
const read = await readDocument({
  bytes: values.scan ? await scanOf(pdf) : pdf,
  name: 'tables.pdf',
  recognition: { mode: values.scan ? 'auto' : 'never', pagesAtOnce: availableParallelism() },
});
const [truth, found] = [extract(typed).quantities, extract(read).quantities];
const f1 = (keyOf: (quantity: Quantity) => string): number => {
  const right = shared(truth.map(keyOf), found.map(keyOf));
  return (2 * right) / (truth.length + found.length);
};
const withUnit = f1(({ value, unit }) => `${value} ${unit}`);
console.log(`${tables.length} tables, ${read.pageCount} pages, ${read.tables.length} tables read`);
console.log(`${truth.length} figures, ${found.length} read`);
console.log(`value F1 ${f1(({ value }) => `${value}`).toFixed(3)}   value and unit F1 ${withUnit.toFixed(3)}`);
if (withUnit < Number(values.least)) {
  console.log(`falls short of ${values.least}`);
  process.exitCode = 1;
}
