import { fold } from '../../text/fold.js';
import type { SentenceAward } from './sentence-awards.js';

/** Behind a dash or in a bracket, without numbers: «- đề nghị UBND huyện công nhận», «(đang chờ kết quả)», «, hiện đang trình cấp trên». */
const asked =
  /(?:\s[-–]\s*|\(\s*|,\s*(?=hien |dang ))(?:hien )?(?:(?:nay )?(?:dang|con) (?:cho|trinh|xet|hoan thien ho so|de nghi)|cho (?:ket qua|quyet dinh|cong nhan|xet)|chua co (?:ket qua|quyet dinh)|(?<=\(\s*)(?:[a-z]+ ){1,6}de nghi (?:[a-z]+ ){0,8}?(?:cong nhan|khen thuong|tang|xet)|de nghi (?:[a-z]+ ){0,8}?(?:cong nhan|khen thuong|tang|tang thuong|xet|khen))(?: [a-z]+){0,8}\s*\)?\s*[.;]?\s*$/;

/**
 * What a sentence says last of the awards before it: «08 thôn văn hóa - đề nghị UBND huyện công nhận» asks for them.
 *
 * @param found the awards of the sentence, in its order
 * @returns the same, with those of the last clause proposed where the text says so behind them
 */
export function askedBehind(found: readonly SentenceAward[], sentence: string): readonly SentenceAward[] {
  if (found.length === 0) return found;
  const tail = asked.exec(fold(sentence));
  if (tail === null || found.some(({ end }) => end > tail.index)) return found;
  const clause = sentence.lastIndexOf(';', tail.index);
  return found.map((one) => (one.start > clause && one.status === 'granted' ? { ...one, status: 'proposed' } : one));
}
