import type { Diagnostic } from '../../model/index.js';
import { alignedTables } from './aligned-tables.js';
import { buildLines } from './build-lines.js';
import { dropStamps } from './drop-stamps.js';
import { findGrids } from './find-grids.js';
import type { PageDrawing, Rule, TextLine } from './page-geometry.js';
import { type RuledTable, readTable, wordsInGrids } from './read-table.js';

/** What is kept of a page while the rest of the document is read: its glyphs are gone. */
export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** outside ruled tables, from top to bottom */
  readonly lines: readonly TextLine[];
  readonly tables: readonly { readonly top: number; readonly table: RuledTable }[];
  readonly rules: readonly Rule[];
  readonly pictured: number;
  readonly slanted: number;
  readonly unnamed: number;
  readonly stamped: boolean;
  readonly cut: boolean;
}

/** A rule typed in signs, as under a letterhead or for a form to be filled in. */
const drawnRule = /^[-–—_=~*.·…\s]{5,}$/u;

/** Reads the lines and the ruled tables of one page. */
export function readPageText(page: PageDrawing): PageText {
  const { lines, found } = dropStamps(buildLines(page));
  const { number, width, height, rules, pictured, slanted, unnamed, cut } = page;
  return { ...pageTextOf({ number, width, height, lines, rules }), pictured, slanted, unnamed, stamped: found, cut };
}

/** Parts a page's lines from the tables that its rules draw. */
export function pageTextOf(page: {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** from top to bottom */
  readonly lines: readonly TextLine[];
  readonly rules: readonly Rule[];
}): PageText {
  const lines = page.lines.filter((line) => !drawnRule.test(line.text));
  const grids = findGrids(page.rules);
  const { outside, inside } = wordsInGrids(lines, grids);
  const tables: { top: number; table: RuledTable }[] = [];
  const loose: TextLine[] = [];
  for (const grid of grids) {
    const table = readTable(grid, inside, page.number);
    if (table === null) continue;
    const goesOn = tables.length === 0 && !outside.some((line) => line.baseline < grid.top);
    if (table.scant === null || goesOn) tables.push({ top: grid.top, table });
    else loose.push(...table.scant);
  }
  const { number, width, height } = page;
  const free =
    loose.length === 0 ? outside : [...outside, ...loose].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const aligned = alignedTables(free);
  const inTables = new Set(aligned.flatMap(({ from, to }) => free.slice(from, to)));
  return {
    number,
    width,
    height,
    lines: aligned.length === 0 ? free : free.filter((line) => !inTables.has(line)),
    tables: aligned.length === 0 ? tables : [...tables, ...aligned].sort((a, b) => a.top - b.top),
    rules: page.rules.filter((rule) => rule.direction === 'horizontal'),
    pictured: 0,
    slanted: 0,
    unnamed: 0,
    stamped: false,
    cut: false,
  };
}

/** A page with fewer letters that is mostly picture is a scan with a stamp or a heading over it. */
const fewLetters = 30;
const mostlyPicture = 0.5;

export const lettersOf = (page: PageText): number =>
  page.lines.reduce((sum, line) => sum + line.words.reduce((count, word) => count + word.text.length, 0), 0) +
  page.tables.reduce(
    (sum, { table }) =>
      sum +
      table.cells.reduce(
        (count, cell) => count + cell.paragraphs.flat().reduce((n, line) => n + line.words.length, 0),
        0,
      ),
    0,
  );

/** Whether a page's text is a picture that only OCR can read. */
export const isScanned = (page: PageText): boolean => page.pictured >= mostlyPicture && lettersOf(page) < fewLetters;

/** What a reader of the document should know of a page. */
export function warningsOf(page: PageText): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  const { number } = page;
  if (isScanned(page))
    warnings.push({
      code: 'pdf/no-text-layer',
      level: 'warning',
      message: `Page ${number} holds only a picture`,
      page: number,
    });
  if (page.stamped)
    warnings.push({
      code: 'pdf/signature-stamp',
      level: 'info',
      message: `The stamp of an electronic signature on page ${number} is left out of the text`,
      page: number,
    });
  if (page.slanted > 0)
    warnings.push({
      code: 'pdf/slanted-text',
      level: 'info',
      message: `Letters set aslant on page ${number} are left out of the text`,
      page: number,
    });
  if (page.cut)
    warnings.push({
      code: 'pdf/page-too-full',
      level: 'warning',
      message: `Page ${number} holds more letters or lines than a page can: the rest is not read`,
      page: number,
    });
  return warnings;
}
