import type { Entry, Governor, PhraseNode, Phrases } from './governors.js';
import type { Token } from './tokens.js';

const widestGap = 4;

/** A governing phrase in a sentence; `from` and `to` index its tokens. */
export interface Hit extends Governor {
  readonly from: number;
  readonly to: number;
  /** offsets of the phrase in the text */
  readonly start: number;
  readonly end: number;
}

/**
 * All governing phrases of a token run, longest first at each place, without overlap. A taken token belongs to a
 * reference or a name: "Hướng dẫn" of "theo Hướng dẫn số …" is its type word, not a verb.
 */
export function governorsIn(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { opens, taken, start } = tokens[at]!;
    if (opens === null || taken) continue;
    const found = longestAt(opens, tokens, at);
    if (found === null) continue;
    const { detail, role, kind, direct: isDirect } = found.entry.governor;
    const { to } = found;
    hits.push({ detail, role, kind, direct: isDirect, from: at, to, start, end: tokens[to - 1]!.end });
    at = to - 1;
  }
  return hits;
}

/** The longest phrase whose first word stands at `at`, and the index after it. */
function longestAt(
  { tree, gapped }: Phrases,
  tokens: readonly Token[],
  at: number,
): { readonly entry: Entry; readonly to: number } | null {
  let best: PhraseNode['whole'] = null;
  let to = at + 1;
  let node: PhraseNode | undefined = tree;
  for (let position = at + 1; ; position += 1) {
    if (node.whole !== null && !(node.whole.entry.heads && at > 0)) {
      best = node.whole;
      to = position;
    }
    const token = tokens[position];
    if (node.next === null || token === undefined || token.taken) break;
    node = node.next.get(token.text);
    if (node === undefined) break;
  }
  for (const { entry, rank } of gapped) {
    if (best !== null && best.rank < rank) break;
    const end = entry.heads && at > 0 ? -1 : endOfGapped(entry, tokens, at);
    if (end >= 0) return { entry, to: end };
  }
  return best === null ? null : { entry: best.entry, to };
}

/** Index after the phrase with a gap that begins at `at`, whose first word stands there; -1 when the rest does not. */
function endOfGapped({ syllables, beyond }: Entry, tokens: readonly Token[], at: number): number {
  if (!stand(syllables, tokens, at, 1)) return -1;
  const end = at + syllables.length;
  for (let from = end + 1; from <= end + widestGap && from < tokens.length; from += 1) {
    const last = tokens[from - 1]!;
    if (last.taken || gapEnds.has(last.text)) return -1;
    if (stand(beyond, tokens, from, 0)) return from + beyond.length;
  }
  return -1;
}
const gapEnds = new Set([',', ';', '.', ':']);

/** Whether these words, but for the first `skip`, are the free tokens from `from` on. */
function stand(words: readonly string[], tokens: readonly Token[], from: number, skip: number): boolean {
  for (let offset = skip; offset < words.length; offset += 1) {
    const token = tokens[from + offset];
    if (token === undefined || token.taken || token.text !== words[offset]) return false;
  }
  return true;
}
