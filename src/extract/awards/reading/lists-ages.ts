import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { awardRow } from '../award-names.js';
import { frames } from './frame-matches.js';

/** «30 năm tuổi Đảng có 24 đảng viên, 40 năm tuổi Đảng có 3 đảng viên»: badges by their years alone, each with its number. */
export function listsAges(sentence: string, reading: SentenceReading): boolean {
  if (!/tuổi đảng/iu.test(sentence)) return false;
  const ages = reading.match(frames.ageAlone).filter(({ groups }) => {
    const years = reading.words[groups['years']!.first]!.text;
    return awardRow(`HHD_${years}`) !== undefined;
  });
  return ages.length > 1 && !/trở lên|dưới|trên \d/iu.test(sentence);
}
