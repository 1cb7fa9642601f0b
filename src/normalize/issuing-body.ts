import { bodyAt, keyAt } from '../text/authority/body-at.js';
import { fold } from '../text/fold.js';
import { centralCodeNamed, type IssuerCode, issuerCode, namesBody } from '../text/issuer-codes.js';
import { type IssuerPhrase, issuerPhrase } from '../text/issuer-phrase.js';
import { ministries } from '../text/lexicon/generated/ministries.js';
import { provinceNamed, provincesIn } from '../text/provinces.js';
import { slug } from '../text/slug.js';
import type { CanonicalNumber } from './canonical-number.js';
import { jointCodes } from './canonical-number.js';
import type { HomeRecord } from './home-record.js';
import { type IssuingBody, placesOf } from './place-body.js';
import { type DayKnown, daysOf, provinceOn } from './province-on.js';

/** What is known of a citation's issuer before it is resolved. */
export interface IssuerEvidence {
  /** as printed: "Chủ tịch UBND tỉnh"; null when the text gives none */
  readonly phrase: string | null;
  readonly number: CanonicalNumber | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` of the cited document */
  readonly date: string | null;
  /** type word's code, for bare numbers: a decree is the Government's */
  readonly type: string | null;
  /** the text says that the body is no more: «UBND tỉnh Bình Định (cũ)» */
  readonly former?: boolean;
}

/** Resolves bodies of one report. `mark` stands for the report where a body cannot be placed, so that nothing merges. */
export function bodyResolver(
  home: HomeRecord,
  ownCode: string | null,
  mark: string,
): (evidence: IssuerEvidence) => IssuingBody {
  const { placed, unplaced, bodyOf, atHomeProvince, below, inProvince, inDistrictNamed } = placesOf(home, mark);

  const byPhrase = (name: string, parts: IssuerPhrase, day: DayKnown, reasons: readonly string[]): IssuingBody => {
    switch (parts.level) {
      case 'province':
        if (parts.place === null) return atHomeProvince(name, day, reasons);
        break;
      case 'city':
        if (parts.place === null && home.province?.fullName.startsWith('thành phố'))
          return atHomeProvince(name, day, reasons);
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
      // "thành phố Huế" was a town of its province until it was made a city under the centre.
      const outer = provincesIn(parts.all).at(-1)?.province;
      const on = named === undefined ? null : provinceOn(named, day);
      if (on !== null && (parts.level === 'province' || (on.inOffice && outer?.name === named!.name)))
        return bodyOf(name, on, [...reasons, 'place-printed']);
      if (parts.level === 'province') return unplaced(`${name} tỉnh ${parts.place!}`, [...reasons, 'place-unknown']);
    }
    const word = parts.word ?? 'huyện';
    if (parts.place !== null) {
      const province = provincesIn(parts.all).at(-1)?.province;
      const said = `${name} ${word} ${parts.place}`;
      const why = [...reasons, 'place-printed'];
      if (parts.level !== 'commune') return inDistrictNamed(said, parts.place, province, day, why);
      return province === undefined
        ? inProvince(said, 'commune', day, why)
        : below(said, 'commune', provinceOn(province, day).province, day, why);
    }
    const level = parts.level === 'commune' ? 'commune' : 'district';
    const own = home[level];
    return own === null
      ? unplaced(`${name} ${word}`, [...reasons, 'place-unknown'])
      : inProvince(`${name} ${own}`, level, day, [...reasons, 'place-from-home']);
  };

  /** A code of known level whose phrase is missing or gives no place. */
  const byLevel = (code: IssuerCode, day: DayKnown, reasons: readonly string[]): IssuingBody => {
    switch (code.level) {
      case 'central':
        return placed(code.name, reasons);
      case 'province':
        return atHomeProvince(code.name, day, reasons);
      case 'district': {
        // "Huyện ủy Mường La", but "Phòng Nội vụ huyện Mường La".
        const bare = home.district?.replace(/^(?:huyện|quận|thị xã|thành phố) /u, '') ?? null;
        const name =
          bare === null
            ? null
            : `${code.name} ${/(?:Huyện|Thị|Quận|Thành) ủy$/u.test(code.name) ? bare : home.district}`;
        return name === null
          ? unplaced(code.name, [...reasons, 'place-unknown'])
          : inProvince(name, 'district', day, [...reasons, 'place-from-home']);
      }
      case 'commune':
      case 'unit':
      case 'local': {
        if (home.level === 'province') return atHomeProvince(code.name, day, [...reasons, 'level-from-home']);
        if (home.level === 'district' && home.district !== null) {
          const near = inProvince(`${code.name} ${home.district}`, 'district', day, [...reasons, 'level-from-home']);
          const above =
            home.province === null
              ? []
              : [{ name: bodyAt(code.name, home.province), slug: keyAt(code.name, home.province) }];
          return { ...near, certain: false, candidates: above };
        }
        if (home.level === 'commune' && home.commune !== null)
          return {
            ...inProvince(`${code.name} ${home.commune}`, 'commune', day, [...reasons, 'level-from-home']),
            certain: false,
          };
        return unplaced(code.name, [...reasons, 'level-unknown']);
      }
    }
  };

  const ownBody = (day: DayKnown, reasons: readonly string[]): IssuingBody => {
    if (home.body === null) return unplaced(null, [...reasons, 'issuer-unknown']);
    const parts = issuerPhrase(home.body);
    if (home.level === 'central') return placed(home.body, [...reasons, 'own-series']);
    if (parts.level !== null) return byPhrase(parts.name, parts, day, [...reasons, 'own-series']);
    if (home.commune !== null)
      return inProvince(`${parts.name} ${home.commune}`, 'commune', day, [...reasons, 'own-series']);
    if (home.district !== null)
      return inProvince(`${parts.name} ${home.district}`, 'district', day, [...reasons, 'own-series']);
    return atHomeProvince(parts.name, day, [...reasons, 'own-series']);
  };

  const onlyPhrase = (parts: IssuerPhrase, day: DayKnown): IssuingBody => {
    const central =
      centralCodeNamed(fold(parts.name)) ??
      centralCodeNamed(fold(parts.all)) ??
      centralCodeNamed(fold(parts.name.replace(/ Đảng$/u, '')));
    if (central !== null) return placed(issuerCode(central)?.name ?? parts.name, ['issuer-printed']);
    if (/^(?:Tỉnh|Thành) ủy/u.test(parts.name)) {
      const place = parts.name.replace(/^\S+ ủy\s*/u, '');
      const named = provinceNamed(place);
      const key = parts.name.slice(0, parts.name.indexOf('ủy') + 2);
      if (named === null && place !== '') return unplaced(parts.name, ['issuer-printed', 'place-unknown']);
      return named === null
        ? atHomeProvince(key, day, ['issuer-printed'])
        : bodyOf(key, provinceOn(named, day), ['issuer-printed', 'place-printed']);
    }
    if (parts.level !== null) return byPhrase(parts.name, parts, day, ['issuer-printed']);
    const committee = /^(?:Huyện|Quận|Thị|Thành) (?:ủy|uỷ|đoàn) (?<place>\p{Lu}.*)$/u.exec(parts.name)?.groups?.[
      'place'
    ];
    if (committee !== undefined)
      return inDistrictNamed(parts.name, committee, provincesIn(parts.all)[0]?.province, day, [
        'issuer-printed',
        'place-printed',
      ]);
    if (home.body !== null && fold(home.body).startsWith(fold(parts.name))) return ownBody(day, ['issuer-printed']);
    // A body without level or place may have a namesake in every province.
    return home.province === null
      ? unplaced(parts.name, ['issuer-printed', 'place-unknown'])
      : {
          ...placed(parts.name, ['issuer-printed', 'place-from-home'], slug(`${parts.name} ${home.province.fullName}`)),
        };
  };

  return ({ phrase, number, date, type, former = false }) => {
    const day: DayKnown = { date, reportDate: home.date, former };
    const parts = phrase === null ? null : issuerPhrase(phrase);
    const code = number?.issuer ?? null;
    const known = code === null ? null : issuerCode(code);
    if (code === null) {
      if (parts !== null) return onlyPhrase(parts, day);
      if (type === 'NĐ') return placed('Chính phủ', ['issuer-by-type']);
      if (type === 'L' || type === 'BL' || type === 'HP') return placed('Quốc hội', ['issuer-by-type']);
      if (type === 'PL') return placed('Ủy ban Thường vụ Quốc hội', ['issuer-by-type']);
      return unplaced(null, ['issuer-unknown']);
    }
    // "Án lệ số 09/2016/AL": precedents are one court's, and their symbol names no body.
    if (type === 'AL' && code === 'AL') return placed(issuerCode('TANDTC')!.name, ['issuer-by-type']);
    if (number?.type != null && jointCodes.has(number.type) && number.rest.length > 0) {
      const all = [code, ...number.rest].map((each) => issuerCode(each));
      const names = all.map((each, at) => each?.name ?? [code, ...number.rest][at]!);
      if (all.every((each) => each?.level === 'central'))
        return placed(names.join('; '), ['issuer-by-symbol'], slug(names.join('-')));
      const local = parts === null ? null : byPhrase(names.join('; '), parts, day, ['issuer-by-symbol']);
      if (local !== null) return local;
      return byLevel({ code, name: names.join('; '), level: 'local', party: false }, day, ['issuer-by-symbol']);
    }
    if (known !== null && namesBody(code)) {
      if (known.level === 'central') {
        // One series, three organs: which of them signed is the phrase's to say.
        const said =
          known.code === 'TW' && parts !== null && parts.level === null && parts.all.length < 60
            ? parts.all
            : known.name;
        const [first, end] = daysOf(date);
        const there = inOffice(known.code, first, end);
        return placed(
          said,
          there ? ['issuer-by-symbol'] : ['issuer-by-symbol', 'issuer-not-in-office'],
          slug(known.name),
        );
      }
      if (parts !== null && contradicts(parts, known))
        return { ...byLevel(known, day, ['issuer-by-symbol', 'issuer-conflict']), certain: false };
      if (parts !== null && (parts.level !== null || parts.place !== null)) {
        // "Sở Nội vụ tỉnh Quảng Ngãi" places a provincial code; a letter of UBND may be of any level.
        return byPhrase(known.name, parts, day, ['issuer-by-symbol', 'issuer-printed']);
      }
      if (parts !== null && /^(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy \p{Lu}/u.test(parts.name) && known.party)
        return onlyPhrase(parts, day);
      // A provincial code says all but the place, and says it alike in every report.
      if (code === ownCode && home.body !== null && known.level !== 'province')
        return ownBody(day, ['issuer-by-symbol']);
      return byLevel(known, day, parts === null ? ['issuer-by-symbol'] : ['issuer-by-symbol', 'issuer-printed']);
    }
    // "Quyết định 327-CT": the Chairman of the Council of Ministers, whose symbol provincial tax offices have had since.
    if (code === 'CT' && number!.rest.length === 0 && parts === null && underCouncil(date))
      return placed(issuerCode('HĐBT')!.name, ['issuer-by-symbol']);
    if (parts !== null && parts.name !== '') return onlyPhrase(parts, day);
    if ((ownCode !== null && code === ownCode) || isAcronymOf(code, home.body)) return ownBody(day, ['own-series']);
    // The symbol of a judgment says what it is about: KDTM is trade, no court.
    return unplaced(known?.name ?? (type === 'BA' ? null : code), ['issuer-unknown']);
  };
}

/** A local code beside the name of a central body: one of the two is wrong. */
function contradicts(parts: IssuerPhrase, code: IssuerCode): boolean {
  const central = parts.level === null ? centralCodeNamed(fold(parts.name)) : null;
  return central !== null && central !== code.code && code.level !== 'central';
}

/** Whether a ministry was there on one of the days between two; other central bodies have no end in the table. */
function inOffice(code: string, first: string, end: string): boolean {
  const row = ministries.find(({ symbol, status }) => symbol === code && status !== 'variant symbol');
  return row === undefined || (row.valid_from <= end && (row.valid_to === '' || first <= row.valid_to));
}

/** Whether a day is of the years of the Council of Ministers, July 1981 to September 1992. */
const underCouncil = (date: string | null): boolean => date !== null && date >= '1981' && date < '1992-10';

/** Whether a code is made of the first letters of a body's name: "BDT" of "Ban Dân tộc tỉnh …". */
function isAcronymOf(code: string, body: string | null): boolean {
  if (body === null || code.length < 2) return false;
  const initials = fold(issuerPhrase(body).name)
    .split(/[^\p{L}]+/u)
    .map((word) => word.slice(0, 1))
    .join('');
  return initials === fold(code);
}
