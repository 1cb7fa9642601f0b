/** What is known of the mentions that share fold, evidence and fate; weights count mentions. */
export interface SampleRow {
  /** rows of one report share it: a fold is held out whole */
  readonly fold: number;
  readonly evidence: readonly string[];
  /** the rules print such a mention; false for what only a laxer reading would */
  readonly printed: boolean;
  readonly right: number;
  readonly wrong: number;
}

export interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const steps = 6000;
const rate = 2;
/** Weight of the prior that evidence says nothing, in mentions. */
const prior = 1;
/** No evidence may count for nothing, and no two kinds for the same. */
const floorOf = (index: number): number => 0.05 * 1.0731 ** index;

/**
 * Logistic regression with weights that cannot be negative (projected gradient descent, L2 prior). Deterministic.
 *
 * @param kinds every kind of evidence, in the order of the record
 */
export function fitWeights(rows: readonly SampleRow[], kinds: readonly string[]): Weights {
  const index = new Map(kinds.map((kind, at) => [kind, at]));
  const data = rows.map(({ evidence, right, wrong }) => ({
    features: evidence.map((kind) => index.get(kind)!),
    right,
    all: right + wrong,
  }));
  const total = data.reduce((sum, { all }) => sum + all, 0);
  const weights = kinds.map((_, at) => floorOf(at));
  let bias = -1;
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight) => prior * weight);
    let biasSlope = 0;
    for (const { features, right, all } of data) {
      const error =
        all *
          chance(
            bias,
            features.map((at) => weights[at]!),
          ) -
        right;
      biasSlope += error;
      for (const at of features) slope[at]! += error;
    }
    bias -= (rate * biasSlope) / total;
    for (const [at, value] of slope.entries())
      weights[at] = Math.max(floorOf(at), weights[at]! - (rate * value) / total);
  }
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { bias: round(bias), weights: Object.fromEntries(kinds.map((kind, at) => [kind, round(weights[at]!)])) };
}

const chance = (bias: number, weights: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight) => sum + weight, bias)));

export const chanceOf = ({ bias, weights }: Weights, evidence: readonly string[]): number =>
  chance(
    bias,
    evidence.map((kind) => weights[kind] ?? 0),
  );

/** Every row with the chance that weights fitted without its fold give it. */
export function heldOut(rows: readonly SampleRow[], kinds: readonly string[]): { row: SampleRow; chance: number }[] {
  const folds = [...new Set(rows.map(({ fold }) => fold))];
  return folds.flatMap((fold) => {
    const weights = fitWeights(
      rows.filter((row) => row.fold !== fold),
      kinds,
    );
    return rows.filter((row) => row.fold === fold).map((row) => ({ row, chance: chanceOf(weights, row.evidence) }));
  });
}

export interface Reliability {
  /** by confidence: count of mentions, mean confidence and share that is right */
  readonly bins: readonly {
    readonly low: number;
    readonly count: number;
    readonly said: number;
    readonly right: number;
  }[];
  /** mean squared distance of confidence from the truth: 0 is perfect, 0.25 is a coin's */
  readonly brier: number;
  /** mean distance of said and right over the bins, by count */
  readonly error: number;
}

const edges = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98];

export function reliability(weighed: readonly { readonly row: SampleRow; readonly chance: number }[]): Reliability {
  const bins = edges.map((low) => ({ low, count: 0, said: 0, right: 0 }));
  let squares = 0;
  for (const { row, chance: said } of weighed) {
    const bin = bins.findLast(({ low }) => said >= low)!;
    const count = row.right + row.wrong;
    bin.count += count;
    bin.said += said * count;
    bin.right += row.right;
    squares += row.right * (1 - said) ** 2 + row.wrong * said ** 2;
  }
  const filled = bins
    .filter(({ count }) => count > 0)
    .map(({ low, count, said, right }) => ({ low, count, said: said / count, right: right / count }));
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  return {
    bins: filled,
    brier: squares / total,
    error: filled.reduce((sum, { count, said, right }) => sum + count * Math.abs(said - right), 0) / total,
  };
}

/** One row a line: fold,printed,right,wrong,evidence with spaces between. */
export const printSample = (rows: readonly SampleRow[]): string =>
  `fold,printed,right,wrong,evidence\n${rows
    .map(({ fold, printed, right, wrong, evidence }) => `${fold},${printed},${right},${wrong},${evidence.join(' ')}\n`)
    .join('')}`;

export const readSample = (text: string): SampleRow[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [fold, printed, right, wrong, evidence = ''] = line.split(',');
      return {
        fold: Number(fold),
        printed: printed === 'true',
        right: Number(right),
        wrong: Number(wrong),
        evidence: evidence.split(' ').filter(Boolean),
      };
    });
