// How fast the rules read, beside one plain regular expression and beside compromise/one's tokeniser, in one run:
//   npx tsx bench/citations.ts FOLDER_OF_TXT [MEGABYTES=20]
// The rules are those of the build, as shipped (tsx wraps every function to keep its name). The texts are read once, gone
// over for the engine's compiler, and then gone over until so many megabytes (UTF-8) have passed; compromise gets a tenth of
// that, for it is slow. Printed are the process's own time over all passes, and the clock's, each report in its quietest
// tenth: on a machine that others use, the first falls with their load, and the second tells what the rules cost. The
// ratios are those of the second.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise/one';
import { extractCitations } from '../dist/extract/citations/extract-citations.js';
import { extractHeader } from '../dist/extract/header/extract-header.js';
import { extract } from '../dist/extract/index.js';
import { analyseLayout, type Layout } from '../dist/extract/layout.js';
import { readDocument } from '../dist/ingest/index.js';
import type { Header, SourceDocument } from '../src/model/index.js';

const [folder, megabytesText = '20'] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: citations.ts FOLDER_OF_TXT [MEGABYTES]');
const target = Number(megabytesText) * 1e6;

interface Report {
  readonly document: SourceDocument;
  readonly layout: Layout;
  readonly header: Header;
  readonly bytes: number;
}
const reports: Report[] = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  const document = await readDocument({ bytes: readFileSync(join(folder, name)), name });
  const layout = analyseLayout(document);
  const { header } = extractHeader(document, layout);
  reports.push({ document, layout, header, bytes: Buffer.byteLength(document.text) });
}

/** Goes over the reports until `wanted` bytes have passed; the first times for the compiler alone. */
function measure(label: string, wanted: number, read: (report: Report) => number): number {
  const bytesOfPass = reports.reduce((sum, { bytes }) => sum + bytes, 0);
  // As much again before the clock runs: the engine's compiler is at work in the first megabytes, and an import is longer.
  for (let warm = 0; warm < wanted; warm += bytesOfPass) for (const report of reports) read(report);
  const times: number[][] = reports.map(() => []);
  let bytes = 0;
  let found = 0;
  const begun = process.cpuUsage();
  for (; bytes < wanted; bytes += bytesOfPass)
    for (const [index, report] of reports.entries()) {
      const from = process.hrtime.bigint();
      found += read(report);
      times[index]!.push(Number(process.hrtime.bigint() - from) / 1e3);
    }
  const { user, system } = process.cpuUsage(begun);
  const quietest = (of: number[]): number => of.sort((one, other) => one - other)[Math.floor(of.length / 10)]!;
  const quiet = bytesOfPass / times.reduce((sum, of) => sum + quietest(of), 0);
  const columns = [bytes / (user + system), quiet].map((rate) => rate.toFixed(2).padStart(8));
  console.log(
    `${label.padEnd(32)} ${columns[0]} MB/s, quiet ${columns[1]} MB/s   ${found} found in ${(bytes / 1e6).toFixed(1)} MB`,
  );
  return quiet;
}

const citations = measure(
  'citation rules',
  target,
  ({ document, layout, header }) => extractCitations(document, layout, header).citations.length,
);
// A document of its own each time: the layout is remembered with the document that it was made for.
const all = measure('all rules, layout and header', target, ({ document }) => {
  const found = extract({ ...document });
  return found.citations.length + found.quantities.length + found.awards.length;
});
// exec, because match() answers from V8's cache when it sees the same text again.
const plain = /[0-9]{1,5}(?:\/[0-9]{4})?[/-]\p{Lu}[\p{L}0-9]*(?:[/-]\p{Lu}[\p{L}0-9]*)*/gu;
const expression = measure('one regular expression', target, ({ document: { text } }) => {
  let count = 0;
  plain.lastIndex = 0;
  while (plain.exec(text) !== null) count += 1;
  return count;
});
// As shipped or with our plugin, its tokeniser is the same.
const tokeniser = measure("compromise/one's tokeniser", target / 10, ({ document: { text } }) =>
  nlp.tokenize(text).document.reduce((sum: number, terms: readonly unknown[]) => sum + terms.length, 0),
);
const ratio = (a: number, b: number): string => (a / b).toFixed(1);
console.log(`regular expression / citations   ${ratio(expression, citations)}`);
console.log(`citations / compromise           ${ratio(citations, tokeniser)}`);
console.log(`all rules / compromise           ${ratio(all, tokeniser)}`);
