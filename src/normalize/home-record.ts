import type { Header, SourceDocument } from '../model/index.js';
import { merger } from '../text/authority/body-at.js';
import { provincesOfDistrict } from '../text/districts.js';
import { fold } from '../text/fold.js';
import { type Province, provinceNamed, provincesIn } from '../text/provinces.js';

/** Where a report was written: what its "tỉnh", "huyện" and "xã" without a name mean. */
export interface HomeRecord {
  readonly level: 'central' | 'province' | 'district' | 'commune' | null;
  readonly province: Province | null;
  /** "huyện Mường La" */
  readonly district: string | null;
  /** "xã Chiềng Lao" */
  readonly commune: string | null;
  /** the body that wrote it, as its header names it */
  readonly body: string | null;
  /** code in its own number ("BDT"); null when blank */
  readonly date: string | null;
}

const openingLength = 6000; // characters: the letterhead, the title and the first page
const districtName = /(?<![\p{L}])(?:huyện|quận|thị xã|thành phố)\s{1,3}\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3}/gu;
const communeName = /(?<![\p{L}])(?:xã|phường|thị trấn)\s{1,3}(?!Hội)\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3}/gu;
const central =
  /^(?:bo (?!chi huy|tu lenh)|chinh phu|thu tuong|quoc hoi|uy ban (?:dan toc|thuong vu quoc hoi)|tong cuc|trung uong|van phong (?:chinh phu|quoc hoi|trung uong)|toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|kiem toan nha nuoc|ngan hang nha nuoc|thanh tra chinh phu|bao hiem xa hoi viet nam|tong lien doan|dang uy khoi cac co quan trung uong)/u;

/** Names in capitals are brought to the form of the text's: "HUYỆN MƯỜNG LA" → "huyện Mường La". */
const lowered = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<![\p{L}])(?:Huyện|Quận|Thị Xã|Thị Trấn|Thành Phố|Xã|Phường|Tỉnh)(?![\p{L}])/gu, (word) =>
      word.toLowerCase(),
    );

// "huyện Ủy", "xã Cuộc vận động": capitals that begin something else than a place.
const noPlace =
  /\s(?:Cuộc|Các|Ban|Ủy|Uỷ|Hội|Đoàn|Đảng|Mặt|Phòng|Công|Trung|Văn|Báo|Kế|Chương|Nghị|Quyết|Năm|Từ|Đã)(?:\s|$)/u;

/** "HUYỆN ỦY MƯỜNG LA" is of huyện Mường La. */
function ofCommittee(letterhead: string): string | null {
  const found =
    /(?<level>[Hh]uyện|[Qq]uận|[Tt]hị|[Tt]hành) (?:Ủy|Uỷ)\s+(?<name>\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3})$/mu.exec(
      letterhead,
    );
  const levels: Readonly<Record<string, string>> = { huyện: 'huyện', quận: 'quận', thị: 'thị xã', thành: 'thành phố' };
  return found === null ? null : `${levels[found.groups!['level']!.toLowerCase()]!} ${found.groups!['name']!}`;
}

function mostNamed(text: string, pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(pattern)) {
    const name = found.replace(/\s+/gu, ' ');
    if (provincesIn(name).length === 0 && !noPlace.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  // A neighbour may be named once too; home stands out.
  return best !== undefined && best[1] > 1 && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

/**
 * The home of a report by its header, else by its first sentences, else by what it names most.
 * A report of a ministry has no province, wherever it was signed.
 */
export function homeRecord(document: SourceDocument, header: Header): HomeRecord {
  const body = header.issuer;
  const letterhead = lowered(`${header.parent ?? ''}\n${header.issuer ?? ''}`);
  const folded = fold(body ?? '');
  const foldedHead = fold(letterhead);
  const none: HomeRecord = { level: null, province: null, district: null, commune: null, body, date: header.date };
  if (
    central.test(folded) ||
    (body !== null && central.test(fold(header.parent ?? '')) && !/(?:tinh|huyen|xa) /u.test(folded))
  )
    return { ...none, level: 'central' };

  const opening = document.text.slice(0, openingLength);
  const named = provinceOf(header, letterhead, document.text, opening);
  if (body === null) return { ...none, province: named };
  const names = (pattern: RegExp, from: string) =>
    from
      .match(pattern)
      ?.map((name) => name.replace(/\s+/gu, ' '))
      .find((name) => provincesIn(name).length === 0 && !noPlace.test(name)) ?? null;
  const inCommune = /(?:^|\s)(?:xa(?! hoi)|phuong|thi tran)(?:\s|$)/u.test(foldedHead) && !/^thi xa/u.test(folded);
  const inDistrict =
    /(?:^|\s)(?:huyen|quan|thi xa|thanh pho)(?:\s|$)|^huyen uy|^quan uy|^thi uy|^phong /u.test(foldedHead) &&
    provincesIn(letterhead).every(({ province: { fullName } }) => fullName.startsWith('tỉnh'));
  const commune = inCommune ? (names(communeName, letterhead) ?? mostNamed(document.text, communeName)) : null;
  const printed = inCommune || inDistrict ? (ofCommittee(letterhead) ?? names(districtName, letterhead)) : null;
  const province = holding(printed, named, opening, header.date);
  const district =
    inCommune || inDistrict
      ? (printed ??
        names(/(?<=trên địa bàn )huyện \p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3}/gu, document.text) ??
        mostNamed(document.text, districtName))
      : null;
  return {
    level: inCommune ? 'commune' : inDistrict ? 'district' : province === null ? null : 'province',
    province,
    district,
    commune,
    body,
    date: header.date,
  };
}

/**
 * A district in the letterhead says its province, whatever provinces the text speaks of. Of districts that have a
 * namesake, the one in a province that the text names.
 */
function holding(district: string | null, named: Province | null, text: string, on: string | null): Province | null {
  const holders = district === null ? [] : provincesOfDistrict(district);
  // The province that holds the land since the merger is its home only since then.
  const isHolder = ({ name }: Province): boolean =>
    holders.some((holder) => holder.name === name || (holder.successor === name && (on ?? '') >= merger));
  if (holders.length === 0 || (named !== null && isHolder(named))) return named;
  const mentioned = new Map(provincesIn(text).map(({ province }) => [province.name, province] as const));
  const [only, ...others] = holders.length === 1 ? holders : [...mentioned.values()].filter(isHolder);
  if (only === undefined || others.length > 0) return null;
  return provinceNamed(only.fullName, on) ?? only;
}

function provinceOf(header: Header, letterhead: string, text: string, opening: string): Province | null {
  const on = header.date;
  const exact = (province: Province): Province => provinceNamed(province.fullName, on) ?? province;
  const printed = provincesIn(letterhead)[0]?.province;
  if (printed !== undefined) return exact(printed);
  // "TỈNH ỦY QUẢNG NGÃI", "HỘI NÔNG DÂN QUẢNG NGÃI": the name may follow without its level word.
  const tail = /(?:Tỉnh Ủy|Tỉnh Uỷ|Tỉnh Đoàn|Thành Ủy)\s+(?<name>\p{Lu}[\p{L}\s-]{2,25})$/mu.exec(letterhead)?.groups?.[
    'name'
  ];
  const afterBody = tail === undefined ? null : provinceNamed(tail, on);
  if (afterBody !== null) return afterBody;
  const place = header.place === null ? null : provinceNamed(header.place, on);
  if (place !== null) return place;
  const first = provincesIn(opening);
  const counted = new Map<string, number>();
  for (const { province } of first.length > 0 ? first : provincesIn(text))
    counted.set(province.name, (counted.get(province.name) ?? 0) + 1);
  const [best, second] = [...counted].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (best === undefined || (second !== undefined && second[1] * 2 > best[1])) return null;
  return provinceNamed(best[0], on);
}
