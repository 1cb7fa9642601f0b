// Megabytes of text a second of each kind of mention, beside one another in one run:
//   npx tsx bench/kinds.ts FILE.txt|FILE.docx …
// Layout, citations, quantities (prose and tables) and awards take turns; the best of five rounds of the processor's time
// counts.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extractAwards } from '../src/extract/awards/extract-awards.js';
import { extractCitations } from '../src/extract/citations/extract-citations.js';
import { extractHeader } from '../src/extract/header/extract-header.js';
import { extract } from '../src/extract/index.js';
import { analyseLayout } from '../src/extract/layout.js';
import { extractQuantities } from '../src/extract/quantities/extract-quantities.js';
import { readTables } from '../src/extract/quantities/read-table.js';
import { readDocument } from '../src/ingest/index.js';
import { lowerSameLength } from '../src/text/word-edges.js';

const paths = process.argv.slice(2);
if (paths.length === 0) throw new TypeError('usage: kinds.ts FILE…');
const documents = await Promise.all(
  paths.map((path) => readDocument({ bytes: readFileSync(path), name: basename(path) })),
);
const layouts = documents.map(analyseLayout);
const headers = documents.map((document, i) => extractHeader(document, layouts[i]!).header);
const size = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const rounds = Math.max(1, Math.ceil(1_000_000 / size));

const kinds: readonly (readonly [name: string, run: () => void])[] = [
  ['layout', () => documents.forEach((document) => void analyseLayout(document))],
  ['all rules', () => documents.forEach((document) => void extract(document))],
  ['citations', () => documents.forEach((document, i) => void extractCitations(document, layouts[i]!, headers[i]!))],
  ['quantities', () => documents.forEach((document, i) => void extractQuantities(document, layouts[i]!, []))],
  [
    'tables alone',
    () => documents.forEach((document) => void readTables(document, lowerSameLength(document.text), () => false)),
  ],
  ['awards', () => documents.forEach((document, i) => void extractAwards(document, layouts[i]!, []))],
];
const best = new Map<string, number>();
for (let round = 0; round < 5; round += 1)
  for (const [name, run] of kinds) {
    const from = process.cpuUsage();
    for (let i = 0; i < rounds; i += 1) run();
    const { user, system } = process.cpuUsage(from);
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1e6));
  }
console.log(`${(size / 1e6).toFixed(2)} MB of UTF-8 in ${documents.length} reports, ${rounds} times a round`);
for (const [name, seconds] of best)
  console.log(`${name.padEnd(14)} ${((size * rounds) / 1e6 / seconds).toFixed(2).padStart(8)} MB/s`);
