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

const isSmall = ({ text }: Term): boolean => /^\p{Ll}/u.test(text);

/** Where the longest phrase ends that begins at a term, no later than `limit`; `at` when none begins there. */
function longestAt(terms: readonly Term[], at: number, limit = terms.length): number {
  let end = at;
  let node: PhraseNode | undefined = phraseTree;
  for (let next = at; next < limit; next += 1) {
    // «cho 120 tập thể, Đơn vị quyết thắng cho …»: behind the comma a title begins.
    if (next > at && terms[next - 1]!.post.includes(',') && isSmall(terms[at]!) && !isSmall(terms[next]!)) break;
    // «các hạng (1 hạng Nhất, 3 hạng Nhì)» names no «hạng 1»: the bracket is a second space here.
    if (next > at && terms[next - 1]!.post === '  ' && /^\d/.test(terms[next]!.text)) break;
    node = node.next.get(terms[next]!.normal);
    if (node === undefined) break;
    if (node.ends) end = next + 1;
  }
  return end;
}

/** «đạt danh hiệu văn hóa», «tập thể Đơn vị quyết thắng»: the last two words belong to the phrase, unless a title begins with them. */
function withoutTitle(terms: readonly Term[], at: number, end: number): number {
  // «công nhận đạt chuẩn quốc gia», «đạt chuẩn nông thôn mới»: so does its last one.
  const title = /^(?:dat|chuan)$/.test(terms[end - 1]?.normal ?? '') ? end - 1 : end - 2;
  if (title <= at || !/^(?:danh|don|dat|chuan)$/.test(terms[title]!.normal) || longestAt(terms, title) <= end)
    return end;
  return longestAt(terms, at, title) === title ? title : end;
}

/** Marks the lexicon's phrases, the longest at each place; folded words only are compared. */
export function tagPhrases(terms: readonly Term[]): void {
  for (let at = 0; at < terms.length; ) {
    const end = withoutTitle(terms, at, longestAt(terms, at));
    if (end > at) terms[at]!.tags.add('Lexical');
    for (let inside = at + 1; inside < end; inside += 1) terms[inside]!.tags.add('Inside');
    at = Math.max(end, at + 1);
  }
}
