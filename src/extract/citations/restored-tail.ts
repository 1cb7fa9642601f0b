import { codeFor, isIssuer, issuerFamily, symbolOf } from './symbols.js';

/** The letter groups as the tables spell them, each in its place; the year's figures where letters stood for them. */
export function restoredTail(
  tail: string,
  names: readonly string[],
  typed: string | null,
  year: number | null,
): string {
  let restored = tail.replace(/Ð/g, 'Đ');
  if (year !== null) restored = restored.replace(/^(.)[0-9OolIZ]{4}(?=[^0-9\p{L}])/u, `$1${year}`);
  let from = 0;
  for (const [index, name] of names.entries()) {
    const at = restored.indexOf(name, from);
    if (at < 0) continue;
    const known =
      index === 0 && typed !== null
        ? codeFor(name, typed)
        : isIssuer(name)
          ? symbolOf(name)
          : typed === 'NĐ' && /^[CG].$/u.test(name)
            ? 'CP' // decrees have no other maker
            : name;
    // Small letters for capitals ("TTG") are a way of writing, no damage.
    const put = known.toLowerCase() === name.toLowerCase() ? name : known;
    const sign = lostSign(restored, names, index, at === from);
    restored = restored.slice(0, at) + sign + put + restored.slice(at + name.length);
    from = at + sign.length + put.length;
  }
  return restored;
}

/** The sign that was left out before a group: "QĐUBND", "NQTU" of "05-NQTU", "90QĐ-TTg", "05NQ/TU"; "" where none was. */
function lostSign(tail: string, names: readonly string[], index: number, adjoining: boolean): string {
  if (!adjoining) return '';
  if (index > 0) return index === 1 && tail.startsWith('-') ? '/' : '-';
  const next = tail[names[0]!.length];
  if (next === '-') return '/';
  return next === '/' && issuerFamily(names[1] ?? '', 'administrative') === 'party' ? '-' : '';
}
