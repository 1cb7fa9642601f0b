import { PipelineError, type SourceDocument } from '../../model/index.js';
import { attachedWarning } from '../attached-warning.js';
import { assembleDocument } from '../draft.js';
import { conversionsByPage } from '../legacy/report-conversions.js';
import { recognisedWarnings } from '../ocr/recognised-warnings.js';
import type { ReaderInput } from '../reader.js';
import { type PageConversion, PageDecoder } from './decode-drawing.js';
import { garbledWarning } from './judge-text-layer.js';
import { layOutPages } from './lay-out-pages.js';
import { isPictureOnly } from './needs-recognition.js';
import { withPdf } from './open-pdf.js';
import { type PageText, readPageText, warningsOf } from './page-text.js';
import { readPage } from './read-page.js';
import { recognisePdf } from './recognise-pdf.js';
import { readSecondOpinion } from './second-opinion.js';

/**
 * Reads a PDF from its glyphs, and pages that are pictures by recognition.
 *
 * @throws RecognitionNeeded where recognition is to be postponed
 * @throws PipelineError `encrypted` (a password is needed to open it), `corrupt`, `no-text` (a scan; only a stamp or a
 *   watermark over it), `too-many-pages`
 */
export async function readPdf(input: ReaderInput): Promise<SourceDocument> {
  let conversions: readonly PageConversion[] = [];
  let attached = 0;
  const opened = await withPdf(input, (pdfium, document, pageCount): PageText[] => {
    const pages: PageText[] = [];
    const decoder = new PageDecoder((drawing) => pages.push(readPageText(drawing)), input.capitals);
    for (let index = 0; index < pageCount; index += 1) {
      const drawing = readPage(pdfium, document, index);
      if (drawing !== null) decoder.add(drawing);
    }
    decoder.flush();
    conversions = decoder.conversions;
    attached = pdfium.calls.FPDFDoc_GetAttachmentCount(document);
    if (pages.length === 0) throw new PipelineError('corrupt', `${input.name} has no page that can be read`);
    return pages;
  });
  const drawn =
    opened === null
      ? await readSecondOpinion(input)
      : { pages: opened.result, pageCount: opened.pageCount, repaired: false, warnings: [] };
  const { pageCount, repaired, warnings } = drawn;
  const { pages, recognised } = repaired
    ? { pages: drawn.pages, recognised: new Map<never, never>() }
    : await recognisePdf(input, drawn.pages);
  if (isPictureOnly(pages))
    throw new PipelineError(
      'no-text',
      recognised.size === 0
        ? `${input.name} holds only pictures: ${pageCount === 1 ? 'its page needs' : `its ${pageCount} pages need`} text recognition`
        : `${input.name} holds pictures in which no letters were found`,
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
      ...pages.flatMap((page) => (recognised.has(page.number) ? [] : garbledWarning(page))),
      ...pages.flatMap(warningsOf),
      ...warnings,
      ...attachedWarning(attached),
      ...conversionsByPage(conversions),
      ...recognisedWarnings(recognised),
    ],
    recognised,
  });
}
