import type { LabelledReport, MentionKind, MentionOf } from './labelled-report.js';
import { type ScoreKeys, scoreKeys } from './score-keys.js';

/** The mentions of one kind beside the labels they were matched with. */
export interface Matches<Mention> {
  readonly matched: readonly { readonly label: Mention; readonly mention: Mention }[];
  /** labels that no mention fits */
  readonly missed: readonly Mention[];
  /** mentions that no label fits */
  readonly extra: readonly Mention[];
}

/**
 * Matches mentions with labels as multisets of keys: each label takes the first mention of its key that is still free.
 * Anaphoras ("Quyết định này") are not labelled and are left out.
 */
export function matchLabels<Kind extends MentionKind>(
  kind: Kind,
  labels: readonly MentionOf<Kind>[],
  mentions: readonly MentionOf<Kind>[],
): Matches<MentionOf<Kind>> {
  const { key, fits } = scoreKeys[kind] as unknown as ScoreKeys<Kind>;
  const free = new Map<string, MentionOf<Kind>[]>();
  for (const mention of mentions) {
    if (isAnaphora(mention)) continue;
    const own = key(mention);
    const pool = free.get(own);
    if (pool === undefined) free.set(own, [mention]);
    else pool.push(mention);
  }
  const matched: { label: MentionOf<Kind>; mention: MentionOf<Kind> }[] = [];
  const missed: MentionOf<Kind>[] = [];
  for (const label of labels) {
    const pool = free.get(key(label)) ?? [];
    const at = pool.findIndex((mention) => fits(label, mention));
    if (at === -1) missed.push(label);
    else matched.push({ label, mention: pool.splice(at, 1)[0]! });
  }
  return { matched, missed, extra: [...free.values()].flat() };
}

/** Found by the program, never labelled. */
export const isAnaphora = (mention: MentionOf<MentionKind>): boolean =>
  'kind' in mention && mention.kind === 'anaphora';

/** The labels or mentions of one kind, with their type kept. */
export const mentionsOf = <Kind extends MentionKind>(report: LabelledReport, kind: Kind) =>
  report[kind] as readonly MentionOf<Kind>[];
