import type { TextSpan } from '../../model/index.js';
import { longestReading } from '../../text/nlp/vietnamese-nlp.js';
import { sentencesOf } from '../../text/sentences.js';

const ownLine = /^[ \t]*(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ][.)])\s/u;

/** Sentences of a block; a line of the author's that begins with a bullet, or follows a closed line, is one of its own. */
export function linesAndSentences(text: string, { start, end }: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = start;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    const tail = text.slice(Math.max(from, at - 8), at).trimEnd();
    // «… “Bà mẹ Việt Nam Anh hùng”:» and «07 mẹ» on the next line are one.
    const closed =
      /[.;!?…]$/u.test(tail) ||
      (tail.endsWith(':') && !/^\s*(?:\d{1,6}\s\p{Ll}|\p{Ll})/u.test(text.slice(at + 1, at + 12)));
    if (!closed && !ownLine.test(text.slice(at + 1, at + 12))) continue;
    spans.push(...sentencesOf(text, from, at));
    from = at + 1;
  }
  spans.push(...sentencesOf(text, from, end));
  return spans.flatMap((span) => inPieces(text, span));
}

/** A sentence over a page long is a list; it is read in pieces, cut at a semicolon, else a comma, else a space. */
function inPieces(text: string, { start, end }: TextSpan): TextSpan[] {
  const pieces: TextSpan[] = [];
  let from = start;
  while (end - from > longestReading) {
    const window = text.slice(from, from + longestReading);
    const stop = [';', ',', ' '].map((mark) => window.lastIndexOf(mark)).find((at) => at > longestReading / 2);
    const to = from + (stop === undefined ? longestReading : stop + 1);
    pieces.push({ start: from, end: to });
    from = to;
  }
  pieces.push({ start: from, end });
  return pieces;
}
