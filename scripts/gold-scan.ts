// Prints every labelled report in 14 points of Times, scans it as an office would (200 dots an inch, 1° aslant, grained,
// JPEG), reads the scan and holds its score against that of the text:
//   npx tsx scripts/gold-scan.ts FOLDER [NAME…]        (with FOLDER/gold and FOLDER/corpus)
// Fails when citations, quantities or awards lose more than 0.05 of F1.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { scanOf } from '../fixtures/scan.js';
import { extract } from '../src/extract/index.js';
import { readDocument } from '../src/ingest/index.js';

const loss = 0.05;
const kinds = ['citations', 'quantities', 'awards'] as const;

const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: gold-scan.ts FOLDER [NAME…]');
const names = readdirSync(join(folder, 'gold'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))
  .filter((name) => only.length === 0 || only.includes(name));
const work = mkdtempSync(join(tmpdir(), 'trichluc-scan-'));
const places = { gold: join(work, 'gold'), text: join(work, 'text'), scan: join(work, 'scan') };
for (const place of Object.values(places)) mkdirSync(place);

interface Score {
  readonly mentions: Readonly<
    Record<string, { readonly precision: number; readonly recall: number; readonly f1: number }>
  >;
}

function misses(predicted: string): string {
  const script = join(folder!, 'gold', 'score.mjs');
  return spawnSync(process.execPath, [script, places.gold, predicted, '--misses'], { encoding: 'utf8' }).stdout;
}

function score(predicted: string): Score {
  const run = spawnSync(process.execPath, [join(folder!, 'gold', 'score.mjs'), places.gold, predicted, '--json'], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr || run.stdout);
  return JSON.parse(run.stdout) as Score;
}

async function printed(text: string): Promise<Buffer> {
  // A form feed and the like is no letter that XML can hold.
  const lines = text.replace(/[\u0000-\u0008\u000b-\u001f]/gu, '').split('\n');
  return Packer.toBuffer(
    new Document({
      styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
      sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }],
    }),
  );
}

try {
  for (const name of names) {
    const text = readFileSync(join(folder, 'corpus', `${name}.txt`));
    writeFileSync(join(work, `${name}.docx`), await printed(text.toString('utf8')));
    copyFileSync(join(folder, 'gold', `${name}.json`), join(places.gold, `${name}.json`));
    const document = await readDocument({ bytes: text, name: `${name}.txt` });
    writeFileSync(join(places.text, `${name}.json`), JSON.stringify(extract(document)));
  }
  const files = names.map((name) => join(work, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const made = spawnSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', work, ...files], {
    timeout: 300_000,
  });
  if (made.status !== 0) throw new Error('LibreOffice could not make PDFs');
  let pages = 0;
  let seconds = 0;
  for (const name of names) {
    const bytes = await scanOf(readFileSync(join(work, `${name}.pdf`)));
    const began = performance.now();
    const document = await readDocument({
      bytes,
      name: `${name}.pdf`,
      recognition: { mode: 'auto', pagesAtOnce: availableParallelism() },
    });
    seconds += (performance.now() - began) / 1000;
    pages += document.pageCount ?? 0;
    writeFileSync(join(places.scan, `${name}.json`), JSON.stringify(extract(document)));
  }
  const [text, scan] = [score(places.text), score(places.scan)];
  for (const kind of kinds) {
    const [before, after] = [text.mentions[kind]!.f1, scan.mentions[kind]!.f1];
    const short = before - after > loss;
    console.log(
      `${kind.padEnd(10)}  text F1 ${before.toFixed(3)}   scan F1 ${after.toFixed(3)}${short ? '   FALLS SHORT' : ''}`,
    );
    if (short) process.exitCode = 1;
  }
  const lost = misses(places.scan)
    .split('\n')
    .filter((line) => /\b(?:missed|extra)\b/u.test(line));
  for (const line of lost) console.log(line.slice(0, 160));
  console.log(`${pages} pages, ${(seconds / pages).toFixed(2)} s each`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
