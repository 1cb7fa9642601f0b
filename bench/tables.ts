// Cells of tables that are right, by our reader of PDF and by pdf-parse's getTable, in one run:
//   npx tsx bench/tables.ts [FILE.docx …]
// The truth is fixtures/tables (tables made by chance, with their PDF) and, for each DOCX given, its own cells; LibreOffice
// (soffice on the PATH) makes the PDF of those. A cell is right when it stands in its row, between its neighbours, with its
// words.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PDFParse, VerbosityLevel } from 'pdf-parse';
import type { ReportTable } from '../fixtures/report-tables.js';
import { readDocument } from '../src/ingest/index.js';

type Row = readonly string[];

const clean = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const filled = (row: Row): Row => row.map(clean).filter((text) => text !== '');

/** Rows of all data tables of a document, each as its filled cells. */
async function ourRows(bytes: Uint8Array, name: string): Promise<Row[]> {
  const { tables, blocks, text } = await readDocument({ bytes, name });
  return tables
    .filter(({ kind }) => kind === 'data')
    .flatMap(({ cells, rows }) =>
      Array.from({ length: rows }, (_, row) =>
        filled(
          cells
            .filter((cell) => cell.row === row)
            .toSorted((a, b) => a.column - b.column)
            .map((cell) => cell.blocks.map((at) => text.slice(blocks[at]!.span.start, blocks[at]!.span.end)).join(' ')),
        ),
      ),
    );
}

async function theirRows(bytes: Uint8Array): Promise<Row[]> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const { mergedTables, pages } = await parser.getTable();
    const tables = mergedTables.length > 0 ? mergedTables : pages.flatMap((page) => page.tables);
    return tables.flat().map(filled);
  } finally {
    await parser.destroy();
  }
}

/** Cells that two rows share in order. */
function common(a: Row, b: Row): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const cell of a) {
    const here = [0];
    for (const [i, other] of b.entries()) here.push(cell === other ? above[i]! + 1 : Math.max(above[i + 1]!, here[i]!));
    above = here;
  }
  return above.at(-1)!;
}

/** Each true row against the best row that is left, near its place. */
function rightCells(truth: readonly Row[], read: readonly Row[]): number {
  const left = new Set(read.keys());
  let right = 0;
  for (const row of truth) {
    let best = { at: -1, cells: 0 };
    for (const at of left) {
      const cells = common(row, read[at]!);
      if (cells > best.cells) best = { at, cells };
      if (cells === row.length && cells === read[at]!.length) break;
    }
    left.delete(best.at);
    right += best.cells;
  }
  return right;
}

interface Sample {
  readonly name: string;
  readonly truth: readonly Row[];
  readonly pdf: Uint8Array;
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'tables');
const made: ReportTable[] = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8'));
const samples: Sample[] = [
  {
    name: 'tables made by chance',
    truth: made.flatMap(({ rows }) => rows.map((row) => filled(row.filter((cell) => cell !== '^' && cell !== '<')))),
    pdf: readFileSync(join(folder, 'made.pdf')),
  },
];
const work = mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
for (const path of process.argv.slice(2)) {
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const { status } = spawnSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', work, path]);
  const truth = await ourRows(readFileSync(path), basename(path));
  if (status === 0 && truth.length > 0)
    samples.push({
      name: basename(path),
      truth,
      pdf: readFileSync(join(work, basename(path).replace(/\.\w+$/, '.pdf'))),
    });
}
rmSync(work, { recursive: true, force: true });

const timed = async (read: () => Promise<Row[]>) => {
  const from = process.cpuUsage();
  const rows = await read();
  const { user, system } = process.cpuUsage(from);
  return { rows, ms: (user + system) / 1000 };
};
await theirRows(samples[0]!.pdf);
await ourRows(samples[0]!.pdf, 'warm.pdf');
console.log(`${'cells right'.padEnd(44)} ${'trichluc'.padStart(16)} ${'getTable'.padStart(16)}`);
for (const { name, truth, pdf } of samples) {
  const ours = await timed(() => ourRows(pdf, 'bench.pdf'));
  const theirs = await timed(() => theirRows(pdf));
  const all = truth.reduce((sum, row) => sum + row.length, 0);
  const share = (rows: readonly Row[]) => `${((100 * rightCells(truth, rows)) / all).toFixed(1)} %`;
  const column = ({ rows, ms }: typeof ours) => `${share(rows)} ${ms.toFixed(0).padStart(6)} ms`.padStart(16);
  console.log(`${`${name.slice(0, 34)} (${all})`.padEnd(44)} ${column(ours)} ${column(theirs)}`);
}
