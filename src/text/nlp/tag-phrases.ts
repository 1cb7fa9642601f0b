import { lexicon } from './lexicon.js';
import type { Term } from './terms.js';

/** The lexicon as a tree of folded words. */
interface PhraseNode {
  ends: boolean;
  readonly next: Map<string, PhraseNode>;
}
const phraseTree: PhraseNode = { ends: false, next: new Map() };
for (const key of lexicon.keys()) {
  let node = phraseTree;
  for (const word of key.split(' ')) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { ends: false, next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.ends = true;
}

/** Marks the lexicon's phrases, the longest at each place; folded words only are compared. */
export function tagPhrases(terms: readonly Term[]): void {
  for (let at = 0; at < terms.length; ) {
    let end = at;
    let node: PhraseNode | undefined = phraseTree;
    for (let next = at; next < terms.length; next += 1) {
      node = node.next.get(terms[next]!.normal);
      if (node === undefined) break;
      if (node.ends) end = next + 1;
    }
    if (end > at) terms[at]!.tags.add('Lexical');
    for (let inside = at + 1; inside < end; inside += 1) terms[inside]!.tags.add('Inside');
    at = Math.max(end, at + 1);
  }
}
