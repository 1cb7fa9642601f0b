// How long reading a scanned page takes, beside the bare `tesseract` command on the same picture, in one run:
//   npx tsx bench/ocr.ts [FILE.pdf] [PAGES=4]
// Each page is scanned as an office would (200 dots an inch, 1° aslant, grained), drawn again at 300 and read. Ours adds
// levelling, rules of tables and layout; the share of the page's words that come back is printed for both.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeScan, picturesOf, scanned, shareOfWords, wordsOf } from '../fixtures/scan.js';
import { readDocument } from '../src/ingest/index.js';
import { scaled } from '../src/ingest/ocr/page-image.js';
import { recognisePage } from '../src/ingest/ocr/recognise-page.js';
import type { Recogniser } from '../src/ingest/ocr/recogniser.js';
import { tesseractCommand, tesseractVersion } from '../src/ingest/ocr/tesseract-command.js';
import { tesseractWasm } from '../src/ingest/ocr/tesseract-wasm.js';

const [file = join(import.meta.dirname, '../fixtures/reports/07-bao-cao-thi-hanh-phap-luat.pdf'), count = '4'] =
  process.argv.slice(2);
const bytes = readFileSync(file);
const typed = await readDocument({ bytes, name: 'a.pdf' });
const pictures = (await picturesOf(bytes, officeScan.dpi)).slice(0, Number(count));
const scans = pictures.map((picture) => scaled(scanned(picture, officeScan), 300 / officeScan.dpi));

async function measure(label: string, read: (page: number) => Promise<readonly string[]>): Promise<number> {
  let words = 0;
  const began = performance.now();
  for (const page of scans.keys()) words += shareOfWords(typed, page + 1, await read(page));
  const seconds = (performance.now() - began) / 1000 / scans.length;
  const right = ((100 * words) / scans.length).toFixed(1);
  console.log(`${label.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s a page   ${right} % of the words`);
  return seconds;
}

async function ours(recogniser: Recogniser): Promise<number> {
  try {
    return await measure(`read through ${recogniser.name}`, async (page) =>
      (await recognisePage(recogniser, scans[page]!, page + 1)).words.flatMap(({ text }) => wordsOf(text)),
    );
  } finally {
    await recogniser.close();
  }
}

const version = await tesseractVersion();
if (version === null) throw new Error('bench/ocr.ts needs tesseract on the PATH');
const command = await tesseractCommand(version);
const bare = await measure(`tesseract ${version} alone`, async (page) =>
  (await command.recognise(scans[page]!, 120_000)).flatMap(({ words }) => words.flatMap(({ text }) => wordsOf(text))),
);
const through = await ours(command);
const wasm = await ours(tesseractWasm('from npm'));
console.log(`ours / tesseract alone               ${(through / bare).toFixed(2)}`);
console.log(`tesseract.js / tesseract alone       ${(wasm / bare).toFixed(2)}`);
