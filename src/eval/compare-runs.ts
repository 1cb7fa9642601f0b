import { compareReport, type Difference } from './compare.js';
import type { ReportOutcome } from './extract-file.js';
import { type LabelledReport, type MentionKind, mentionKinds } from './labelled-report.js';

export interface Sum {
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
  /** for the better by the labels: right ones gained, wrong ones lost, changed to right */
  readonly right: number;
  /** for the worse */
  readonly wrong: number;
}

/** Two runs over the same files, held against each other. */
export interface Comparison {
  /** what the present run was compared with: a commit or a file */
  readonly baseline: string;
  /** how many reports both runs read */
  readonly reports: number;
  readonly differences: readonly Difference[];
  /** reports that one run could not read: why, and null for the run that could */
  readonly failures: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly sums: Readonly<Record<MentionKind | 'header', Sum>>;
}

/**
 * Mentions gained, lost and changed between two runs. A report that only one of them has is left out.
 *
 * @param labelsOf a report by its name; null when it has none
 */
export function compareRuns(
  baseline: string,
  before: readonly ReportOutcome[],
  after: readonly ReportOutcome[],
  labelsOf: (name: string) => LabelledReport | null,
): Comparison {
  const earlier = new Map(before.map((outcome) => [outcome.name, outcome]));
  const differences: Difference[] = [];
  const failures: { name: string; before: string | null; after: string | null }[] = [];
  let reports = 0;
  for (const now of after) {
    const then = earlier.get(now.name);
    if (then === undefined) continue;
    if ('failure' in then || 'failure' in now) {
      const [old, own] = ['failure' in then ? then.failure : null, 'failure' in now ? now.failure : null];
      if (old !== own) failures.push({ name: now.name, before: old, after: own });
      continue;
    }
    reports += 1;
    differences.push(...compareReport(then, now, labelsOf(now.name)));
  }
  const sums = Object.fromEntries(
    (['header', ...mentionKinds] as const).map((kind) => [
      kind,
      sumOf(differences.filter((each) => each.kind === kind)),
    ]),
  ) as Comparison['sums'];
  return { baseline, reports, differences, failures, sums };
}

function sumOf(differences: readonly Difference[]): Sum {
  const count = (fits: (difference: Difference) => boolean) => differences.filter(fits).length;
  return {
    gained: count(({ change }) => change === 'gained'),
    lost: count(({ change }) => change === 'lost'),
    changed: count(({ change }) => change === 'changed'),
    right: count(({ change, verdict }) => verdict === (change === 'lost' ? 'wrong' : 'right')),
    wrong: count(({ change, verdict }) => verdict === (change === 'lost' ? 'right' : 'wrong')),
  };
}
