import { PipelineError } from '../../model/index.js';
import { openRecogniser } from '../ocr/choose-recogniser.js';
import type { RecognisedText } from '../ocr/place-words.js';
import { recognisePages } from '../ocr/recognise-pages.js';
import type { ReaderInput } from '../reader.js';
import { noRecognition, RecognitionNeeded } from '../recognition.js';
import { isGarbled, readsBetter } from './judge-text-layer.js';
import { needsRecognition } from './needs-recognition.js';
import { withPdf } from './open-pdf.js';
import { lettersOf, type PageText } from './page-text.js';
import { renderPage } from './render-page.js';

/** Scans are kept at 200 to 300 dots an inch; read at 300, small print of a 200-dot scan gains. */
const readingDpi = 300;

/** The pages of a PDF, those that are pictures replaced by what was read off them. */
export interface ReadPages {
  readonly pages: readonly PageText[];
  readonly recognised: ReadonlyMap<number, RecognisedText>;
}

/**
 * Reads the pages that are pictures, as far as `input.recognition` says.
 *
 * @throws RecognitionNeeded where it is to be postponed
 * @throws PipelineError `timeout`, `internal`
 */
export async function recognisePdf(input: ReaderInput, pages: readonly PageText[]): Promise<ReadPages> {
  const { mode, postpone, pagesAtOnce, mostPages, choice } = input.recognition ?? noRecognition;
  const wanted = mode === 'always' ? pages.map(({ number }) => number) : needsRecognition(pages);
  if (mode === 'never' || wanted.length === 0) return { pages, recognised: new Map() };
  if (postpone) throw new RecognitionNeeded(input.name, wanted.length);

  const recogniser = await openRecogniser(choice);
  try {
    const read = await recognisePages(
      recogniser,
      wanted.slice(0, mostPages),
      (number) => pictureOf(input, number),
      pagesAtOnce,
    );
    const recognised = new Map<number, RecognisedText>();
    const replaced = pages.map((page): PageText => {
      const found = read.get(page.number);
      // A page of figures without letters may keep its little text layer.
      if (found === undefined || (lettersOf(found.page) === 0 && lettersOf(page) > 0)) return page;
      // A page that only seemed garbled, in a language of its own, keeps its letters.
      if (mode === 'auto' && page.unnamed === 0 && isGarbled(page) && !readsBetter(found.page, page)) return page;
      recognised.set(page.number, { by: recogniser.name, confidence: found.confidence, words: found.words });
      return found.page;
    });
    return { pages: replaced, recognised };
  } finally {
    await recogniser.close();
  }
}

/** Opens the file anew for each page: that takes milliseconds, and nothing is held while the page is read for seconds. */
async function pictureOf(input: ReaderInput, number: number) {
  const opened = await withPdf(input, (pdfium, document) => renderPage(pdfium, document, number - 1, readingDpi));
  if (opened === null) throw new PipelineError('corrupt', `page ${number} of ${input.name} cannot be drawn`);
  return opened.result;
}
