import { expect, it } from 'vitest';
import { shownConfidence } from '../../src/publish/shown-confidence.js';

it.each([
  [0.959349, '0.96'],
  [0.903864, '0.90'],
  [0.6, '0.60'],
  [0.994999, '0.99'],
  // Nearly sure is not sure.
  [0.995, '0.99'],
  [0.999999, '0.99'],
  [1, '1.00'],
  [0, '0.00'],
])('shows a confidence of %d as %s', (confidence, shown) => {
  expect(shownConfidence(confidence)).toBe(shown);
});
