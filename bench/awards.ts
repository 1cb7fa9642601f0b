// How fast the awards layer reads, beside compromise/one's tokeniser alone on the same text, in one run:
//   npx tsx bench/awards.ts FOLDER [MEGABYTES]
// FOLDER holds .txt reports; they are repeated to the size asked for (3 MB unless told).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayNameAward } from '../src/extract/awards/candidates.js';
import { extractAwards } from '../src/extract/awards/extract-awards.js';
import { analyseLayout } from '../src/extract/layout.js';
import { readDocument } from '../src/ingest/index.js';
import { fold } from '../src/text/fold.js';
import { readSentence } from '../src/text/nlp/vietnamese-nlp.js';
import { sentencesOf } from '../src/text/sentences.js';

const [folder, megabytes = '3'] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: awards.ts FOLDER [MEGABYTES]');
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const documents = await Promise.all(reports.map((report) => readDocument(report)));
const layouts = documents.map(analyseLayout);
const size = reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
const rounds = Math.max(1, Math.round((Number(megabytes) * 1e6) / size));

/** Megabytes a second of a pass over all documents, the first pass being for the compiler. */
function rate(pass: () => void, times: number): number {
  pass();
  const from = performance.now();
  for (let i = 0; i < times; i += 1) pass();
  return (size * times) / 1e3 / (performance.now() - from);
}

const awards = rate(() => {
  for (const [i, document] of documents.entries()) extractAwards(document, layouts[i]!, []);
}, rounds);
const filter = rate(() => {
  for (const { text } of documents) {
    const folded = fold(text);
    for (const { start, end } of sentencesOf(text)) mayNameAward(folded.slice(start, end));
  }
}, rounds);
const reading = rate(() => {
  for (const { text } of documents)
    for (const { start, end } of sentencesOf(text)) readSentence(text.slice(start, end));
}, 1);

const candidates = documents.flatMap(({ text }) =>
  sentencesOf(text).filter(({ start, end }) => mayNameAward(fold(text.slice(start, end)))),
);
const read = candidates.reduce((sum, { start, end }) => sum + end - start, 0);
const all = documents.reduce((sum, { text }) => sum + text.length, 0);
console.log(`text               ${(size / 1e6).toFixed(2)} MB, repeated ${rounds} times`);
console.log(`candidate share    ${((100 * read) / all).toFixed(1)} % of the letters`);
console.log(`awards             ${awards.toFixed(2)} MB/s`);
console.log(`filter alone       ${filter.toFixed(2)} MB/s`);
console.log(`compromise on all  ${reading.toFixed(2)} MB/s (awards: ${(awards / reading).toFixed(1)} times that)`);
