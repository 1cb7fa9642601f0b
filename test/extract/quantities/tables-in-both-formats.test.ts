import { readFileSync } from 'node:fs';
import { Packer } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertToPdf } from '../../../fixtures/convert-to-pdf.js';
import { type ReportTable, reportTable, tablesDocument } from '../../../fixtures/report-tables.js';
import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';
import type { Quantity } from '../../../src/model/index.js';

/** The figures of each data table, in reading order. */
async function figuresOf(bytes: Uint8Array, name: string): Promise<Quantity[][]> {
  const document = await readDocument({ bytes, name });
  const { quantities } = extract(document);
  const byTable = document.tables.map((): Quantity[] => []);
  for (const quantity of quantities) {
    const table = document.blocks[quantity.block]!.cell?.table;
    if (table !== undefined) byTable[table]!.push(quantity);
  }
  return byTable.filter((_, index) => document.tables[index]!.kind === 'data');
}

const line = ({ quote, kind, exact, unit, direction, indicator, subject, period, basis, baseline }: Quantity) =>
  [quote, kind, exact, unit, direction, indicator?.words, subject?.words, period, basis, baseline]
    .map((field) => field ?? '–')
    .join(' | ');
const lines = (tables: readonly (readonly Quantity[])[]) => tables.map((figures) => figures.map(line));

const docxOf = async (tables: readonly ReportTable[]) => Packer.toBuffer(tablesDocument(tables));

/** The numbers in the cells under the head, without running numbers. */
function numbersOf({ rows, headRows }: ReportTable): string[] {
  const firstColumn = rows[0]![0] === 'STT' || rows[1]?.[0] === 'STT' ? 1 : 0;
  return rows.slice(headRows).flatMap((row) => row.slice(firstColumn).filter((cell) => /^\d/.test(cell)));
}

describe('a table', () => {
  it('gives each of its numbers once, with its value, whatever its head and its rows', async () => {
    await fc.assert(
      fc.asyncProperty(reportTable, async (table) => {
        const [figures] = await figuresOf(await docxOf([table]), 'table.docx');
        expect(figures!.map(({ quote }) => quote)).toEqual(numbersOf(table));
        for (const { quote, exact, unit } of figures!) {
          // A percentage of more than a thousand is one with a wrong mark.
          if (unit === '%') continue;
          const value = Number(quote.replaceAll('.', '').replace(',', '.'));
          const scales = unit === 'đồng' ? [1e6, 1e9] : [1];
          expect(scales.map((scale) => Math.round((Number(exact) / scale) * 100) / 100)).toContain(value);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('gives the same figures from DOCX and from PDF, on one page or over several', async () => {
    const read = (name: string) => readFileSync(new URL(`../../../fixtures/tables/${name}`, import.meta.url));
    const tables: ReportTable[] = JSON.parse(read('made.json').toString('utf8'));
    const fromPdf = await figuresOf(read('made.pdf'), 'made.pdf');
    const pages = fromPdf.map((figures) => new Set(figures.map(({ page }) => page)).size);
    expect(pages.filter((count) => count > 1).length).toBeGreaterThan(8);
    expect(lines(fromPdf)).toEqual(lines(await figuresOf(await docxOf(tables), 'made.docx')));
  });

  it('is held against its own sums in DOCX and in PDF, where LibreOffice is installed', async ({ skip }) => {
    const wrong: ReportTable = {
      caption: 'Biểu 1. Kết quả gieo trồng (ĐVT: ha)',
      rows: [
        ['STT', 'Xã', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
        ['1', 'An Tân', '120,5', '110,2', '91,5'],
        ['2', 'An Hòa', '80,0', '84,0', '105,0'],
        ['3', 'An Phú', '60,0', '45,0', '95,0'],
        ['', 'Tổng cộng', '260,5', '249,2', '95,7'],
      ],
      headRows: 1,
      repeatsHead: false,
      widths: [800, 3000, 1800, 1800, 1600],
    };
    const contradictions = ['quantities/total-contradicts-rows 249,2', 'quantities/percent-contradicts-ratio 95,0'];
    const told = async (bytes: Uint8Array, name: string) => {
      const document = await readDocument({ bytes, name });
      return extract(document).diagnostics.flatMap(({ code, span }) =>
        code.startsWith('quantities/') ? [`${code} ${document.text.slice(span!.start, span!.end)}`] : [],
      );
    };
    expect(await told(await docxOf([wrong]), 'table.docx')).toEqual(contradictions);
    const pdf = await convertToPdf(tablesDocument([wrong]));
    if (pdf === null) return skip();
    expect(await told(pdf, 'table.pdf')).toEqual(contradictions);
  }, 120_000);

  it('gives the same figures from the PDF that LibreOffice makes here, where it is installed', async ({ skip }) => {
    const tables = fc.sample(reportTable, { seed: 31, numRuns: 16 });
    const pdf = await convertToPdf(tablesDocument(tables));
    if (pdf === null) return skip();
    expect(lines(await figuresOf(pdf, 'made.pdf'))).toEqual(lines(await figuresOf(await docxOf(tables), 'made.docx')));
  }, 120_000);
});
