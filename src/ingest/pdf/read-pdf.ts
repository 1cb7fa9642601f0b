import { PipelineError, type SourceDocument } from '../../model/index.js';
import { assembleDocument } from '../draft.js';
import { conversionsByPage } from '../legacy/report-conversions.js';
import type { ReaderInput } from '../reader.js';
import { type PageConversion, PageDecoder } from './decode-drawing.js';
import { layOutPages } from './lay-out-pages.js';
import { withPdf } from './open-pdf.js';
import { isScanned, lettersOf, type PageText, readPageText, warningsOf } from './page-text.js';
import { readPage } from './read-page.js';
import { readSecondOpinion } from './second-opinion.js';

/** Fewer letters in a whole document with pictures are a portal's watermark or a stamp, no text layer. */
const fewestLetters = 60;

/**
 * Reads a PDF with a text layer from its glyphs.
 *
 * @throws PipelineError `encrypted` (a password is needed to open it), `corrupt`, `no-text` (a scan; only a stamp or a
 *   watermark over it), `too-many-pages`
 */
export async function readPdf(input: ReaderInput): Promise<SourceDocument> {
  let conversions: readonly PageConversion[] = [];
  const opened = await withPdf(input, (pdfium, document, pageCount): PageText[] => {
    const pages: PageText[] = [];
    const decoder = new PageDecoder((drawing) => pages.push(readPageText(drawing)));
    for (let index = 0; index < pageCount; index += 1) {
      const drawing = readPage(pdfium, document, index);
      if (drawing !== null) decoder.add(drawing);
    }
    decoder.flush();
    conversions = decoder.conversions;
    if (pages.length === 0) throw new PipelineError('corrupt', `${input.name} has no page that can be read`);
    return pages;
  });
  const { pages, pageCount, repaired, warnings } =
    opened === null ? await readSecondOpinion(input) : { ...opened, repaired: false, warnings: [] };
  const letters = pages.reduce((sum, page) => sum + lettersOf(page), 0);
  const scanned = pages.filter(isScanned).length;
  const pictured = pages.filter((page) => page.pictured >= 0.5).length;
  if (letters === 0 || scanned === pages.length || (pictured * 2 > pages.length && letters < fewestLetters))
    throw new PipelineError(
      'no-text',
      `${input.name} holds only pictures: its ${pageCount} pages need text recognition`,
    );
  const { blocks, tables, notes } = layOutPages(pages);
  return assembleDocument({
    sha256: input.sha256,
    name: input.name,
    mediaType: 'application/pdf',
    bytes: input.bytes.length,
    pageCount,
    blocks,
    tables,
    notes,
    warnings: [
      ...(repaired
        ? [
            {
              code: 'pdf/repaired',
              level: 'warning' as const,
              message: 'The file is damaged; it was read without its layout',
            },
          ]
        : []),
      ...pages.flatMap(warningsOf),
      ...warnings,
      ...conversionsByPage(conversions),
    ],
  });
}
