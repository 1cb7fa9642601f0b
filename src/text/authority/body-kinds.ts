import { fold } from '../fold.js';
import { type IssuerCode, issuerCode } from '../issuer-codes.js';
import { bodies } from '../lexicon/generated/bodies.js';
import { issuers } from '../lexicon/generated/issuers.js';
import { ministries } from '../lexicon/generated/ministries.js';
import { dayAfter } from '../provinces.js';

/** A kind of body, place left out: what its rows in the tables say together. */
export interface BodyKind {
  /** "Sở Nội vụ", "Bộ Tài chính" */
  readonly name: string;
  readonly central: boolean;
  /** codes in document numbers: ["SNNPTNT", "SNN"] */
  readonly symbols: readonly string[];
  /** other names in the tables */
  readonly names: readonly string[];
  /** kind of the body above it; null where it has none, or the tables do not say */
  readonly parent: string | null;
  /** first and last day, month or year of its kind; null: not known, or still there */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** kinds that took its work over */
  readonly successors: readonly string[];
  readonly since: string | null;
  /** provinces where it went another way */
  readonly except: readonly string[];
}

/** Whom the bodies of a family answer to, where data/bodies.csv has no row for them. */
const parentOf = (family: string, level: string): string | null => {
  if (level === 'central')
    return { party: 'Trung ương Đảng', government: 'Chính phủ', legislature: 'Quốc hội' }[family] ?? null;
  return (
    { department: 'UBND', 'people-committee': 'UBND', 'people-council': 'HĐND', party: 'Tỉnh ủy', division: 'UBND' }[
      family
    ] ?? null
  );
};

const heads = new Set(['Trung ương Đảng', 'Quốc hội', 'Chính phủ', 'Thủ tướng Chính phủ', 'Hội đồng Bộ trưởng']);
const kinds = new Map<string, BodyKind>();
const idOf = (name: string, central: boolean): string => `${central ? '^' : ''}${fold(name)}`;

function put(code: IssuerCode, family: string, printed: string, level: string): void {
  const central = code.level === 'central';
  const id = idOf(code.name, central);
  const known = kinds.get(id);
  if (known !== undefined) {
    kinds.set(id, {
      ...known,
      symbols: [...new Set([...known.symbols, code.code])],
      names: [...new Set([...known.names, printed])],
    });
    return;
  }
  const parent = heads.has(code.name) ? null : parentOf(family, central ? 'central' : level);
  kinds.set(id, {
    name: code.name,
    central,
    symbols: [code.code],
    names: [printed],
    parent: parent === code.name ? null : parent,
    validFrom: null,
    validTo: null,
    successors: [],
    since: null,
    except: [],
  });
}

for (const { symbol, name_vi: name, level, family } of issuers) {
  if (family === 'letter-unit' || level === 'unit') continue;
  const code = issuerCode(symbol);
  const printed = name.replace(/\s*\(.*$/u, '');
  if (code !== null)
    put(code.name === printed || code.level === level ? code : { ...code, name: printed }, family, printed, level);
}
const symbolNames = new Map(
  ministries.filter(({ status }) => status !== 'variant symbol').map((row) => [row.symbol, row.name_vi] as const),
);
for (const row of ministries) {
  put({ code: row.symbol, name: row.name_vi, level: 'central', party: false }, 'government', row.name_vi, 'central');
  if (row.status === 'variant symbol') continue;
  const id = idOf(row.name_vi, true);
  kinds.set(id, {
    ...kinds.get(id)!,
    validFrom: row.valid_from || null,
    validTo: row.valid_to || null,
    successors: row.successors.split('|').flatMap((symbol) => symbolNames.get(symbol) ?? []),
    since: row.valid_to === '' ? null : dayAfter(row.valid_to),
  });
}
for (const row of bodies) {
  const central = row.level === 'central';
  const id = idOf(row.body, central);
  const known = kinds.get(id);
  kinds.set(id, {
    name: row.body,
    central,
    symbols: known?.symbols ?? [],
    names: known?.names ?? [row.body],
    parent: row.parent || null,
    validFrom: row.since || null,
    validTo: row.until || null,
    successors: row.successors === '' ? [] : row.successors.split('|'),
    since: row.until === '' ? null : row.until.length === 10 ? dayAfter(row.until) : row.until,
    except: row.except === '' ? [] : row.except.split('|'),
  });
}

/** The kind of a body by its name without place; null when no table has it. */
export const bodyKind = (name: string, central: boolean): BodyKind | null => kinds.get(idOf(name, central)) ?? null;

/** Kinds whose work went to this one. */
export const formerKinds = ({ name, central }: BodyKind): readonly BodyKind[] =>
  [...kinds.values()].filter(
    (each) => each.central === central && each.successors.includes(name) && each.name !== name,
  );

export const bodyKinds: readonly BodyKind[] = [...kinds.values()];
