// Prints every labelled report in fonts without Vietnamese letters, reads the PDF and holds its score against that of the
// text:
//   npx tsx scripts/gold-fonts.ts FOLDER [--as latin,tcvn3,unnamed] [NAME…]        (with FOLDER/gold and FOLDER/corpus)
// - latin: the font lacks them, and LibreOffice draws each from another font, run by run;
// - tcvn3: typed in TCVN3 in .VnTime and .VnTimeH, whose letters the PDF names as those of Western Europe;
// - unnamed: the fonts do not say which letters they draw, so that the page has to be recognised (seconds a page).
// Fails when citations, quantities or awards lose more than 0.01 of F1, where they are recognised 0.05.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { oldFonts, printInTcvn3, westernCharacters } from '../fixtures/print-in-tcvn3.js';
import { remadeFont } from '../fixtures/remade-font.js';
import { readDocument } from '../src/ingest/index.js';
import { holdsAgainstText, keepTexts, type Measured, measuredReports, printable, printed } from './labelled-reports.js';

const losses = { latin: 0.01, tcvn3: 0.01, unnamed: 0.05 } as const;
type Way = keyof typeof losses;

const { values, positionals } = parseArgs({
  options: { as: { type: 'string', default: 'latin,tcvn3' } },
  allowPositionals: true,
});
const ways = values.as.split(',').filter((way): way is Way => way in losses);
const [folder, ...only] = positionals;
if (folder === undefined || ways.length === 0)
  throw new TypeError('usage: gold-fonts.ts FOLDER [--as latin,tcvn3,unnamed] [NAME…]');

const times = readFileSync(execFileSync('fc-match', ['-f', '%{file}', 'Liberation Serif'], { encoding: 'utf8' }));

/** In a font of the letters of Western Europe alone, which LibreOffice finds among the user's own. */
async function printedInLatin(measured: Measured, work: string): Promise<Buffer[]> {
  const { family, bytes } = remadeFont(times, 'Latin Serif', westernCharacters, (typed) => typed);
  mkdirSync(join(work, 'home', 'fonts'), { recursive: true });
  writeFileSync(join(work, 'home', 'fonts', 'latin.ttf'), bytes);
  return printed(measured, family, work, { XDG_DATA_HOME: join(work, 'home'), XDG_CACHE_HOME: join(work, 'cache') });
}

async function printedUnnamed(measured: Measured, work: string): Promise<Buffer[]> {
  const pdfs = await printed(measured, 'Times New Roman', work);
  return pdfs.map((pdf) => Buffer.from(pdf.toString('latin1').replaceAll('/ToUnicode ', '/NoUnicode '), 'latin1'));
}

async function printedAs(way: Way, measured: Measured, work: string): Promise<Buffer[]> {
  switch (way) {
    case 'latin':
      return printedInLatin(measured, work);
    case 'unnamed':
      return printedUnnamed(measured, work);
    case 'tcvn3': {
      const fonts = oldFonts(times);
      return measured.names.map((name) => printInTcvn3(printable(measured.text(name)), fonts));
    }
  }
}

const work = mkdtempSync(join(tmpdir(), 'trichluc-fonts-'));
try {
  const measured = measuredReports(folder, only, work);
  await keepTexts(measured);
  for (const way of ways) {
    const pdfs = await printedAs(way, measured, join(work, `print-${way}`));
    for (const [index, name] of measured.names.entries()) {
      const document = await readDocument({
        bytes: pdfs[index]!,
        name: `${name}.pdf`,
        recognition: { mode: way === 'unnamed' ? 'auto' : 'never', pagesAtOnce: availableParallelism() },
      });
      measured.keep(way, name, document);
    }
    if (!holdsAgainstText(measured, way, losses[way])) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
