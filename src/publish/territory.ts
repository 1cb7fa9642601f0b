const kinds = 'tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn';
/** In small letters, capitalised, or all in capitals; a name has a capital in each word ("Xã hội" names no commune). */
const written = kinds
  .split('|')
  .flatMap((kind) => [kind, kind[0]!.toUpperCase() + kind.slice(1), kind.toUpperCase()])
  .join('|');
const place = new RegExp(
  `(?<![\\p{L}])(?<kind>${written}) (?<name>\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,4})`,
  'gu',
);
const whole = new RegExp(`^(?:toàn|trên địa bàn(?: toàn)?) (?<kind>${kinds})$`, 'iu');

/** Bodies that speak for their whole place, and not for their own staff. */
const governs =
  /^(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Thường trực (?:HĐND|Hội đồng nhân dân))(?![\p{L}])/iu;

/**
 * Whose figure it is when a report says "toàn tỉnh": the province of its own office, so that two offices of one province
 * speak of the same. A figure without a subject is the place's in a
 * report of its People's Committee or Council, and the office's own in any other.
 *
 * @param subject as the report names it; null when it names none
 * @param issuer the report's office by its full name, which holds its place ("Sở Y tế tỉnh Quảng Ngãi")
 */
export function territoryOf(subject: string | null, issuer: string | null): string | null {
  if (subject === null) return governs.test(issuer ?? '') ? (placesOf(issuer!)[0]?.words ?? issuer) : issuer;
  if (/^(?:cả nước|toàn quốc)$/i.test(subject)) return 'cả nước';
  if (!/^(?:toàn |trên địa bàn)/i.test(subject)) return subject;
  const kind = whole.exec(subject)?.groups?.['kind']?.toLowerCase();
  const places = placesOf(issuer ?? '');
  if (kind === undefined) return /^trên địa bàn$/i.test(subject) ? (places[0]?.words ?? issuer) : issuer;
  return places.find((named) => named.kind === kind)?.words ?? issuer;
}

/** The places in an office's name, the office's own first. */
function placesOf(issuer: string): readonly { readonly kind: string; readonly words: string }[] {
  return [...issuer.matchAll(place)].map(({ groups }) => {
    const kind = groups!['kind']!.toLowerCase();
    return { kind, words: `${kind} ${groups!['name']!}` };
  });
}
