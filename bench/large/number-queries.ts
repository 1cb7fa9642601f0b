import type pg from 'pg';
import { fold } from '../../src/text/fold.js';
import { chance } from '../chance.js';

/** What a person types, and the document that it should lead to. */
export interface NumberQuery {
  readonly text: string;
  readonly key: string;
}

const kinds: Readonly<Record<string, (number: string, below: (limit: number) => number) => string | null>> = {
  exact: (number) => number,
  folded: (number) => fold(number).replace(/[/-]+/g, ' '),
  'wrong separators': (number) => number.replace(/\//g, '-').replace(/-(?=[^-]*$)/, '.'),
  prefix: (number) => number.slice(0, Math.max(number.search(/[/-]/) + 2, Math.ceil(number.length * 0.6))),
  'number alone': (number) => /^\d+/.exec(number)?.[0] ?? null,
  'type and number': (number) =>
    /^(\d+)\/(QĐ|KH)-/.test(number)
      ? number.replace(
          /^(\d+)\/(QĐ|KH)-.*/,
          (_, serial, type) => `${type === 'QĐ' ? 'quyết định' : 'kế hoạch'} ${serial}`,
        )
      : null,
  'slip of a digit': (number, below) => {
    const digits = /^\d+/.exec(number)?.[0].length ?? 0;
    if (digits < 2) return null;
    const at = below(digits);
    return `${number.slice(0, at)}${(Number(number[at]) + 1 + below(8)) % 10}${number.slice(at + 1)}`;
  },
  'slip of a letter': (number, below) => {
    const slips = [/D$/, /Đ/, /0/, /1/, /U/].map((letter, at) =>
      number.replace(letter, ['O', 'B', 'O', 'l', 'V'][at]!),
    );
    const changed = slips.filter((slip) => slip !== number);
    return changed.length === 0 ? null : changed[below(changed.length)]!;
  },
  'year dropped': (number) => (/^\d+\/\d{4}\//.test(number) ? number.replace(/\/\d{4}\//, '/') : null),
  pasted: (number) => `Quyết định số ${number} ngày 15/8/2022 của UBND tỉnh`,
  'not there': (_number, below) => `${90_000 + below(9999)}/XQ-ZZZZ`,
};

/** Queries of every kind for documents drawn from the archive, the same for the same archive. */
export async function numberQueries(db: pg.Pool, each: number): Promise<ReadonlyMap<string, readonly NumberQuery[]>> {
  const { below } = chance(20_221_120);
  const wanted = Object.entries(kinds);
  const queries = new Map<string, NumberQuery[]>(wanted.map(([kind]) => [kind, []]));
  // Keys lie over the whole range of the index; a key of chance lands anywhere in it.
  const { rows } = await db.query<{ key: string; number: string }>(
    `select key, number from trichluc.legal_document where number is not null and number ~ '^[0-9]'
     order by md5(key) limit $1`,
    [each * 4],
  );
  for (const [kind, write] of wanted)
    for (const { key, number } of rows) {
      const list = queries.get(kind)!;
      const text = list.length < each ? write(number, below) : null;
      if (text !== null && (kind === 'exact' || text !== number)) list.push({ text, key });
    }
  return queries;
}
