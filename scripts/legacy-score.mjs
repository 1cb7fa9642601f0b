// Reads every file of the time before Unicode with the program's own readers (no LibreOffice) and scores the letters with
// the corpus's own scorer, as they stand and in small letters:  node scripts/legacy-score.mjs FOLDER
// (FOLDER/files/NAME.ext, FOLDER/truth/NAME.txt, FOLDER/score.mjs). Fails under the marks below; docs/measuring.md says what
// stands between them and 1.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { readDocument } from '../dist/ingest/index.js';

/** Least share of the truth's marked letters that come back. */
const marks = { asTheyStand: 0.97, inSmallLetters: 0.985 };

const folder = process.argv[2];
if (folder === undefined) throw new TypeError('usage: legacy-score.mjs FOLDER');
const work = mkdtempSync(join(tmpdir(), 'trichluc-legacy-'));
const small = join(work, 'small');
const [predicted, predictedSmall, truthSmall] = [
  join(work, 'predicted'),
  join(small, 'predicted'),
  join(small, 'truth'),
];
for (const made of [predicted, predictedSmall, truthSmall]) mkdirSync(made, { recursive: true });

/**
 * The text as the pages have it, notes at their foot. The program puts a note behind the paragraph of its mark; the scorer
 * aligns words in their order, and gives up on a long file where many words have moved.
 */
function inPageOrder({ text, pages, blocks }) {
  const notes = blocks.filter(({ note }) => note !== undefined);
  if (pages.length === 0 || notes.length === 0) return text;
  const withoutNotes = (span) => {
    const parts = [];
    let at = span.start;
    for (const { span: note } of notes) {
      if (note.end <= at || note.start >= span.end) continue;
      parts.push(text.slice(at, Math.max(at, note.start)));
      at = note.end;
    }
    return [...parts, text.slice(at, Math.max(at, span.end))];
  };
  const ofPage = ({ number, spans }) => [
    ...spans.flatMap(withoutNotes),
    ...notes.filter(({ page }) => page === number).map(({ span }) => text.slice(span.start, span.end)),
  ];
  return pages.flatMap(ofPage).join('\n');
}

/** @returns to each file the share of its letters that came back, and that of all */
async function score(scorer, of) {
  const { stdout } = await promisify(execFile)(process.execPath, [scorer, of], { maxBuffer: 1 << 26 });
  const files = new Map();
  for (const [, share, letters, name] of stdout.matchAll(/^(\d\.\d+)\s+(\d+)\s+(.+?)\.txt/gm))
    files.set(name, { share, letters });
  return { files, all: Number(/diacritic accuracy (\d\.\d+)/.exec(stdout)[1]) };
}

try {
  const failed = new Map();
  for (const file of readdirSync(join(folder, 'files')).sort()) {
    const { name } = parse(file);
    try {
      const bytes = readFileSync(join(folder, 'files', file));
      const text = inPageOrder(await readDocument({ bytes, name: file }));
      writeFileSync(join(predicted, `${name}.txt`), text);
      writeFileSync(join(predictedSmall, `${name}.txt`), text.toLowerCase());
    } catch (error) {
      failed.set(name, error.message);
    }
  }
  for (const file of readdirSync(join(folder, 'truth')))
    writeFileSync(join(truthSmall, file), readFileSync(join(folder, 'truth', file), 'utf8').toLowerCase());
  copyFileSync(join(folder, 'score.mjs'), join(small, 'score.mjs'));
  const [exact, folded] = await Promise.all([
    score(join(folder, 'score.mjs'), predicted),
    score(join(small, 'score.mjs'), predictedSmall),
  ]);
  console.log('as they stand   in small letters   letters');
  for (const [name, { share, letters }] of exact.files)
    console.log(
      `${share}          ${folded.files.get(name).share}             ${letters.padStart(6)}   ${name}${failed.has(name) ? `   ${failed.get(name)}` : ''}`,
    );
  console.log(`${exact.all}          ${folded.all}             ${exact.files.size} files`);
  const short = [
    exact.all < marks.asTheyStand ? `letters as they stand ${exact.all} < ${marks.asTheyStand}` : '',
    folded.all < marks.inSmallLetters ? `letters, all small, ${folded.all} < ${marks.inSmallLetters}` : '',
  ].filter((line) => line !== '');
  for (const line of short) console.log(`falls short: ${line}`);
  process.exitCode = short.length > 0 ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
