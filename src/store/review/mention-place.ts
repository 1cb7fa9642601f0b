import type { MentionKind } from '../../model/index.js';

const letters: Readonly<Record<MentionKind, string>> = { citation: 'c', quantity: 'q', award: 'a' };

/**
 * Names for a report's mentions of one kind that newer rules do not shift: the kind's letter and where the mention
 * begins ("c1204"); of several that begin at one place, the later ones are "c1204.2", "c1204.3".
 */
export function placesOf(
  kind: MentionKind,
  mentions: readonly { readonly span: { readonly start: number } }[],
): readonly string[] {
  const seen = new Map<number, number>();
  return mentions.map(({ span: { start } }) => {
    const count = (seen.get(start) ?? 0) + 1;
    seen.set(start, count);
    return `${letters[kind]}${start}${count === 1 ? '' : `.${count}`}`;
  });
}

export const kindOfPlace = (place: string): MentionKind | null =>
  (Object.keys(letters) as MentionKind[]).find((kind) => letters[kind] === place[0]) ?? null;

/** The name of a mention in the whole archive: "3fa2b1c9:c1204". */
export const mentionId = (report: string, place: string): string => `${report.slice(0, 8)}:${place}`;

/** Takes the name of a mention apart: "3fa2b1c9:c1204" is a citation at 1204 of the report that begins so; null for what is none. */
export function readMentionId(
  id: string,
): { readonly report: string; readonly place: string; readonly kind: MentionKind } | null {
  const { report, place } = /^(?<report>[0-9a-f]{8,64}):(?<place>[a-z]\d+(?:\.\d+)?)$/.exec(id)?.groups ?? {};
  const kind = kindOfPlace(place ?? '');
  return report === undefined || place === undefined || kind === null ? null : { report, place, kind };
}

/** Names for all mentions of one kind in a report, in the order of the text. */
export const mentionIds = (
  report: string,
  kind: MentionKind,
  mentions: readonly { readonly span: { readonly start: number } }[],
): readonly string[] => placesOf(kind, mentions).map((place) => mentionId(report, place));
