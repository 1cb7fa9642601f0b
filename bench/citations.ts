// How fast the citation rules read, beside one plain regular expression over the same text in the same run:
//   npx tsx bench/citations.ts FOLDER_OF_TXT [MEGABYTES=20]
// The texts are read once and then gone over until so many megabytes (UTF-8) have passed; layout and header are given.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractCitations } from '../src/extract/citations/extract-citations.js';
import { extractHeader } from '../src/extract/header/extract-header.js';
import { analyseLayout, type Layout } from '../src/extract/layout.js';
import { readDocument } from '../src/ingest/index.js';
import type { Header, SourceDocument } from '../src/model/index.js';

const [folder, megabytesText = '20'] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: citations.ts FOLDER_OF_TXT [MEGABYTES]');
const target = Number(megabytesText) * 1e6;

const reports: { document: SourceDocument; layout: Layout; header: Header; bytes: number }[] = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  const document = await readDocument({ bytes: readFileSync(join(folder, name)), name });
  const layout = analyseLayout(document);
  reports.push({
    document,
    layout,
    header: extractHeader(document, layout).header,
    bytes: Buffer.byteLength(document.text),
  });
}

/** Goes over the reports until `target` bytes have passed. */
function measure(label: string, read: (report: (typeof reports)[number]) => number): number {
  for (const report of reports) read(report); // warm
  let bytes = 0;
  let found = 0;
  const begun = process.cpuUsage(); // time of this process alone, so that a busy machine does not count
  while (bytes < target)
    for (const report of reports) {
      found += read(report);
      bytes += report.bytes;
    }
  const { user, system } = process.cpuUsage(begun);
  const rate = bytes / (user + system);
  console.log(
    `${label.padEnd(28)} ${rate.toFixed(1).padStart(8)} MB/s   ${found} found in ${(bytes / 1e6).toFixed(1)} MB`,
  );
  return rate;
}

const plain = /[0-9]{1,5}(?:\/[0-9]{4})?[/-]\p{Lu}[\p{L}0-9]*(?:[/-]\p{Lu}[\p{L}0-9]*)*/gu;
const rules = measure(
  'citation rules',
  ({ document, layout, header }) => extractCitations(document, layout, header).citations.length,
);
// exec, because match() answers from V8's cache when it sees the same text again.
const expression = measure('one regular expression', ({ document: { text } }) => {
  let count = 0;
  plain.lastIndex = 0;
  while (plain.exec(text) !== null) count += 1;
  return count;
});
console.log(`ratio ${(expression / rules).toFixed(1)}`);
