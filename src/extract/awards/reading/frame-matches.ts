import { type Pattern, type PatternMatch, pattern, type SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

const rest = '#Inside{0,14}';
/** The frames in which offices count and honour, in compromise's match syntax; words are folded. */
export const frames = {
  outOf: pattern(`[<count>#Count] tren tong? so? [<of>#Count] [<who>#Recipient ${rest}]`),
  counted: pattern(`[<count>#Count] #Scale? (luot|cap)? [<who>#Recipient ${rest}]`),
  share: pattern(`[<percent>#Percent] tro? len? (so|cac|tong)? so? cac? [<who>#Recipient ${rest}]`),
  several: pattern(`#Many #Inside{0,2} [<who>#Recipient ${rest}]`),
  countedAward: pattern(`[<count>#Count] (danh|tam|chiec|luot)? hieu? [<award>#Award ${rest}]`),
  shareAward: pattern(`[<percent>#Percent] (danh|so)? hieu? [<award>#Award ${rest}]`),
  passive: pattern('duoc [<grantor>(#Title|#Body) .{0,13}?] [<verb>#Honour]'),
  badge: pattern('huy hieu dang? [<years>#Count] nam? (tuoi|duoc)? dang?'),
  badgeAgain: pattern('[<years>#Count] nam (tuoi)? dang?'),
  ageAlone: pattern('[<years>#Count] nam tuoi dang'),
  shareAfter: pattern('(dat|chiem|bang|voi)? (ty|ti)? le? (dat|la|tren|hon|gan|khoang)? [<percent>#Percent]'),
} satisfies Record<string, Pattern>;

export type FrameName = keyof typeof frames;

/** Tags without which a frame cannot match. */
const needs: Readonly<Record<FrameName, readonly string[]>> = {
  outOf: ['Count', 'Recipient'],
  counted: ['Count', 'Recipient'],
  share: ['Percent', 'Recipient'],
  several: ['Many', 'Recipient'],
  countedAward: ['Count', 'Award'],
  shareAward: ['Percent', 'Award'],
  passive: ['Honour'],
  badge: ['Count'],
  badgeAgain: ['Count'],
  ageAlone: ['Count'],
  shareAfter: ['Percent'],
};
const aboutBadges: ReadonlySet<FrameName> = new Set(['badge', 'badgeAgain', 'ageAlone']);

export function matchesByStart(
  reading: SentenceReading,
): ReadonlyMap<number, Partial<Record<FrameName, PatternMatch>>> {
  const starts = new Map<number, Partial<Record<FrameName, PatternMatch>>>();
  const present = new Set(reading.words.flatMap(({ tags }) => [...tags]));
  const ages = reading.words.some(({ folded }) => folded === 'dang');
  for (const [name, wanted] of Object.entries(frames) as [FrameName, Pattern][]) {
    // A match costs the sentence's length and more: only where its words can be met.
    if (!needs[name].every((tag) => present.has(tag)) || (aboutBadges.has(name) && !ages)) continue;
    for (const match of reading.match(wanted)) {
      const there = starts.get(match.first) ?? {};
      there[name] = match;
      starts.set(match.first, there);
    }
  }
  return starts;
}

/** A number counts what follows it without a stop between («3. Tổ chức», «2023, Ban» count nothing), and a year does not. */
export function whole(
  match: PatternMatch | undefined,
  group: string,
  sentence: string,
  { words }: SentenceReading,
): PatternMatch | undefined {
  const counted = match?.groups[group];
  if (match === undefined || counted === undefined) return undefined;
  for (let at = match.first + 1; at <= counted.first; at += 1)
    if (/[,;:.()\n\t–-]/.test(sentence.slice(words[at - 1]!.end, words[at]!.start))) return undefined;
  const isYear =
    /^(?:19|20)\d\d$/.test(words[match.first]!.text) && /^(?:năm|đoạn)$/iu.test(words[match.first - 1]?.text ?? '');
  return isYear ? undefined : match;
}
