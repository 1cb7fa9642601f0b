// Reads every file of the time before Unicode with the program's own readers (no LibreOffice) and scores the letters with
// the corpus's own scorer, as the page shows them, as they were typed, in small letters, and as the truth holds them:
//   node scripts/legacy-score.mjs FOLDER      (FOLDER/files/NAME.ext, FOLDER/truth/NAME.txt, FOLDER/score.mjs)
// Fails under the marks below; docs/measuring.md says what stands between them and 1.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { readDocument } from '../dist/ingest/index.js';

/** Least share of the truth's marked letters that come back. */
const marks = { shown: 0.973, typed: 0.987, small: 0.987, held: 0.994 };
/**
 * The ways to give the text, by name: as the page shows it; with small letters where a font alone makes capitals of them
 * (.VnTimeH), as the truth was made; both it and the truth all in small letters; as typed, with what the documents hide
 * (deleted words, hidden rows and columns), since the truth has that too.
 */
const ways = { shown: 'as shown', typed: 'as typed', small: 'all small', held: 'as held' };

const folder = process.argv[2];
if (folder === undefined) throw new TypeError('usage: legacy-score.mjs FOLDER');
const work = mkdtempSync(join(tmpdir(), 'trichluc-legacy-'));
const predicted = Object.fromEntries(Object.keys(ways).map((way) => [way, join(work, way, 'predicted')]));
const truthSmall = join(work, 'small', 'truth');
for (const made of [...Object.values(predicted), truthSmall]) mkdirSync(made, { recursive: true });

/**
 * The text in the order of the page, line by line: notes at its foot, or at the end of a text that has no pages, and the
 * columns of a letterhead or a signature side by side. The program puts a note behind the paragraph of its mark and reads
 * columns one after the other; the scorer aligns words in their order, and gives up on a long file where many words have moved.
 */
function inPageOrder({ text, pages, blocks, tables }) {
  const notes = blocks.filter(({ note }) => note !== undefined);
  const quote = (span) => text.slice(span.start, span.end);
  if (pages.length === 0) {
    const columnsOf = ({ cell }) => (cell !== undefined && tables[cell.table].kind === 'layout' ? cell.table : null);
    const body = blocks.filter(({ note }) => note === undefined);
    const ordered = [];
    for (let from = 0; from < body.length; ) {
      const table = columnsOf(body[from]);
      let to = from + 1;
      while (table !== null && to < body.length && columnsOf(body[to]) === table) to += 1;
      const own = body.slice(from, to);
      ordered.push(...own.sort((a, b) => (a.cell?.row ?? 0) - (b.cell?.row ?? 0)));
      from = to;
    }
    return [...ordered, ...notes].map(({ span }) => quote(span)).join('\n');
  }
  if (notes.length === 0) return text;
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
    ...notes.filter(({ page }) => page === number).map(({ span }) => quote(span)),
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
      const read = async (how) => inPageOrder(await readDocument({ bytes, name: file, ...how }));
      const shown = await read({});
      const texts = {
        shown,
        typed: await read({ capitals: 'typed' }),
        small: shown.toLowerCase(),
        held: await read({ capitals: 'typed', hidden: 'kept' }),
      };
      for (const [way, text] of Object.entries(texts)) writeFileSync(join(predicted[way], `${name}.txt`), text);
    } catch (error) {
      failed.set(name, error.message);
    }
  }
  for (const file of readdirSync(join(folder, 'truth')))
    writeFileSync(join(truthSmall, file), readFileSync(join(folder, 'truth', file), 'utf8').toLowerCase());
  copyFileSync(join(folder, 'score.mjs'), join(work, 'small', 'score.mjs'));
  const scores = Object.fromEntries(
    await Promise.all(
      Object.keys(ways).map(async (way) => [
        way,
        await score(way === 'small' ? join(work, 'small', 'score.mjs') : join(folder, 'score.mjs'), predicted[way]),
      ]),
    ),
  );
  const row = (cells) => console.log(cells.map((cell) => cell.padEnd(11)).join(''));
  row([...Object.values(ways), 'letters']);
  for (const [name, { letters }] of scores.shown.files)
    row([
      ...Object.values(scores).map(({ files }) => files.get(name).share),
      letters,
      `${name}${failed.has(name) ? `   ${failed.get(name)}` : ''}`,
    ]);
  row([...Object.values(scores).map(({ all }) => String(all)), '', `${scores.shown.files.size} files`]);
  const short = Object.keys(ways).filter((way) => scores[way].all < marks[way]);
  for (const way of short) console.log(`falls short: ${ways[way]} ${scores[way].all} < ${marks[way]}`);
  process.exitCode = short.length > 0 ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
