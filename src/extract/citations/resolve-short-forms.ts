import type { Citation } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { oneEditApart } from './one-edit-apart.js';
import type { RawMention } from './raw-mention.js';
import { isIssuer } from './symbols.js';

const digitsOf = (raw: RawMention): string => `${raw.number!.digits.replace(/^0+(?=\d)/, '')}${raw.number!.suffix}`;

/**
 * Gives bare numbers and "Quyết định này" the full number that the same report prints elsewhere.
 *
 * A bare number needs one candidate of the same type and digits (and of the same date, where both have one); an
 * anaphor takes the nearest earlier mention of its type in the same block. A number whose issuer nobody knows takes the
 * one that the report prints elsewhere with a known issuer, where a single letter parts them ("UBNDT", "UBDT").
 * Ambiguous ones stay null.
 */
export function resolveShortForms(citations: readonly Citation[], raws: readonly RawMention[]): Citation[] {
  const full = new Map<string, Set<string>>();
  const dates = new Map<string, Set<string>>();
  const years = new Map<string, number | null>();
  /** numbers whose issuer's symbol is in the table */
  const known = new Set<string>();
  for (const [index, { type, number, date, kind }] of citations.entries()) {
    const raw = raws[index]!;
    if (kind !== 'numbered' || number === null || raw.number!.family === 'bare') continue;
    const key = `${type}|${digitsOf(raw)}`;
    years.set(number, raw.number!.year);
    if (raw.number!.issuerSymbol !== null && isIssuer(raw.number!.issuerSymbol)) known.add(number);
    full.set(key, (full.get(key) ?? new Set()).add(number));
    if (date !== null) dates.set(number, (dates.get(number) ?? new Set()).add(date));
  }
  const laws = lawsByYear(citations, raws);
  const at = new Map(raws.map((raw, index) => [raw, index]));
  const lastOfType = new Map<string, { number: string; block: number }>();
  return citations.map((citation, index) => {
    const raw = raws[index]!;
    const { type, date } = citation;
    const named = raw.standsFor === undefined ? undefined : citations[at.get(raw.standsFor) ?? -1];
    if (named !== undefined) return { ...citation, resolved: named.number ?? named.name };
    if (raw.rule === 'citation/law-of-year')
      return { ...citation, resolved: laws.get(citation.quote.slice(-4)) ?? null };
    if (citation.kind === 'anaphora') {
      const last = lastOfType.get(type ?? '');
      const own = /này$/u.test(citation.quote);
      return last === undefined || own || last.block !== citation.block
        ? citation
        : { ...citation, resolved: last.number };
    }
    if (citation.kind === 'numbered' && raw.number!.family === 'bare') {
      // "Đề án 06", "Chương trình 1719" go by the number of the decision that approved them.
      const keys = type === 'ĐA' || type === 'CTr' ? [type, 'QĐ'] : [type];
      const candidates = keys
        .flatMap((key) => [...(full.get(`${key}|${digitsOf(raw)}`) ?? [])])
        .filter(
          (number) =>
            (date === null || !dates.has(number) || dates.get(number)!.has(date)) &&
            (raw.number!.year === null || years.get(number) === raw.number!.year),
        );
      if (candidates.length === 1) return { ...citation, resolved: candidates[0]! };
      return citation;
    }
    const witness = damagedNumberOf(citation, raw);
    const key = witness ?? citation.number ?? citation.name;
    if (key !== null) lastOfType.set(type ?? '', { number: key, block: citation.block });
    return witness === null ? citation : { ...citation, resolved: witness };
  });

  function damagedNumberOf({ type, date, kind, number }: Citation, raw: RawMention): string | null {
    const symbol = raw.number?.issuerSymbol ?? null;
    if (kind !== 'numbered' || number === null || symbol === null || isIssuer(symbol)) return null;
    const candidates = [...(full.get(`${type}|${digitsOf(raw)}`) ?? [])].filter(
      (other) =>
        other !== number &&
        known.has(other) &&
        oneEditApart(fold(other), fold(number)) &&
        (date === null || !dates.has(other) || dates.get(other)!.has(date)),
    );
    return candidates.length === 1 ? candidates[0]! : null;
  }
}

/** The law of each year that the report names, by name or number; null where it names several of one year. */
function lawsByYear(citations: readonly Citation[], raws: readonly RawMention[]): Map<string, string | null> {
  const laws = new Map<string, string | null>();
  for (const [index, { type, kind, name, number, date }] of citations.entries()) {
    if ((type !== 'L' && type !== 'BL') || kind === 'anaphora') continue;
    const printed = name ?? number;
    const year =
      kind === 'named'
        ? (/[0-9]{4}$/.exec(name ?? '')?.[0] ?? date?.slice(0, 4))
        : raws[index]!.number?.year?.toString();
    if (printed === null || year === undefined) continue;
    const known = laws.get(year);
    laws.set(
      year,
      known === undefined || (known !== null && fold(known) === fold(printed)) ? (known ?? printed) : null,
    );
  }
  return laws;
}
