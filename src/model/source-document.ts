import { z } from 'zod';
import { diagnostic } from './diagnostic.js';
import { textSpan } from './span.js';

/** How a block looks, as far as the format says. Hints for layout, never truth. */
export const blockStyle = z
  .object({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
    /** points */
    fontSize: z.number().optional(),
    /** name of the paragraph style ("Heading 1") */
    name: z.string().optional(),
  })
  .readonly();
export type BlockStyle = z.infer<typeof blockStyle>;

/**
 * A piece of `text` that is read as one: blocks do not overlap and stand in reading order; between two blocks `text`
 * holds one "\n" (one "\t" between two cells of one table row). A "\n" inside a block is a line break of the author's.
 */
export const block = z
  .object({
    kind: z.enum(['heading', 'paragraph', 'list-item', 'table-cell', 'footnote', 'header', 'footer']),
    span: textSpan,
    /** page on which the block begins, from 1; null where the format has no pages */
    page: z.int().positive().nullable(),
    style: blockStyle,
    /** heading: 1..9; list item: depth from 1 */
    level: z.int().positive().optional(),
    /** the automatic number or bullet that the word processor shows ("Điều 9.", "a)", "-"); it stands in `text` too */
    label: z.string().optional(),
    /** of a table cell: index into `tables`, and the cell's place, from 0 */
    cell: z
      .object({ table: z.int().nonnegative(), row: z.int().nonnegative(), column: z.int().nonnegative() })
      .readonly()
      .optional(),
    /** of a footnote block: index into `notes` */
    note: z.int().nonnegative().optional(),
  })
  .readonly();
export type Block = z.infer<typeof block>;

/** One cell; a merged cell stands once, at its top left corner. Its text is the text of its blocks (there may be none). */
export const tableCell = z
  .object({
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
    rowSpan: z.int().positive(),
    columnSpan: z.int().positive(),
    /** indices into `blocks` */
    blocks: z.array(z.int().nonnegative()).readonly(),
    /** marked as a head cell by the format, or by rule of the reader */
    header: z.boolean(),
  })
  .readonly();
export type TableCell = z.infer<typeof tableCell>;

export const table = z
  .object({
    span: textSpan,
    page: z.int().positive().nullable(),
    rows: z.int().positive(),
    columns: z.int().positive(),
    cells: z.array(tableCell).readonly(),
    /** `layout`: the borderless two-column table of the letterhead or the signature, whose cells read as columns */
    kind: z.enum(['data', 'layout']),
  })
  .readonly();
export type Table = z.infer<typeof table>;

/** A footnote or endnote. `text` holds its mark in the body as a superscript ("¹", "⁽¹⁾", "*"), at `anchor`. */
export const note = z
  .object({
    kind: z.enum(['footnote', 'endnote']),
    /** the mark as digits or sign, without brackets or superscript: "1", "*" */
    mark: z.string(),
    /** where the mark stands in the body; null when the body has no such mark */
    anchor: textSpan.nullable(),
    /** the blocks of the note's own text, indices into `blocks` */
    blocks: z.array(z.int().nonnegative()).readonly(),
  })
  .readonly();
export type Note = z.infer<typeof note>;

/** What a program that reads printed letters said of a page that is a picture. */
export const pageRecognition = z
  .object({
    /** program and version: 'tesseract 5.3.0' */
    by: z.string(),
    /** mean certainty of the page's letters, 0 to 1 */
    confidence: z.number().min(0).max(1),
    /**
     * each word of the text: start, end (offsets into `text`), certainty in percent, then left, top, width and height of
     * its box in points of the upright page
     */
    words: z
      .array(z.tuple([z.int(), z.int(), z.int(), z.number(), z.number(), z.number(), z.number()]).readonly())
      .readonly(),
  })
  .readonly();
export type PageRecognition = z.infer<typeof pageRecognition>;

/** A page and the runs of `text` printed on it (a paragraph cut by a page break is one block with runs on two pages). */
export const page = z
  .object({
    number: z.int().positive(),
    spans: z.array(textSpan).readonly(),
    /** only where the text was read off a picture */
    recognition: pageRecognition.optional(),
  })
  .readonly();
export type Page = z.infer<typeof page>;

/** A report as read: one NFC text and what is known of its layout. Page numbers and running heads are not in the text. */
export const sourceDocument = z
  .object({
    /** of the original bytes, lower-case hex */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** file name without folder */
    name: z.string(),
    mediaType: z.string(),
    /** size of the original */
    bytes: z.int().nonnegative(),
    pageCount: z.int().positive().nullable(),
    text: z.string(),
    pages: z.array(page).readonly(),
    blocks: z.array(block).readonly(),
    tables: z.array(table).readonly(),
    notes: z.array(note).readonly(),
    warnings: z.array(diagnostic).readonly(),
  })
  .readonly();
export type SourceDocument = z.infer<typeof sourceDocument>;

/** The page an offset stands on, from 1; null where the document has no pages. Logarithmic after the first call. */
export function pageAt(document: SourceDocument, offset: number): number | null {
  let runs = runsOf.get(document);
  if (runs === undefined) {
    runs = document.pages
      .flatMap(({ number, spans }) => spans.map(({ start }) => ({ start, number })))
      .sort((a, b) => a.start - b.start);
    runsOf.set(document, runs);
  }
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[Math.max(0, low - 1)]?.number ?? null;
}
const runsOf = new WeakMap<SourceDocument, { start: number; number: number }[]>();
