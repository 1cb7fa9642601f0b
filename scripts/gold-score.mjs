// Extracts every labelled report as the program prints it, as TXT and as what LibreOffice makes of it (DOCX, DOC, RTF, ODT,
// HTML, PDF), and holds the score against the marks below:  node scripts/gold-score.mjs FOLDER   (with FOLDER/gold and FOLDER/corpus)
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { extract } from '../dist/extract/index.js';
import { readDocument } from '../dist/ingest/index.js';

/** Least F1 of each kind of mention, least accuracy of every header field and of these attributes. */
const marks = { citations: 0.99, quantities: 0.97, awards: 0.94, relations: 0.85, header: 0.9 };
const attributeMarks = { 'citations.type': 0.95, 'citations.issuer': 0.95, 'citations.role': 0.95 };
/** How much lower any figure of a report may be in another format than as text. */
const formatLoss = { docx: 0.01, doc: 0.01, rtf: 0.01, odt: 0.01, html: 0.01, pdf: 0.03 };

const folder = process.argv[2];
if (folder === undefined) throw new TypeError('usage: gold-score.mjs FOLDER');
const work = mkdtempSync(join(tmpdir(), 'trichluc-score-'));
const names = readdirSync(join(folder, 'gold'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'));

async function score(format, source) {
  const predicted = join(work, `out-${format}`);
  mkdirSync(predicted, { recursive: true });
  for (const name of names) {
    const file = `${name}.${format}`;
    const document = await readDocument({ bytes: readFileSync(join(source, file)), name: file });
    writeFileSync(join(predicted, `${name}.json`), JSON.stringify(extract(document)));
  }
  const run = spawnSync(
    process.execPath,
    [join(folder, 'gold', 'score.mjs'), join(folder, 'gold'), predicted, '--json'],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr || run.stdout);
  return JSON.parse(run.stdout);
}

function convert(format) {
  const target = join(work, format);
  const sources = join(work, 'txt');
  mkdirSync(sources, { recursive: true });
  for (const name of names) copyFileSync(join(folder, 'corpus', `${name}.txt`), join(sources, `${name}.txt`));
  const run = spawnSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${work}/profile`,
      '--infilter=Text (encoded):UTF8,LF,,,',
      '--convert-to',
      format,
      '--outdir',
      target,
      ...names.map((name) => join(sources, `${name}.txt`)),
    ],
    { timeout: 300_000 },
  );
  return run.status === 0 ? target : null;
}

const short = [];
try {
  const results = { txt: await score('txt', join(folder, 'corpus')) };
  for (const format of Object.keys(formatLoss)) {
    const source = convert(format);
    if (source === null) console.log(`${format}: LibreOffice is not there, not measured`);
    else results[format] = await score(format, source);
  }
  for (const [format, { mentions, attributes, header }] of Object.entries(results)) {
    const line = Object.entries(mentions).map(
      ([kind, { precision, recall, f1 }]) =>
        `${kind} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
    );
    console.log(`${format.padEnd(4)}  ${line.join('   ')}`);
    console.log(
      `      ${Object.entries(header)
        .map(([field, value]) => `${field} ${value.toFixed(2)}`)
        .join('  ')}`,
    );
    if (format === 'txt')
      console.log(
        `      ${Object.entries(attributes)
          .map(([field, value]) => `${field} ${value.toFixed(2)}`)
          .join('  ')}`,
      );
    for (const kind of Object.keys(mentions)) {
      if (mentions[kind].f1 < marks[kind])
        short.push(`${format} ${kind} ${mentions[kind].f1.toFixed(3)} < ${marks[kind]}`);
      const loss = results.txt.mentions[kind].f1 - mentions[kind].f1;
      if (loss > formatLoss[format])
        short.push(`${format} ${kind} is ${loss.toFixed(3)} under the same reports as text`);
    }
    for (const [attribute, mark] of Object.entries(attributeMarks))
      if (!(attributes[attribute] >= mark))
        short.push(`${format} ${attribute} ${attributes[attribute]?.toFixed(2)} < ${mark}`);
    for (const [field, value] of Object.entries(header)) {
      if (value < marks.header) short.push(`${format} header ${field} ${value.toFixed(2)} < ${marks.header}`);
      const loss = results.txt.header[field] - value;
      if (loss > formatLoss[format])
        short.push(`${format} header ${field} is ${loss.toFixed(2)} under the same reports as text`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const line of short) console.log(`falls short: ${line}`);
process.exitCode = short.length > 0 ? 1 : 0;
