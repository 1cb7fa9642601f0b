import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

const isOfCup = /^(?:Cúp|Giải) (?:Vàng|Bạc|Đồng)$/u;
/** «Cúp vàng Thương hiệu Việt», but not «Giải Vàng Hội thi …», «Cúp Vàng Giải bóng đá …». */
const namesCup = (next: string, behind: string): boolean =>
  /^\p{Lu}/u.test(next) && /^\s["“]?\p{Lu}/u.test(behind) && !/^(?:Hội|Liên|Cuộc|Giải|Đại|Festival|SEA)$/u.test(next);

/** In terms: «Vì sự nghiệp chăm sóc và phát huy vai trò người cao tuổi Việt Nam». */
const longestName = 20;
/** «Văn hóa, Thể thao và Du lịch»: whether a comma parts fields with capitals, of which «và» leads to the last. */
const listsFields = (at: number, sentence: string, { words, heads }: SentenceReading): boolean =>
  heads.get(at)?.tags.has('Award') !== true &&
  /^\p{Lu}[^,;:.()]{1,30}?\svà\s\p{Lu}/u.test(sentence.slice(words[at]!.start));

/** «Kỷ niệm chương “Vì sự nghiệp …”»: every ministry has its own, so the words behind it are its name. */
export function memorialName(
  name: string,
  phrase: Phrase,
  last: number,
  sentence: string,
  reading: SentenceReading,
): { name: string; last: number } {
  const { words } = reading;
  const memorial = name === 'Kỷ niệm chương' && words[last]?.text.toLowerCase() === 'vì';
  const cup = isOfCup.test(name) && namesCup(words[last]?.text ?? '', sentence.slice(words[last - 1]!.end));
  if (!memorial && !cup) return { name, last };
  const opened = /["“«‘']/u.test(sentence.slice(words[phrase.last - 1]!.end, words[last]!.start));
  let end = last + 1;
  while (end < words.length && end < last + longestName) {
    const between = sentence.slice(words[end - 1]!.end, words[end]!.start);
    if (opened ? /["”»’']/u.test(between) : /[;:.()]/.test(between)) break;
    if (!opened && between.includes(',') && !listsFields(end, sentence, reading)) break;
    if (!opened && /^(?:cho|của|năm|tại|đối|theo)$/u.test(words[end]!.text)) break;
    if (!opened && words[end]!.text === 'và' && !/^\p{Lu}/u.test(words[end + 1]?.text ?? '')) break;
    end += 1;
  }
  const tail = sentence.slice(words[last]!.start, words[end - 1]!.end).replace(/["“”«»*]/gu, '');
  return { name: `${name} ${tail[0]!.toUpperCase()}${tail.slice(1)}`, last: end };
}
