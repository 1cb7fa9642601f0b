import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type exceljs from 'exceljs';
import type { CellValue, Sheet } from './sheet.js';

/** Rows that a sheet of XLSX can have, its head among them. */
const mostRows = 1_048_576;
/** Signs that a cell can have. */
const longestText = 32_767;
/** A double keeps any decimal of so many digits; a longer one stays text. */
const exactDigits = 15;
/** Rows between two looks at whether the disk keeps up. */
const rowsAtOnce = 500;
/** Columns from so many signs on break their text into lines. */
const narrowestWrapped = 12;
/** Points: a line of the font that sheets have by default, and the tallest row there is. */
const lineHeight = 15;
const tallestRow = 409;
/** The same sheets give the same bytes, so no file in the ZIP has the day it was made. */
const day = new Date(Date.UTC(2000, 0, 1));

/** A control sign has no place in XML; exceljs writes what it is given. */
const noXml =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What exceljs has and does not declare: the ZIP it writes to, and the first thing it writes, in its constructor. */
interface Undeclared {
  readonly zip: { append(source: unknown, data: { name: string; date?: Date }): unknown };
  addThemes(): Promise<void>;
}
type Writer = new (
  options: Partial<exceljs.stream.xlsx.WorkbookStreamWriterOptions>,
) => exceljs.stream.xlsx.WorkbookWriter & Undeclared;

/**
 * A workbook whose every part has the same day. exceljs is loaded here: it is six hundred modules, and most commands write
 * no workbook.
 */
async function openWorkbook(output: Writable): Promise<exceljs.stream.xlsx.WorkbookWriter> {
  const { default: loaded } = await import('exceljs');
  class DatelessWriter extends (loaded.stream.xlsx.WorkbookWriter as unknown as Writer) {
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, data) => append(source, { ...data, date: day });
      return super.addThemes();
    }
  }
  const workbook = new DatelessWriter({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = 'trichluc';
  workbook.created = day;
  workbook.modified = day;
  return workbook;
}

/**
 * Writes sheets as one XLSX workbook, row by row: filters over the heads, heads that stay, numbers as numbers. Text is
 * written as text, so that no cell becomes a formula. Ends `output`.
 */
export async function writeXlsx(sheets: readonly Sheet[], output: Writable): Promise<void> {
  const written = finished(output);
  // A disk that is full, or a folder that is not there, ends the work wherever it stands.
  const failed = new Promise<never>((_, reject) => written.catch(reject));
  const write = async () => {
    const workbook = await openWorkbook(output);
    for (const sheet of sheets) await writeSheet(workbook, sheet, output);
    await workbook.commit();
  };
  await Promise.race([write(), failed]);
  await written;
}

async function writeSheet(workbook: exceljs.stream.xlsx.WorkbookWriter, sheet: Sheet, output: Writable): Promise<void> {
  let part = 1;
  let page = addPage(workbook, sheet, part);
  let written = 1;
  for await (const row of sheet.rows()) {
    if (written === mostRows) {
      await page.commit();
      part += 1;
      page = addPage(workbook, sheet, part);
      written = 1;
    }
    const line = page.addRow(row.map(cell));
    setHeight(line, sheet, row);
    row.forEach((value, index) => {
      if (typeof value === 'object' && value !== null) line.getCell(index + 1).numFmt = formatOf(value.exact);
    });
    line.commit();
    written += 1;
    if (written % rowsAtOnce === 0) {
      // exceljs hands rows on without asking whether there is room.
      if (output.writableNeedDrain) await once(output, 'drain');
      else await new Promise(setImmediate);
    }
  }
  await page.commit();
}

function addPage(workbook: exceljs.stream.xlsx.WorkbookWriter, { title, columns }: Sheet, part: number) {
  const page = workbook.addWorksheet(part === 1 ? title : `${title} (${part})`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  page.columns = columns.map(({ width }) => ({
    width,
    style: { alignment: { vertical: 'top', wrapText: width >= narrowestWrapped } },
  }));
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const titles = columns.map((column) => column.title);
  const head = page.addRow(titles);
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
  head.alignment = { vertical: 'middle', wrapText: true };
  // The arrow of a filter takes the room of some signs, and bold text that of more.
  setHeight(head, { columns: columns.map((column) => ({ ...column, width: column.width - 4 })) }, titles);
  head.commit();
  return page;
}

/** Spreadsheets that open a file do not all make room for text that breaks into lines: the row says how tall it is. */
function setHeight(line: exceljs.Row, { columns }: Pick<Sheet, 'columns'>, row: readonly CellValue[]): void {
  const lines = row.map((value, index) => {
    const { width } = columns[index]!;
    return typeof value === 'string' && width >= narrowestWrapped / 2 ? linesIn(value, width) : 1;
  });
  const most = Math.max(1, ...lines);
  if (most > 1) line.height = Math.min(most * lineHeight, tallestRow);
}

/** Lines that the words of a text take where each holds so many signs. */
function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let left = 0;
    for (const { length } of paragraph.split(' ')) {
      if (length + 1 <= left) left -= length + 1;
      else {
        lines += Math.max(1, Math.ceil(length / width));
        left = (width - (length % width)) % width;
      }
    }
  }
  return lines;
}

function cell(value: CellValue): string | number | boolean | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const text = value.replace(noXml, '\uFFFD');
    return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  }
  return holdsExactly(value.exact) ? Number(value.exact) : value.exact;
}

const digitsOf = (exact: string): string => exact.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
const holdsExactly = (exact: string): boolean =>
  digitsOf(exact).replace(/0+$/, '').length <= exactDigits && digitsOf(exact).length <= 18;

/** As many places as the figure has: "36.45" is shown as 36,45 and never as 36. */
function formatOf(exact: string): string {
  const places = exact.split('.')[1]?.length ?? 0;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(places, 15))}`;
}
