import { provincesOfDistrict } from '../text/districts.js';
import { fold } from '../text/fold.js';
import { type Province, provinceNamed, provincesBefore, provincesIn } from '../text/provinces.js';
import type { CanonicalNumber } from './canonical-number.js';
import { jointCodes } from './canonical-number.js';
import type { HomeRecord } from './home-record.js';
import { centralCodeNamed, type IssuerCode, issuerCode, namesBody } from './issuer-codes.js';
import { slug } from './slug.js';

/** The body whose series a number belongs to. Persons, boards and plenums share the series of their body. */
export interface IssuingBody {
  /** in full, with its place: "UBND tỉnh Quảng Ngãi"; as far as known otherwise */
  readonly name: string | null;
  /** part of a key; ends in "~" and the report's mark when the place or the body is not known */
  readonly slug: string;
  readonly certain: boolean;
  /** other bodies it may be */
  readonly candidates: readonly { readonly name: string; readonly slug: string }[];
  readonly reasons: readonly string[];
}

/** What is known of a citation's issuer before it is resolved. */
export interface IssuerEvidence {
  /** as printed: "Chủ tịch UBND tỉnh"; null when the text gives none */
  readonly phrase: string | null;
  readonly number: CanonicalNumber | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` of the cited document */
  readonly date: string | null;
  /** type word's code, for bare numbers: a decree is the Government's */
  readonly type: string | null;
}

const merger = '2025-07-01'; // 63 provinces became 34 (resolution 202/2025/QH15)
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

interface PhraseParts {
  /** body without person, board and place: "UBND", "Tỉnh ủy", "Sở Nội vụ" */
  readonly name: string;
  readonly level: LevelWord | null;
  /** "Quảng Ngãi"; null for "UBND tỉnh" */
  readonly place: string | null;
  readonly all: string;
}

/** Takes an issuer phrase apart: "Chủ tịch UBND huyện Mường La" → UBND, district, "Mường La". */
export function issuerPhrase(phrase: string): PhraseParts {
  const all = tidyPhrase(phrase);
  let name = all;
  for (let turn = 0; turn < 3; turn++) name = name.replace(persons, '').replace(boards, '');
  // "Ban Chấp hành Đảng bộ tỉnh" is the province's Party committee.
  name = name.replace(/^Đảng bộ (?=tỉnh|huyện|thành phố|xã)/iu, 'Đảng ủy ');
  let level: LevelWord | null = null;
  let place: string | null = null;
  let cut = name.length;
  for (const found of name.matchAll(atLevel)) {
    const word = found.groups!['word']!.toLowerCase();
    const follows = found.groups!['place'] ?? null;
    // "Huyện ủy", "Tỉnh đoàn", "xã hội" are names, not places.
    const next = fold(name.slice(found.index + found[0].length).trimStart());
    if (follows === null && /^(?:uy|doan|hoi|vien)(?![\p{L}])/u.test(next)) continue;
    if (follows !== null && /^(?:Ủy|Uỷ|Đoàn|Hội)(?:\s|$)/iu.test(follows)) continue;
    level = levelWords[word as keyof typeof levelWords];
    place = follows === null || !/^\p{Lu}/u.test(follows) ? null : follows.replace(/\s+/gu, ' ');
    cut = Math.min(cut, found.index);
  }
  return { name: name.slice(0, cut).trim().replace(/[,;]$/u, ''), level, place, all };
}

/** Resolves bodies of one report. `mark` stands for the report where a body cannot be placed, so that nothing merges. */
export function bodyResolver(
  home: HomeRecord,
  ownCode: string | null,
  mark: string,
): (evidence: IssuerEvidence) => IssuingBody {
  const unplaced = (name: string | null, reasons: readonly string[]): IssuingBody => ({
    name,
    slug: `${name === null ? '' : slug(name)}~${mark}`,
    certain: false,
    candidates: [],
    reasons,
  });
  const placed = (name: string, reasons: readonly string[], key = slug(name)): IssuingBody => ({
    name,
    slug: key,
    certain: true,
    candidates: [],
    reasons,
  });

  /** A province's body on a day: a merged province's body is another one than its namesake before the merger. */
  const ofProvince = (
    name: string,
    province: Province,
    date: string | null,
    reasons: readonly string[],
  ): IssuingBody => {
    const on =
      date === null || date.length < 7
        ? date === null
          ? null
          : Number(date) > 2025
            ? `${date}-12-31`
            : `${date}-01-01`
        : date;
    const then = provinceNamed(province.fullName, on) ?? province;
    const said = bodyAt(name, then);
    return placed(said, reasons, slug(said) + (then.validFrom === merger && (date ?? '') >= '2025' ? '-2025' : ''));
  };
  const bodyAt = (name: string, province: Province): string => {
    const city = province.fullName.startsWith('thành phố');
    // "Ban Dân vận Tỉnh ủy": the level stands in the name.
    if (/ (?:Tỉnh ủy|Tỉnh đoàn)$/u.test(name)) return `${name} ${province.name}`;
    if (/^(?:Tỉnh|Thành) ủy$/u.test(name)) return `${city ? 'Thành ủy' : 'Tỉnh ủy'} ${province.name}`;
    return `${name} ${province.fullName}`;
  };
  const atHomeProvince = (name: string, date: string | null, reasons: readonly string[]): IssuingBody => {
    const { province } = home;
    if (province === null) return unplaced(name, [...reasons, 'place-unknown']);
    const own = ofProvince(name, province, date, [...reasons, 'place-from-home']);
    // A report of a merged province cites its predecessors' documents with the same "tỉnh".
    const before =
      date !== null && date < merger && (home.date ?? '') >= merger
        ? provincesBefore(provinceNamed(province.fullName, home.date) ?? province)
        : [];
    const others = before
      .filter((each) => each.name !== province.name)
      .map((each) => ({ name: bodyAt(name, each), slug: slug(bodyAt(name, each)) }));
    return others.length === 0
      ? own
      : { ...own, certain: false, candidates: others, reasons: [...own.reasons, 'province-before-merger'] };
  };
  const inProvince = (name: string, reasons: readonly string[]): IssuingBody =>
    home.province === null
      ? unplaced(name, [...reasons, 'place-unknown'])
      : placed(name, [...reasons, 'province-from-home'], slug(`${name} ${home.province.fullName}`));

  /** A district's body that is named with its place: the State's list of units says the province, if only one has it. */
  const inDistrictNamed = (said: string, district: string, reasons: readonly string[]): IssuingBody => {
    const holders = provincesOfDistrict(district);
    if (holders.length === 0) return inProvince(said, reasons);
    const near = home.province === null ? [] : [home.province, ...provincesBefore(home.province)];
    const holder =
      holders.find(({ name }) => near.some((each) => each.name === name)) ??
      (holders.length === 1 ? holders[0] : undefined);
    if (holder !== undefined) return placed(said, [...reasons, 'district-known'], slug(`${said} ${holder.fullName}`));
    return {
      ...unplaced(said, [...reasons, 'district-in-several-provinces']),
      candidates: holders.map(({ fullName }) => ({ name: `${said}, ${fullName}`, slug: slug(`${said} ${fullName}`) })),
    };
  };

  const byPhrase = (name: string, parts: PhraseParts, date: string | null, reasons: readonly string[]): IssuingBody => {
    switch (parts.level) {
      case 'province':
        if (parts.place === null) return atHomeProvince(name, date, reasons);
        break;
      case 'city':
        if (parts.place === null && home.province?.fullName.startsWith('thành phố'))
          return atHomeProvince(name, date, reasons);
        break;
      case 'district':
      case 'commune':
      case null:
        break;
    }
    if (parts.level === 'province' || parts.level === 'city') {
      const named =
        parts.place === null
          ? undefined
          : provincesIn(`${parts.level === 'city' ? 'thành phố' : 'tỉnh'} ${parts.place}`)[0]?.province;
      if (named !== undefined) return ofProvince(name, named, date, [...reasons, 'place-printed']);
      if (parts.level === 'province') return unplaced(`${name} tỉnh ${parts.place!}`, [...reasons, 'place-unknown']);
    }
    const word =
      parts.all
        .match(/(?<![\p{L}])(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn)(?![\p{L}])/giu)
        ?.at(-1)
        ?.toLowerCase() ?? 'huyện';
    if (parts.place !== null) {
      const province = provincesIn(parts.all).at(-1)?.province;
      const said = `${name} ${word} ${parts.place}`;
      if (province === undefined && parts.level !== 'commune')
        return inDistrictNamed(said, parts.place, [...reasons, 'place-printed']);
      return province === undefined
        ? inProvince(said, [...reasons, 'place-printed'])
        : placed(said, [...reasons, 'place-printed'], slug(`${said} ${province.fullName}`));
    }
    const own = parts.level === 'commune' ? home.commune : home.district;
    return own === null
      ? unplaced(`${name} ${word}`, [...reasons, 'place-unknown'])
      : inProvince(`${name} ${own}`, [...reasons, 'place-from-home']);
  };

  /** A code of known level whose phrase is missing or gives no place. */
  const byLevel = (code: IssuerCode, date: string | null, reasons: readonly string[]): IssuingBody => {
    switch (code.level) {
      case 'central':
        return placed(code.name, reasons);
      case 'province':
        return atHomeProvince(code.name, date, reasons);
      case 'district': {
        // "Huyện ủy Mường La", but "Phòng Nội vụ huyện Mường La".
        const bare = home.district?.replace(/^(?:huyện|quận|thị xã|thành phố) /u, '') ?? null;
        const name =
          bare === null
            ? null
            : `${code.name} ${/(?:Huyện|Thị|Quận|Thành) ủy$/u.test(code.name) ? bare : home.district}`;
        return name === null
          ? unplaced(code.name, [...reasons, 'place-unknown'])
          : inProvince(name, [...reasons, 'place-from-home']);
      }
      case 'commune':
      case 'unit':
      case 'local': {
        if (home.level === 'province') return atHomeProvince(code.name, date, [...reasons, 'level-from-home']);
        if (home.level === 'district' && home.district !== null) {
          const near = inProvince(`${code.name} ${home.district}`, [...reasons, 'level-from-home']);
          const above =
            home.province === null
              ? []
              : [{ name: bodyAt(code.name, home.province), slug: slug(bodyAt(code.name, home.province)) }];
          return { ...near, certain: false, candidates: above };
        }
        if (home.level === 'commune' && home.commune !== null)
          return { ...inProvince(`${code.name} ${home.commune}`, [...reasons, 'level-from-home']), certain: false };
        return unplaced(code.name, [...reasons, 'level-unknown']);
      }
    }
  };

  const ownBody = (date: string | null, reasons: readonly string[]): IssuingBody => {
    if (home.body === null) return unplaced(null, [...reasons, 'issuer-unknown']);
    const parts = issuerPhrase(home.body);
    if (home.level === 'central') return placed(home.body, [...reasons, 'own-series']);
    if (parts.level !== null) return byPhrase(parts.name, parts, date, [...reasons, 'own-series']);
    if (home.commune !== null) return inProvince(`${parts.name} ${home.commune}`, [...reasons, 'own-series']);
    if (home.district !== null) return inProvince(`${parts.name} ${home.district}`, [...reasons, 'own-series']);
    return atHomeProvince(parts.name, date, [...reasons, 'own-series']);
  };

  const onlyPhrase = (parts: PhraseParts, date: string | null): IssuingBody => {
    const central =
      centralCodeNamed(fold(parts.name)) ??
      centralCodeNamed(fold(parts.all)) ??
      centralCodeNamed(fold(parts.name.replace(/ Đảng$/u, '')));
    if (central !== null) return placed(issuerCode(central)?.name ?? parts.name, ['issuer-printed']);
    if (/^(?:Tỉnh|Thành) ủy/u.test(parts.name)) {
      const named = provinceNamed(parts.name.replace(/^\S+ ủy\s*/u, ''));
      const key = parts.name.slice(0, parts.name.indexOf('ủy') + 2);
      return named === null
        ? atHomeProvince(key, date, ['issuer-printed'])
        : ofProvince(key, named, date, ['issuer-printed', 'place-printed']);
    }
    if (parts.level !== null) return byPhrase(parts.name, parts, date, ['issuer-printed']);
    const committee = /^(?:Huyện|Quận|Thị|Thành) (?:ủy|uỷ|đoàn) (?<place>\p{Lu}.*)$/u.exec(parts.name)?.groups?.[
      'place'
    ];
    if (committee !== undefined) return inDistrictNamed(parts.name, committee, ['issuer-printed', 'place-printed']);
    if (home.body !== null && fold(home.body).startsWith(fold(parts.name))) return ownBody(date, ['issuer-printed']);
    // A body without level or place may have a namesake in every province.
    return home.province === null
      ? unplaced(parts.name, ['issuer-printed', 'place-unknown'])
      : {
          ...placed(parts.name, ['issuer-printed', 'place-from-home'], slug(`${parts.name} ${home.province.fullName}`)),
        };
  };

  return ({ phrase, number, date, type }) => {
    const parts = phrase === null ? null : issuerPhrase(phrase);
    const code = number?.issuer ?? null;
    const known = code === null ? null : issuerCode(code);
    if (code === null) {
      if (parts !== null) return onlyPhrase(parts, date);
      if (type === 'NĐ') return placed('Chính phủ', ['issuer-by-type']);
      if (type === 'L' || type === 'BL' || type === 'HP') return placed('Quốc hội', ['issuer-by-type']);
      if (type === 'PL') return placed('Ủy ban Thường vụ Quốc hội', ['issuer-by-type']);
      return unplaced(null, ['issuer-unknown']);
    }
    if (number?.type != null && jointCodes.has(number.type) && number.rest.length > 0) {
      const all = [code, ...number.rest].map((each) => issuerCode(each));
      const names = all.map((each, at) => each?.name ?? [code, ...number.rest][at]!);
      if (all.every((each) => each?.level === 'central'))
        return placed(names.join('; '), ['issuer-by-symbol'], slug(names.join('-')));
      const local = parts === null ? null : byPhrase(names.join('; '), parts, date, ['issuer-by-symbol']);
      if (local !== null) return local;
      return byLevel({ code, name: names.join('; '), level: 'local', party: false }, date, ['issuer-by-symbol']);
    }
    if (known !== null && namesBody(code)) {
      if (known.level === 'central') {
        // One series, three organs: which of them signed is the phrase's to say.
        const said =
          known.code === 'TW' && parts !== null && parts.level === null && parts.all.length < 60
            ? parts.all
            : known.name;
        return placed(said, ['issuer-by-symbol'], slug(known.name));
      }
      if (parts !== null && contradicts(parts, known))
        return { ...byLevel(known, date, ['issuer-by-symbol', 'issuer-conflict']), certain: false };
      if (parts !== null && (parts.level !== null || parts.place !== null)) {
        // "Sở Nội vụ tỉnh Quảng Ngãi" places a provincial code; a letter of UBND may be of any level.
        return byPhrase(known.name, parts, date, ['issuer-by-symbol', 'issuer-printed']);
      }
      if (parts !== null && /^(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy \p{Lu}/u.test(parts.name) && known.party)
        return onlyPhrase(parts, date);
      // A provincial code says all but the place, and says it alike in every report.
      if (code === ownCode && home.body !== null && known.level !== 'province')
        return ownBody(date, ['issuer-by-symbol']);
      return byLevel(known, date, parts === null ? ['issuer-by-symbol'] : ['issuer-by-symbol', 'issuer-printed']);
    }
    if (parts !== null && parts.name !== '') return onlyPhrase(parts, date);
    if ((ownCode !== null && code === ownCode) || isAcronymOf(code, home.body)) return ownBody(date, ['own-series']);
    return unplaced(known?.name ?? code, ['issuer-unknown']);
  };
}

/** A local code beside the name of a central body: one of the two is wrong. */
function contradicts(parts: PhraseParts, code: IssuerCode): boolean {
  const central = parts.level === null ? centralCodeNamed(fold(parts.name)) : null;
  return central !== null && central !== code.code && code.level !== 'central';
}

/** Whether a code is made of the first letters of a body's name: "BDT" of "Ban Dân tộc tỉnh …". */
function isAcronymOf(code: string, body: string | null): boolean {
  if (body === null || code.length < 2) return false;
  const initials = fold(issuerPhrase(body).name)
    .split(/[^\p{L}]+/u)
    .map((word) => word.slice(0, 1))
    .join('');
  return initials === fold(code);
}
