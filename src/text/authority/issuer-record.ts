import { issuerPhrase } from '../issuer-phrase.js';
import { type Province, provinceNamed, provincesBefore } from '../provinces.js';
import { slug } from '../slug.js';
import { bodyAt, keyAt, merger } from './body-at.js';
import { type BodyKind, bodyKind, bodyKinds, formerKinds } from './body-kinds.js';
import { type IssuerPlace, issuerPlace } from './issuer-place.js';

/** One issuing body among others: its key, its name, and since when it stands to the other as it does. */
export interface IssuerLink {
  readonly key: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or its beginning; null where it is not known or always was so */
  readonly since: string | null;
}

/** The authority record of an issuing body: one for each body, whatever reports call it. */
export interface IssuerRecord {
  /** the part of a document's key that names its issuer */
  readonly key: string;
  readonly name: string;
  readonly level: 'central' | 'province' | 'district' | 'commune';
  /** "tỉnh Bình Định" of the body's own time; null of a central body */
  readonly province: string | null;
  /** codes in its numbers */
  readonly symbols: readonly string[];
  /** other names */
  readonly aliases: readonly string[];
  readonly parent: IssuerLink | null;
  /** `YYYY-MM-DD` or its beginning; null where the tables do not know it, or it is still there */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly predecessors: readonly IssuerLink[];
  readonly successors: readonly IssuerLink[];
  /** why no one body followed; the province that holds its land now is in `land` */
  readonly ended: 'district-abolished' | 'commune-reorganised' | null;
  readonly land: string | null;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const endOfDistricts = dayBefore(merger); // resolution 203/2025/QH15

/**
 * The record of a body by the part of a document's key that names it.
 *
 * @param name as a legal document carries it: "UBND tỉnh Bình Định"; a key has no tones
 * @returns null for a body that no table places, and for one whose place the report left open
 */
export function issuerRecord(key: string, name: string): IssuerRecord | null {
  if (key.includes('~')) return null;
  const place = issuerPlace(key);
  if (place === null) return centralRecord(key);
  return place.level === 'province' ? provinceRecord(key, name, place) : localRecord(key, name, place);
}

const centralByKey = new Map(
  bodyKinds.filter(({ central }) => central).map((kind) => [slug(kind.name), kind] as const),
);

const linkTo = (name: string, since: string | null): IssuerLink => ({ key: slug(name), name, since });

function centralRecord(key: string): IssuerRecord | null {
  const kind = centralByKey.get(key);
  if (kind === undefined) return null;
  return {
    key,
    name: kind.name,
    level: 'central',
    province: null,
    symbols: kind.symbols,
    aliases: aliasesOf(kind, kind.name, (name) => name),
    parent: kind.parent === null ? null : linkTo(kind.parent, null),
    validFrom: kind.validFrom,
    validTo: kind.validTo,
    predecessors: formerKinds(kind).map((former) => linkTo(former.name, former.since)),
    successors: kind.successors.map((successor) => linkTo(successor, kind.since)),
    ended: null,
    land: null,
  };
}

const atProvince = (body: string, province: Province, since: string | null): IssuerLink => ({
  key: keyAt(body, province),
  name: bodyAt(body, province),
  since,
});

/** "UBND tỉnh Bình Định" → "UBND", "Ban Dân vận Tỉnh ủy Sơn La" → "Ban Dân vận Tỉnh ủy". */
function bodyWithoutPlace(name: string, { fullName, name: place }: Province): string {
  const tail = [fullName, place].find((each) => name.endsWith(` ${each}`));
  const body = tail === undefined ? name : name.slice(0, -tail.length).trim();
  return body.replace(/Thành (?=(?:ủy|đoàn)$)/u, 'Tỉnh ');
}

function provinceRecord(key: string, name: string, { province }: IssuerPlace): IssuerRecord {
  const body = bodyWithoutPlace(name, province);
  const kind = bodyKind(body, false);
  const ownSuccession = kind !== null && !kind.except.includes(province.name);
  const kindEnds = kind !== null && kind.validTo !== null && within(kind.validTo, province) ? kind.validTo : null;
  const kindBegins = kind?.validFrom != null && within(kind.validFrom, province) ? kind.validFrom : null;
  const successors =
    kindEnds !== null
      ? ownSuccession
        ? kind!.successors.map((successor) => atProvince(successor, province, kind!.since))
        : []
      : province.successors.flatMap(({ name: next, since }) => {
          const now = provinceNamed(next, since.length === 4 ? `${since}-12-31` : since);
          return now === null ? [] : [atProvince(body, now, since)];
        });
  const absorbed =
    kind === null
      ? []
      : formerKinds(kind)
          .filter(
            (former) =>
              former.since !== null && within(former.since, province) && !former.except.includes(province.name),
          )
          .map((former) => atProvince(former.name, province, former.since));
  const merged = provincesBefore(province).map((before) => atProvince(body, before, province.validFrom));
  const parent = kind?.parent ?? null;
  return {
    key,
    name: bodyAt(body, province),
    level: 'province',
    province: province.fullName,
    symbols: kind?.symbols ?? [],
    aliases: [
      ...new Set([
        ...(kind === null ? [] : aliasesOf(kind, bodyAt(body, province), (each) => bodyAt(each, province))),
        ...spelledOut(bodyAt(body, province)),
      ]),
    ],
    parent:
      parent === null
        ? null
        : bodyKind(parent, true) !== null
          ? linkTo(parent, null)
          : atProvince(parent, province, null),
    validFrom: kindBegins ?? province.validFrom,
    validTo: kindEnds ?? endOf(province),
    predecessors: [...absorbed, ...merged],
    successors,
    ended: null,
    land: null,
  };
}

/** Of a province whose end is known by its year only, the year. */
const endOf = ({ successors, validTo }: Province): string | null =>
  successors[0]?.since.length === 4 ? successors[0].since : validTo;

const within = (day: string, { validFrom, validTo }: Province): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);

/** Bodies of districts and communes. Which communes took a district over, or a commune was made of, no table of ours says. */
function localRecord(key: string, name: string, { level, province, merged }: IssuerPlace): IssuerRecord {
  const parts = issuerPhrase(name);
  const body = parts.name;
  const kind = bodyKind(body, false);
  const district = level === 'district';
  const now = province.successors.length === 0 ? province.fullName : (holderOf(province)?.fullName ?? null);
  return {
    key,
    name,
    level: district ? 'district' : 'commune',
    province: province.fullName,
    symbols: kind?.symbols ?? [],
    aliases: [`${name}, ${province.fullName}`, ...spelledOut(name)],
    parent: parentBelow(name, body, kind, level, province, merged),
    validFrom: merged ? merger : null,
    validTo: district ? endOfDistricts : null,
    predecessors: [],
    successors: [],
    ended: district ? 'district-abolished' : merged ? null : 'commune-reorganised',
    land: merged ? null : now,
  };
}

const holderOf = ({ successors }: Province): Province | null => {
  const last = successors.at(-1);
  return last === undefined || successors.length > 1 ? null : provinceNamed(last.name, last.since);
};

function parentBelow(
  name: string,
  body: string,
  kind: BodyKind | null,
  level: IssuerPlace['level'],
  province: Province,
  merged: boolean,
): IssuerLink | null {
  if (level === 'commune') return merged && body === 'UBND' ? atProvince('UBND', province, null) : null;
  if (/^(?:Huyện|Quận|Thị|Thành) ủy/u.test(name)) return atProvince('Tỉnh ủy', province, null);
  if (body === 'UBND') return atProvince('UBND', province, null);
  const above = kind?.parent === 'UBND' ? 'UBND' : null;
  if (above === null) return null;
  const place = name.slice(body.length).trim();
  return { key: slug(`${above} ${place} ${province.fullName}`), name: `${above} ${place}`, since: null };
}

const aliasesOf = (kind: BodyKind, own: string, at: (name: string) => string): string[] =>
  kind.names
    .filter((name) => !name.startsWith(`${kind.name}, `))
    .map(at)
    .filter((name) => name !== own);

/** "UBND tỉnh Sơn La" is written in full as well. */
const spelledOut = (name: string): string[] => {
  const full = name.replace(/^UBND(?= )/u, 'Ủy ban nhân dân').replace(/^HĐND(?= )/u, 'Hội đồng nhân dân');
  return full === name ? [] : [full];
};
