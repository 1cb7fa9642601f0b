// Pages a second of the PDF reader beside pdftotext and pdf-parse, in one run:
//   npx tsx bench/pdf.ts FOLDER_OR_FILE…
// Each file is read once to warm up and then `rounds` times; the best round counts, since the machine may be shared.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFParse, VerbosityLevel } from 'pdf-parse';
import { readPdf } from '../src/ingest/pdf/read-pdf.js';
import { defaultLimits } from '../src/ingest/reader.js';

const rounds = 5;
const paths = process.argv.slice(2).flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(path, name))
    : [path],
);
if (paths.length === 0) throw new TypeError('usage: pdf.ts FOLDER_OR_FILE…');

interface Reader {
  readonly name: string;
  /** reads all files once */
  read(): Promise<void>;
}
const files: { path: string; bytes: Buffer; pages: number }[] = [];
for (const path of paths) {
  const bytes = readFileSync(path);
  try {
    const document = await readPdf({ bytes, name: basename(path), sha256: '', limits: defaultLimits });
    files.push({ path, bytes, pages: document.pageCount ?? 0 });
  } catch (error) {
    console.error(`passed over: ${basename(path)}: ${(error as Error).message}`);
  }
}
const pages = files.reduce((sum, file) => sum + file.pages, 0);

const readers: Reader[] = [
  {
    name: 'trichluc',
    async read() {
      for (const { bytes, path } of files)
        await readPdf({ bytes, name: basename(path), sha256: '', limits: defaultLimits });
    },
  },
  {
    name: 'pdf-parse getText',
    async read() {
      for (const { bytes } of files) {
        const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
        try {
          await parser.getText();
        } finally {
          await parser.destroy();
        }
      }
    },
  },
];
if (spawnSync('pdftotext', ['-v']).error === undefined)
  readers.unshift({
    name: 'pdftotext -layout',
    async read() {
      for (const { path } of files) spawnSync('pdftotext', ['-layout', path, '-'], { maxBuffer: 1 << 28 });
    },
  });

// Taking turns, so that a busy minute of the machine hits all alike.
const best = new Map<string, number>();
for (let round = 0; round < rounds; round += 1)
  for (const reader of readers) {
    const start = performance.now();
    await reader.read();
    best.set(reader.name, Math.min(best.get(reader.name) ?? Number.POSITIVE_INFINITY, performance.now() - start));
  }
console.log(`${files.length} files, ${pages} pages, best of ${rounds} rounds`);
const base = best.get('pdftotext -layout');
for (const [name, ms] of best)
  console.log(
    `${name.padEnd(20)} ${((pages / ms) * 1000).toFixed(0).padStart(6)} pages/s ${(ms / pages).toFixed(2).padStart(7)} ms/page${base === undefined ? '' : `   ${(ms / base).toFixed(2)} × pdftotext`}`,
  );
