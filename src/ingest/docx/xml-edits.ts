/** A piece of an XML part that is put in another's place; `start` = `end` puts it in between. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits: what is put in at a place comes before what is replaced there; of two that overlap the first and wider counts. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || b.end - a.end,
  )) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), text);
    at = end;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}

/** A text as it may stand in an element or an attribute; signs that XML has no place for are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]|[^\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (sign) =>
    /[&<>"]/.test(sign) ? `&#${sign.charCodeAt(0)};` : '',
  );
