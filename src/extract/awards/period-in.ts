import type { TextSpan } from '../../model/index.js';

const years =
  /(?<![\p{L}\p{N}])(?:năm học|năm|giai đoạn|từ năm|nhiệm kỳ)\s+(?<from>(?:19|20)\d\d)(?:\s?[-–]\s?(?<to>(?:19|20)\d\d)|\s+đến\s+năm\s+(?<until>(?:19|20)\d\d))?(?![\p{L}\p{N}/])/giu;
/** Farther than this, a year belongs to something else. */
const reach = 160;

/**
 * The year or years an award is for: the nearest behind its words, else the nearest before them, in the same sentence.
 *
 * @returns «2023», «2018/2022»; null when the sentence gives none
 */
export function periodIn(text: string, award: TextSpan, sentence: TextSpan = award): string | null {
  const start = Math.max(sentence.start, award.start - reach);
  const found = [...text.slice(start, Math.min(sentence.end, award.end + reach)).matchAll(years)];
  const behind = found.find(({ index }) => start + index >= award.start);
  const best = behind ?? found.at(-1);
  if (best?.groups === undefined) return null;
  const { from, to, until } = best.groups;
  const last = to ?? until;
  return last === undefined ? from! : `${from}/${last}`;
}
