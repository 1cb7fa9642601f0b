// Reads every file of a folder as an import would and prints what each gave, as a table for docs/real-files.md:
//   npx tsx scripts/real-files.ts FOLDER > docs/real-files.md
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { detectFormat } from '../src/ingest/index.js';
import { PipelineError } from '../src/model/index.js';
import { createStagePool } from '../src/pipeline/index.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('usage: real-files.ts FOLDER');

const pool = createStagePool({ threads: 1, memoryMb: 1024, timeoutMs: 300_000 });
const rows: string[][] = [];
let broughtIn = 0;
try {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || extname(name) === '.md' || extname(name) === '.tsv') continue;
    const kind = detectFormat(readFileSync(path), name) ?? '?';
    const began = performance.now();
    process.stderr.write(`${name}\n`);
    try {
      const { document, extraction } = await pool.run({
        path,
        name,
        save: async () => {},
        recognition: { mode: 'auto', pagesAtOnce: availableParallelism() },
        extraMs: 1_800_000,
      });
      const { header, citations, quantities, awards } = extraction;
      const read = document.pages.filter(({ recognition }) => recognition !== undefined);
      const sure = read.reduce((sum, { recognition }) => sum + recognition!.confidence, 0) / read.length;
      const decoded = document.warnings.find(({ code }) => code.startsWith('ingest/from-'));
      broughtIn += 1;
      rows.push([
        name,
        kind,
        String(document.pageCount ?? '–'),
        read.length === 0 ? '' : `${read.length} (${Math.round(sure * 100)} %)`,
        decoded?.code.replace('ingest/from-', '') ?? '',
        header.type ?? '–',
        header.number ?? '–',
        header.date ?? '–',
        String(citations.length),
        String(quantities.length),
        String(awards.length),
        ((performance.now() - began) / 1000).toFixed(1),
      ]);
    } catch (error) {
      const why = error instanceof PipelineError ? error.code : String(error);
      rows.push([
        name,
        kind,
        '',
        '',
        '',
        `**${why}**`,
        '',
        '',
        '',
        '',
        '',
        ((performance.now() - began) / 1000).toFixed(1),
      ]);
    }
  }
} finally {
  await pool.close();
}
const head = [
  'file',
  'kind',
  'pages',
  'recognised (sure)',
  'decoded',
  'type',
  'number',
  'date',
  'citations',
  'figures',
  'awards',
  's',
];
const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
console.log(`# Real files

What each of ${rows.length} files of Vietnamese offices gave, as they were found: DOCX, old DOC and PDF, typed and scanned.
${broughtIn} came in. Printed by \`npx tsx scripts/real-files.ts FOLDER\`; the seconds are of a machine with other work to do. A number or
day that an office wrote into a form by hand is often not read, and a dash is then the right answer.

${line(head)}
${line(head.map(() => '---'))}
${rows.map(line).join('\n')}`);
