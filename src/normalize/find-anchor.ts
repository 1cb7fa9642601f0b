import type { MentionAnchor, TextSpan } from '../model/index.js';

/**
 * The mention that a correction means, in what newer rules found in a text that may have been read anew: the one that
 * begins where the quote stands, else the one that shares most of it.
 *
 * @param mentions those of the anchor's kind
 * @returns index; -1 when the text or the rules have it no more
 */
export function findAnchor(
  text: string,
  anchor: MentionAnchor,
  mentions: readonly { readonly quote: string; readonly span: TextSpan }[],
): number {
  const start = placeOf(text, anchor);
  if (start === null) return -1;
  const end = start + anchor.quote.length;
  let best = -1;
  let most = 0;
  for (const [index, { quote, span }] of mentions.entries()) {
    if (span.start === start && quote === anchor.quote) return index;
    const shared = Math.min(end, span.end) - Math.max(start, span.start) + (span.start === start ? 0.5 : 0);
    if (shared > most) [best, most] = [index, shared];
  }
  return best;
}

/** Where the quote stands: at its old offset, else its old occurrence, else the nearest one. */
function placeOf(text: string, { quote, start, occurrence }: MentionAnchor): number | null {
  if (quote === '' || text.startsWith(quote, start)) return quote === '' ? null : start;
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
  if (places.length === 0) return null;
  return places[occurrence] ?? places.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a));
}
