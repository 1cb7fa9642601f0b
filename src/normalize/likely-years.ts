import { canonicalNumber } from './canonical-number.js';
import { type Mention, yearOf } from './mention.js';

/**
 * What a number with an impossible year may be a slip of: "12/2053/NĐ-CP ngày 05/3/2023" of 12/2023/NĐ-CP, by the day
 * beside it or by what the report calls it elsewhere. They stay candidates: a person decides.
 *
 * @param same the report's mentions with these figures
 */
export function withLikelyYears(mention: Mention, same: readonly Mention[]): Mention {
  const { number, type, date } = mention;
  if (number === null || number.impossibleYear === null) return mention;
  const elsewhere = same.flatMap((other) =>
    other.number?.symbol === number.symbol && other.number.year !== null ? [other.number.year] : [],
  );
  const years = new Set([...(date === null ? [] : [yearOf(date)!]), ...elsewhere]);
  const others = [...years].sort().flatMap((year): Mention[] => {
    const likely = canonicalNumber(number.printed.replace(`/${number.impossibleYear!}/`, `/${year}/`), type);
    return likely === null ? [] : [{ ...mention, number: likely, others: [] }];
  });
  return { ...mention, others: [...mention.others, ...others] };
}
