import { type Pattern, type PatternMatch, pattern, type SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

const rest = '#Inside{0,14}';
/** The frames in which offices count and honour, in compromise's match syntax; words are folded. */
export const frames = {
  outOf: pattern(`[<count>#Count] (tren|trong) tong? so? [<of>#Count] [<who>#Recipient ${rest}]`),
  counted: pattern(`[<count>#Count] #Scale? (luot|cap|nu)? [<who>#Recipient ${rest}]`),
  share: pattern(`[<percent>#Percent] tro? len? (so|cac|tong)? so? cac? nu? [<who>#Recipient ${rest}]`),
  several: pattern(`#Many #Inside{0,2} [<who>#Recipient ${rest}]`),
  countedAward: pattern(`[<count>#Count] (danh|tam|chiec|luot)? hieu? [<award>#Award ${rest}]`),
  shareAward: pattern(`[<percent>#Percent] tro? len? (danh|so)? hieu? [<award>#Award ${rest}]`),
  passive: pattern('duoc [<grantor>(#Title|#Body) .{0,13}?] [<verb>#Honour]'),
  badge: pattern('huy hieu dang? [<years>#Count] nam? (tuoi|duoc)? dang?'),
  badgeAgain: pattern('[<years>#Count] nam (tuoi)? dang?'),
  ageAlone: pattern('[<years>#Count] nam tuoi dang'),
  shareAfter: pattern('(dat|chiem|bang|voi)? (ty|ti)? le? (dat|la|tren|hon|gan|khoang)? (tu)? [<percent>#Percent]'),
} satisfies Record<string, Pattern>;

export type FrameName = keyof typeof frames;

/** What a frame begins with, and what follows within a number of terms; without both it cannot match. */
interface Need {
  readonly first: string;
  readonly near: readonly string[];
  readonly within: number;
}
const needs: Readonly<Record<FrameName, Need>> = {
  outOf: { first: 'Count', near: ['Recipient'], within: 5 },
  counted: { first: 'Count', near: ['Recipient'], within: 4 },
  share: { first: 'Percent', near: ['Recipient'], within: 8 },
  several: { first: 'Many', near: ['Recipient'], within: 3 },
  countedAward: { first: 'Count', near: ['Award'], within: 3 },
  shareAward: { first: 'Percent', near: ['Award'], within: 5 },
  passive: { first: 'duoc', near: ['Title', 'Body'], within: 1 },
  badge: { first: 'huy', near: ['Count'], within: 3 },
  badgeAgain: { first: 'Count', near: ['nam'], within: 1 },
  ageAlone: { first: 'Count', near: ['dang'], within: 3 },
  shareAfter: { first: 'Percent', near: [], within: 0 },
};
const aboutBadges: ReadonlySet<FrameName> = new Set(['badge', 'badgeAgain', 'ageAlone']);
const wanted = Object.entries(needs) as [FrameName, Need][];

/**
 * The frames that a sentence's words leave possible. A match costs the sentence's length and more, so that what stands beside what is
 * looked at first.
 */
function possibleFrames({ words }: SentenceReading): FrameName[] {
  const has = (at: number, what: string): boolean =>
    at < words.length && (words[at]!.tags.has(what) || words[at]!.folded === what);
  const ages = words.some(({ folded }) => folded === 'dang');
  return wanted
    .filter(([name]) => ages || !aboutBadges.has(name))
    .filter(([, { first, near, within }]) =>
      words.some((_, at) => {
        if (!has(at, first)) return false;
        if (near.length === 0) return true;
        for (let next = at + 1; next <= at + within; next += 1) if (near.some((what) => has(next, what))) return true;
        return false;
      }),
    )
    .map(([name]) => name);
}

export function matchesByStart(
  reading: SentenceReading,
): ReadonlyMap<number, Partial<Record<FrameName, PatternMatch>>> {
  const starts = new Map<number, Partial<Record<FrameName, PatternMatch>>>();
  for (const name of possibleFrames(reading)) {
    for (const match of reading.match(frames[name])) {
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
