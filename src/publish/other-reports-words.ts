import type { ByOtherReports } from '../store/index.js';
import type { Language } from './cross-reference-index.js';

interface Words {
  /** by the beginning of a reason's code; other codes are left out */
  readonly why: Readonly<Record<string, string>>;
  readonly reports: (count: number) => string;
  readonly score: (percent: number) => string;
  readonly settled: (why: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  vi: {
    why: {
      'same-day': 'cùng ngày',
      'symbol-slip': 'ký hiệu ghi nhầm',
      'year-slip': 'cùng số, cùng ngày tháng, năm ghi nhầm',
      'symbol-from-other-reports': 'báo cáo khác ghi đủ ký hiệu',
      'year-from-other-reports': 'báo cáo khác ghi năm',
      'issuer-among-candidates': 'một trong các cơ quan có thể',
      'issuer-at-home': 'cơ quan cùng địa bàn',
    },
    reports: (count) => `${count} báo cáo khác`,
    score: (percent) => `${percent} điểm`,
    settled: (why) => `theo báo cáo khác: ${why}`,
  },
  en: {
    why: {
      'same-day': 'same day',
      'symbol-slip': 'a slip in the symbol',
      'year-slip': 'same number, day and month; a slip in the year',
      'symbol-from-other-reports': 'they have the symbol',
      'year-from-other-reports': 'they have the year',
      'issuer-among-candidates': 'one of the bodies that may be meant',
      'issuer-at-home': 'a body at home',
    },
    reports: (count) => `${count} other report${count === 1 ? '' : 's'}`,
    score: (percent) => `${percent} points`,
    settled: (why) => `by other reports: ${why}`,
  },
};

/** Why other reports show what a mention means: «cùng ngày, 3 báo cáo khác, 90 điểm». */
export function otherReportsInWords({ reasons, score }: ByOtherReports, language: Language): string {
  const { why, reports, score: points } = words[language];
  const parts = reasons.flatMap((reason) => {
    const [code = '', value = ''] = reason.split(':');
    if (code === 'other-reports') return reports(Number(value));
    const word = why[code];
    return word === undefined ? [] : code.endsWith('-slip') ? `${word} ${value}` : word;
  });
  return [...parts, points(Math.round(score * 100))].join(', ');
}

/** «theo báo cáo khác: cùng ngày, 3 báo cáo khác, 90 điểm» */
export const settledInWords = (others: ByOtherReports, language: Language): string =>
  words[language].settled(otherReportsInWords(others, language));
