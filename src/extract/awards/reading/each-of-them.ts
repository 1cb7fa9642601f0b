import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

const who = /^(?:người|em|anh|chị|đồng chí|cá nhân|tập thể|đơn vị|đội|giáo viên|học sinh|gia đình|hộ)$/u;
/** In terms: «được Chủ tịch UBND tỉnh tặng». */
const reachOfVerb = 12;

/** «ông A và bà B mỗi người được tặng …»: the term behind «mỗi người»; null where none begins. */
export function eachEnd(at: number, { words }: SentenceReading): number | null {
  if (words[at]?.text.toLowerCase() !== 'mỗi') return null;
  for (const length of [2, 1]) {
    const end = at + 1 + length;
    const named = words
      .slice(at + 1, end)
      .map(({ text }) => text.toLowerCase())
      .join(' ');
    if (who.test(named)) return end;
  }
  return null;
}

/** Whether the one that is counted at a term is what each got: «mỗi người được tặng một Bằng khen». */
export function isOneForEach(at: number, reading: SentenceReading): boolean {
  const { words } = reading;
  if (!/^(?:một|0?1)$/iu.test(words[at]!.text)) return false;
  for (let each = Math.max(0, at - reachOfVerb); each < at; each += 1) if (eachEnd(each, reading) !== null) return true;
  return false;
}
