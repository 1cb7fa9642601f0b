// Made from scripts/calibration/sample.csv by scripts/calibrate-confidence.ts. Do not edit: run it again.
import type { EvidenceKind } from '../../model/index.js';

/** Log-odds that each kind of evidence adds to those of a mention without any. */
export const confidenceWeights: {
  readonly bias: number;
  readonly weights: Readonly<Record<EvidenceKind, number>>;
} = {
  bias: -1.37363,
  weights: {
    symbol: 0.05,
    'as-printed': 0.053655,
    'repair-witness': 0.277488,
    'type-word': 1.487255,
    'shared-head': 0.066303,
    'number-word': 0.071149,
    'type-code': 0.502572,
    'type-agreement': 0.329662,
    'issuer-symbol': 2.053993,
    year: 0.584553,
    date: 0.389664,
    'issuer-phrase': 0.108646,
    catalogue: 1.508314,
    'name-shape': 1.508314,
    'shared-symbol': 0.134256,
    'cited-again': 1.038973,
    'citing-phrase': 0.154601,
    title: 0.165903,
    provisions: 0.17803,
  },
};
