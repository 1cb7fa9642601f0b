import { type Comparable, comparables, differing, headerFields } from './comparable.js';
import { type LabelledReport, type MentionKind, mentionKinds } from './labelled-report.js';
import { isAnaphora, matchLabels, mentionsOf } from './match-labels.js';
import { pairMentions } from './pair-mentions.js';
import { headerKeys, type ScoreKeys, scoreKeys, type Values } from './score-keys.js';

/** What one run found in one report. */
export interface ReportRecords {
  readonly name: string;
  /** SHA-256 of the text as read; two runs that read the same text have comparable spans */
  readonly text: string;
  readonly records: LabelledReport;
}

export interface FieldChange {
  readonly field: string;
  /** as printed; empty for none */
  readonly before: string;
  readonly after: string;
}

/**
 * What the labels say. Of a gain: right or wrong. Of a loss: whether what was lost had been right or wrong. Of a change:
 * right (and wrong before), wrong (and right before), or neither of the two; null when no label tells.
 */
export type Verdict = 'right' | 'wrong' | 'neither' | null;

export interface Difference {
  readonly report: string;
  readonly kind: MentionKind | 'header';
  readonly change: 'gained' | 'lost' | 'changed';
  readonly where: string;
  readonly quote: string;
  readonly rule: string;
  /** the fields that differ; of a gain or a loss, its fields that are not empty */
  readonly fields: readonly FieldChange[];
  readonly verdict: Verdict;
}

/**
 * What a change of the rules does to one report: mentions gained, lost and changed, in the order of the text.
 *
 * @param labels of this report; null when nobody has labelled it
 */
export function compareReport(
  before: ReportRecords,
  after: ReportRecords,
  labels: LabelledReport | null,
): readonly Difference[] {
  const sameText = before.text === after.text;
  return [
    ...compareHeader(before.records.header, after.records.header, labels?.header ?? null).map((difference) => ({
      report: after.name,
      ...difference,
    })),
    ...mentionKinds.flatMap((kind) =>
      compareMentions(kind, before.records, after.records, sameText, labels).map((difference) => ({
        report: after.name,
        ...difference,
      })),
    ),
  ];
}

type Unnamed = Omit<Difference, 'report'>;

function compareHeader(
  before: LabelledReport['header'],
  after: LabelledReport['header'],
  label: LabelledReport['header'] | null,
): Unnamed[] {
  const [old, now] = [headerFields(before), headerFields(after)];
  return differing(old, now).map((field) => {
    // The labels ask for the first signer's name and position; a change of "signers" may be of either.
    const asked = field === 'signers' ? ['signer', 'position'] : [field];
    const verdicts = label === null ? [] : asked.map((key) => changeVerdict(headerKeys, key, before, after, label));
    return {
      kind: 'header',
      change: 'changed',
      where: '',
      quote: '',
      rule: '',
      fields: [fieldChange(field, old, now)],
      verdict: worst(verdicts),
    };
  });
}

function compareMentions<Kind extends MentionKind>(
  kind: Kind,
  before: LabelledReport,
  after: LabelledReport,
  sameText: boolean,
  labels: LabelledReport | null,
): Unnamed[] {
  type Mention = LabelledReport[Kind][number];
  const { pairs, lost, gained } = pairMentions<Mention>(comparables(before, kind), comparables(after, kind), {
    sameText,
    mayGrow: kind !== 'relations',
  });
  // What stayed takes its labels first, so that a second mention of the same key is the one that is too many.
  const labelOf = (stayed: readonly Comparable<Mention>[], rest: readonly Comparable<Mention>[]) => {
    if (labels === null) return null;
    const ordered = [...stayed, ...rest].map(({ mention }) => mention);
    const { matched } = matchLabels(kind, mentionsOf(labels, kind), ordered as never);
    return new Map<unknown, Mention>(matched.map(({ label, mention }) => [mention, label as Mention]));
  };
  const changed = pairs.filter(({ before, after }) => differences(before, after).length > 0);
  const same = pairs.filter((pair) => !changed.includes(pair));
  const oldLabels = labelOf(
    same.map((pair) => pair.before),
    [...changed.map((pair) => pair.before), ...lost],
  );
  const newLabels = labelOf(
    same.map((pair) => pair.after),
    [...changed.map((pair) => pair.after), ...gained],
  );
  const alone = (change: 'gained' | 'lost', known: typeof oldLabels) => (one: Comparable<Mention>) => ({
    at: one,
    difference: {
      kind,
      change,
      where: one.where,
      quote: one.quote,
      rule: one.rule,
      fields: Object.entries(one.fields)
        .filter(([, value]) => value !== '')
        .map(([field, value]) =>
          change === 'gained' ? { field, before: '', after: value } : { field, before: value, after: '' },
        ),
      verdict: known === null || isAnaphora(one.mention) ? null : known.has(one.mention) ? 'right' : 'wrong',
    } satisfies Unnamed,
  });
  const found = [
    ...gained.map(alone('gained', newLabels)),
    ...lost.map(alone('lost', oldLabels)),
    ...changed.map((pair) => ({
      at: pair.after,
      difference: {
        kind,
        change: 'changed',
        where: pair.after.where,
        quote: pair.after.quote,
        rule: pair.after.rule,
        fields: differences(pair.before, pair.after),
        verdict: pairVerdict(
          kind,
          pair.before.mention,
          pair.after.mention,
          oldLabels?.get(pair.before.mention) ?? null,
          newLabels?.get(pair.after.mention) ?? null,
          labels !== null,
        ),
      } satisfies Unnamed,
    })),
  ];
  return found.sort((a, b) => (a.at.span?.start ?? 0) - (b.at.span?.start ?? 0)).map(({ difference }) => difference);
}

const fieldChange = (
  field: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FieldChange => ({ field, before: before[field] ?? '', after: after[field] ?? '' });

function differences(before: Comparable, after: Comparable): FieldChange[] {
  const old = { quote: before.quote, ...before.fields };
  const now = { quote: after.quote, ...after.fields };
  return differing(old, now).map((field) => fieldChange(field, old, now));
}

/** A mention that a label fits now and none before is right; where one fitted both times, its attributes decide. */
function pairVerdict<Kind extends MentionKind>(
  kind: Kind,
  before: LabelledReport[Kind][number],
  after: LabelledReport[Kind][number],
  oldLabel: LabelledReport[Kind][number] | null,
  newLabel: LabelledReport[Kind][number] | null,
  labelled: boolean,
): Verdict {
  if (!labelled || isAnaphora(before) || isAnaphora(after)) return null;
  if (oldLabel === null && newLabel === null) return 'neither';
  if (oldLabel === null) return 'right';
  if (newLabel === null) return 'wrong';
  const { attributes } = scoreKeys[kind] as unknown as ScoreKeys<Kind>;
  return worst(
    Object.keys(attributes).map((field) =>
      changeVerdict(attributes as Values<unknown>, field, before, after, newLabel, oldLabel),
    ),
  );
}

/** Null where the labels do not ask for the field, or where it did not change in their eyes. */
function changeVerdict<Of>(
  values: Values<Of>,
  field: string,
  before: Of,
  after: Of,
  label: Of,
  oldLabel: Of = label,
): Verdict {
  const value = values[field];
  if (value === undefined || value(before) === value(after)) return null;
  if (value(after) === value(label)) return 'right';
  return value(before) === value(oldLabel) ? 'wrong' : 'neither';
}

const worst = (verdicts: readonly Verdict[]): Verdict =>
  (['wrong', 'neither', 'right'] as const).find((verdict) => verdicts.includes(verdict)) ?? null;
