/** What the person asked for cannot be measured: an unknown revision, a folder without labels. The message says what to do. */
export class EvaluationError extends Error {
  override name = 'EvaluationError';
}
