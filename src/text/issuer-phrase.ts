import { fold } from './fold.js';

const persons =
  /^(?:(?:quyền|phó)\s+)?(?:chủ tịch|thường trực|giám đốc|cục trưởng|chi cục trưởng|tổng cục trưởng|trưởng ban|hiệu trưởng|chánh văn phòng|bộ trưởng,?\s+chủ nhiệm|bộ trưởng|thủ trưởng|chủ nhiệm|tổng giám đốc|viện trưởng|chánh án|lãnh đạo|thống đốc)\s+(?=\p{L})/iu;
const boards =
  /^(?:hội nghị(?: lần thứ \S{1,8})?|ban thường vụ|ban chấp hành|bch|btv|thường vụ|đoàn chủ tịch|ban thường trực)\s+(?=\p{L})/iu;
const levelWords = {
  tỉnh: 'province',
  'thành phố': 'city',
  'tp.': 'city',
  tp: 'city',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
} as const;
// Without the flag i: a place's capitals are what tells "xã Chiềng Lao" from "Xã hội".
const atLevel =
  /(?<![\p{L}])(?<word>[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn)(?![\p{L}])(?:\s+(?<place>\p{Lu}[\p{L}'’]*(?:\s+\p{Lu}[\p{L}'’]*){0,3}(?:\s[-–]\s\p{Lu}[\p{L}]*(?:\s\p{Lu}[\p{L}]*){0,2})?))?/gu;
type LevelWord = (typeof levelWords)[keyof typeof levelWords];

const tidyPhrase = (phrase: string): string =>
  phrase
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?:Ủy|Uỷ) ban nhân dân/giu, 'UBND')
    .replace(/Hội đồng nhân dân/giu, 'HĐND')
    .replace(/,?\s+(?:lần thứ|khóa|khoá|nhiệm kỳ|kỳ họp).*$/iu, '');

/** An issuer phrase taken apart. */
export interface IssuerPhrase {
  /** body without person, board and place: "UBND", "Tỉnh ủy", "Sở Nội vụ" */
  readonly name: string;
  readonly level: LevelWord | null;
  /** the level's word, small and in full: "thị xã" */
  readonly word: string | null;
  /** "Quảng Ngãi"; null for "UBND tỉnh" */
  readonly place: string | null;
  readonly all: string;
}

/** Takes an issuer phrase apart: "Chủ tịch UBND huyện Mường La" → UBND, district, "Mường La". */
export function issuerPhrase(phrase: string): IssuerPhrase {
  const all = tidyPhrase(phrase);
  let name = all;
  for (let turn = 0; turn < 3; turn++) name = name.replace(persons, '').replace(boards, '');
  // "Ban Chấp hành Đảng bộ tỉnh" is the province's Party committee.
  name = name.replace(/^Đảng bộ (?=tỉnh|huyện|thành phố|xã)/iu, 'Đảng ủy ');
  for (const found of name.matchAll(atLevel)) {
    const word = found.groups!['word']!.toLowerCase();
    const follows = found.groups!['place'] ?? null;
    // "Huyện ủy", "Tỉnh đoàn", "xã hội" are names, not places.
    const next = fold(name.slice(found.index + found[0].length).trimStart());
    if (follows === null && /^(?:uy|doan|hoi|vien)(?![\p{L}])/u.test(next)) continue;
    if (follows !== null && /^(?:Ủy|Uỷ|Đoàn|Hội)(?:\s|$)/iu.test(follows)) continue;
    // What follows is where the place lies: "UBND huyện Mường La, tỉnh Sơn La" is a district's.
    return {
      name: name.slice(0, found.index).trim().replace(/[,;]$/u, ''),
      level: levelWords[word as keyof typeof levelWords],
      word: word === 'tp' || word === 'tp.' ? 'thành phố' : word,
      place: follows === null || !/^\p{Lu}/u.test(follows) ? null : follows.replace(/\s+/gu, ' '),
      all,
    };
  }
  return { name: name.trim().replace(/[,;]$/u, ''), level: null, word: null, place: null, all };
}
