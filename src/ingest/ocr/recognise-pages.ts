import type { PageImage } from './page-image.js';
import { type RecognisedPage, recognisePage } from './recognise-page.js';
import type { Recogniser } from './recogniser.js';

/**
 * Reads pages side by side, each from the picture that `pictureOf` gives; no more pictures are in memory than are read.
 *
 * @param numbers page numbers, from 1
 * @returns what was read, by page number; pages without a picture are left out
 * @throws PipelineError `timeout`, `internal`, and what `pictureOf` throws
 */
export async function recognisePages(
  recogniser: Recogniser,
  numbers: readonly number[],
  pictureOf: (number: number) => PageImage | null | Promise<PageImage | null>,
  pagesAtOnce: number,
): Promise<ReadonlyMap<number, RecognisedPage>> {
  const read = new Map<number, RecognisedPage>();
  const queue = numbers.values();
  await Promise.all(
    Array.from({ length: Math.max(1, Math.min(pagesAtOnce, numbers.length)) }, async () => {
      for (const number of queue) {
        const picture = await pictureOf(number);
        if (picture !== null) read.set(number, await recognisePage(recogniser, picture, number));
      }
    }),
  );
  return read;
}
