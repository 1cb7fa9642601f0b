import type { Header, SourceDocument } from '../model/index.js';
import { sketchText } from '../text/text-sketch.js';
import { extractHeader } from './header/extract-header.js';
import { analyseLayout } from './layout.js';

/** What a report says of itself, and by what others that say nearly the same are found. */
export interface Outline {
  readonly header: Header;
  /** see text/text-sketch.ts; null where there is little text */
  readonly sketch: Uint8Array | null;
}

/** The header as `extract` finds it, in a fraction of the time, with a sketch of the text. Pure. */
export const readOutline = (document: SourceDocument): Outline => ({
  header: extractHeader(document, analyseLayout(document)).header,
  sketch: sketchText(document.text),
});
