import { fold } from '../../text/fold.js';
import type { DraftBlock } from '../draft.js';
import type { FontCapitals, FontRun } from '../legacy/choose-encodings.js';
import { type DecodedRun, decodeRuns } from '../legacy/decode-runs.js';

const letterhead = /cong h[oò]a xa hoi chu nghia|dang cong san viet nam/;

const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');
const isLetterhead = (text: string): boolean => letterhead.test(fold(text.normalize('NFC')));
/** How far down the text a letterhead stands, at most. */
const topBlocks = 30;

/**
 * The blocks of the one page header that holds a letterhead, when the body's top has none; else nothing. Offices set the
 * letterhead in the page header of the first sheet: it is text, unlike running heads and page numbers. Decoded alone, for
 * a header says nothing new of the body.
 *
 * @param headers paragraphs of each page header, in the order of their likelihood
 * @param body blocks of the text, decoded
 */
export function letterheadBlocks(
  headers: Iterable<readonly (readonly FontRun[])[]>,
  body: readonly DraftBlock[],
  capitals?: FontCapitals,
): DraftBlock[] {
  if (
    isLetterhead(
      body
        .slice(0, topBlocks)
        .map(({ runs }) => textOf(runs))
        .join('\n'),
    )
  )
    return [];
  for (const header of headers) {
    const decoded: readonly (readonly DecodedRun[])[] =
      decodeRuns(header, capitals) ?? header.map((runs) => runs.map(({ text }) => ({ text, conversion: null })));
    if (isLetterhead(decoded.map(textOf).join('\n')))
      return decoded.map((runs) => ({ kind: 'header', runs: runs.map((run) => ({ ...run, page: null })), style: {} }));
  }
  return [];
}
