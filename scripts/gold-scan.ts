// Prints every labelled report in 14 points of Times, scans it as an office would (200 dots an inch, 1° aslant, grained,
// JPEG), reads the scan and holds its score against that of the text:
//   npx tsx scripts/gold-scan.ts FOLDER [NAME…]        (with FOLDER/gold and FOLDER/corpus)
// Fails when citations, quantities or awards lose more than 0.05 of F1.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanOf } from '../fixtures/scan.js';
import { readDocument } from '../src/ingest/index.js';
import { holdsAgainstText, keepTexts, measuredReports, printed } from './labelled-reports.js';

const loss = 0.05;

const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: gold-scan.ts FOLDER [NAME…]');
const work = mkdtempSync(join(tmpdir(), 'trichluc-scan-'));
try {
  const measured = measuredReports(folder, only, work);
  await keepTexts(measured);
  const pdfs = await printed(measured, 'Times New Roman', join(work, 'print'));
  let pages = 0;
  let seconds = 0;
  for (const [index, name] of measured.names.entries()) {
    const bytes = await scanOf(pdfs[index]!);
    const began = performance.now();
    const document = await readDocument({
      bytes,
      name: `${name}.pdf`,
      recognition: { mode: 'auto', pagesAtOnce: availableParallelism() },
    });
    seconds += (performance.now() - began) / 1000;
    pages += document.pageCount ?? 0;
    measured.keep('scan', name, document);
  }
  if (!holdsAgainstText(measured, 'scan', loss)) process.exitCode = 1;
  console.log(`${pages} pages, ${(seconds / pages).toFixed(2)} s each`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
