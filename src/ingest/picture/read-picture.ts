import { PipelineError, type SourceDocument } from '../../model/index.js';
import { assembleDocument } from '../draft.js';
import { openRecogniser } from '../ocr/choose-recogniser.js';
import { scaled } from '../ocr/page-image.js';
import type { RecognisedText } from '../ocr/place-words.js';
import { recognisePages } from '../ocr/recognise-pages.js';
import { recognisedWarnings } from '../ocr/recognised-warnings.js';
import { layOutPages } from '../pdf/lay-out-pages.js';
import { lettersOf, type PageText } from '../pdf/page-text.js';
import type { ReaderInput } from '../reader.js';
import { noRecognition, RecognitionNeeded } from '../recognition.js';
import { decodePicture } from './decode-picture.js';
import type { PictureKind } from './picture-kind.js';

const mediaTypes: Readonly<Record<PictureKind, string>> = { png: 'image/png', jpeg: 'image/jpeg', tiff: 'image/tiff' };

/** Letters of 13 points are best read at this many dots an inch; finer and coarser pictures are brought near it. */
const bestDpi = 300;
const wellReadable = { least: 180, most: 420 };

/**
 * Reads a scan or a photograph of paper.
 *
 * @throws RecognitionNeeded where recognition is to be postponed
 * @throws PipelineError `no-text` (recognition is off, or found nothing), `corrupt`, `too-large`, `too-many-pages`, `timeout`
 */
export async function readPicture(input: ReaderInput, kind: PictureKind): Promise<SourceDocument> {
  const { name, bytes, sha256 } = input;
  const { mode, postpone, pagesAtOnce, mostPages, choice } = input.recognition ?? noRecognition;
  const picture = decodePicture(input, kind);
  if (mode === 'never') throw new PipelineError('no-text', `${name} is a picture, and text recognition is off`);
  if (postpone) throw new RecognitionNeeded(name, picture.pages);

  const recognised = new Map<number, RecognisedText>();
  const pages: PageText[] = [];
  const recogniser = await openRecogniser(choice);
  try {
    const length = Math.min(picture.pages, mostPages ?? picture.pages);
    const numbers = Array.from({ length }, (_, index) => index + 1);
    const pictureOf = (number: number) => {
      const image = picture.page(number - 1);
      return image.dpi < wellReadable.least || image.dpi > wellReadable.most
        ? scaled(image, bestDpi / image.dpi)
        : image;
    };
    const read = await recognisePages(recogniser, numbers, pictureOf, pagesAtOnce);
    for (const number of numbers) {
      const { page, confidence, words } = read.get(number)!;
      pages.push(page);
      recognised.set(number, { by: recogniser.name, confidence, words });
    }
  } finally {
    await recogniser.close();
  }
  if (pages.every((page) => lettersOf(page) === 0))
    throw new PipelineError('no-text', `${name} is a picture in which no letters were found`);
  const { blocks, tables, notes } = layOutPages(pages);
  return assembleDocument({
    sha256,
    name,
    mediaType: mediaTypes[kind],
    bytes: bytes.length,
    pageCount: pages.length,
    blocks,
    tables,
    notes,
    warnings: recognisedWarnings(recognised),
    recognised,
  });
}
