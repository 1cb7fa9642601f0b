/** A mention's confidence as tables show it, with two decimals. What is less than certain never reads as certain. */
export function shownConfidence(confidence: number): string {
  return (confidence < 1 ? Math.min(0.99, confidence) : 1).toFixed(2);
}
