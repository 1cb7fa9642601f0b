import type { Archive, IssuerLink } from '../store/index.js';
import type { CellValue } from './sheet.js';
import type { SheetWords } from './sheet-words.js';

/** «UBND tỉnh Gia Lai (2025-07-01); …» */
const linked = (links: readonly IssuerLink[]): string =>
  links.map(({ name, since }) => (since === null ? name : `${name} (${since})`)).join('; ');

const count = (value: number): CellValue => ({ exact: String(value) });

/**
 * The authority file: the bodies of the archive's documents and those around them, by key, then those that no table knows.
 * There are thousands of bodies, not millions.
 */
export async function* issuerRows(
  archive: Pick<Archive, 'issuers' | 'exportIssuers'>,
  words: SheetWords,
): AsyncGenerator<readonly CellValue[]> {
  const held = new Map((await archive.issuers()).map((issuer) => [issuer.key, issuer] as const));
  for await (const record of archive.exportIssuers()) {
    const { documents, reports } = held.get(record.key) ?? { documents: 0, reports: 0 };
    yield [
      record.name,
      words.levels[record.level],
      record.province,
      record.symbols.join('; '),
      record.aliases.join('; '),
      record.validFrom,
      record.validTo,
      record.parent?.name ?? null,
      linked(record.predecessors),
      linked(record.successors),
      record.ended === null ? null : words.ended[record.ended],
      record.land,
      count(documents),
      count(reports),
      record.key,
    ];
  }
  const unknown = [...held.values()].filter(({ record }) => record === null);
  for (const { key, name, documents, reports } of unknown.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const level = key.endsWith('~') ? words.unplacedIssuer : words.unknownIssuer;
    yield [name, level, ...Array.from({ length: 10 }, () => null), count(documents), count(reports), key];
  }
}
