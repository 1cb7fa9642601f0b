import { fold } from './fold.js';
import { ministries } from './lexicon/generated/ministries.js';
import { type Province, provinceNamed, provincesIn } from './provinces.js';

/** A body that took another's work over. */
export interface Successor {
  readonly name: string;
  /** first day, `YYYY-MM-DD` */
  readonly since: string;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const ministryNames = new Map(
  ministries.filter(({ status }) => status !== 'variant symbol').map((row) => [row.symbol, row] as const),
);

/**
 * The bodies that hold an issuer's work since it was merged or renamed: of "UBND tỉnh Bình Định", "UBND tỉnh Gia Lai" since
 * 1 July 2025; of "Bộ Giao thông vận tải", "Bộ Xây dựng" since 1 March 2025.
 *
 * @param issuer a body with its place, as a legal document carries it
 * @param on when the body issued: `YYYY-MM-DD` or its beginning; which of two bodies of one name is meant
 * @returns empty for a body that is still there, or whose end the tables do not know
 * @source resolution 202/2025/QH15 (provinces); data/provinces.csv, data/ministries.csv
 */
export function successorsOf(issuer: string, on: string | null): readonly Successor[] {
  const ministry = [...ministryNames.values()].find(({ name_vi: name }) => fold(name) === fold(issuer));
  if (ministry !== undefined) {
    if (ministry.valid_to === '') return [];
    const since = dayAfter(ministry.valid_to);
    return ministry.successors.split('|').flatMap((symbol) => {
      const name = ministryNames.get(symbol)?.name_vi;
      return name === undefined ? [] : [{ name, since }];
    });
  }
  // Districts were abolished, and their work went to communes and provinces alike: no one body followed.
  if (/(?<![\p{L}])(?:huyện|quận|thị xã|xã|phường|thị trấn|Huyện|Quận|Thị|Đảng ủy xã)(?![\p{L}])/u.test(issuer))
    return [];
  const placed = provincesIn(issuer).at(-1);
  const committee = /^(?<body>.*(?:Tỉnh|Thành) (?:ủy|đoàn)) (?<place>\p{Lu}.*)$/u.exec(issuer)?.groups;
  const found = placed?.province ?? (committee === undefined ? null : provinceNamed(committee['place']!));
  if (found === null) return [];
  const then = provinceNamed(found.fullName, on === null ? null : `${on}-01-01`.slice(0, 10)) ?? found;
  if (then.validTo === null) return [];
  const since = dayAfter(then.validTo);
  const now = provinceNamed(then.successor, since) ?? provinceNamed(then.successor);
  if (now === null) return [];
  const name =
    placed !== undefined
      ? `${issuer.slice(0, placed.start)}${now.fullName}${issuer.slice(placed.end)}`
      : `${committee!['body']!.replace(/(?:Tỉnh|Thành)(?= (?:ủy|đoàn)$)/u, levelOf(now))} ${now.name}`;
  return [{ name, since }];
}

const levelOf = ({ fullName }: Province): string => (fullName.startsWith('thành phố') ? 'Thành' : 'Tỉnh');
