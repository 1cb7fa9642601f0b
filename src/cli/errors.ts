/** Wrong use of the program: exit status 2. The message says what was wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The archive cannot be used: exit status 3. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** The first sentence of an error and of what lies behind it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A server that is not there gives an AggregateError without words: one error an address it was tried under.
  const inner = error instanceof AggregateError ? error.errors[0] : undefined;
  return error.message || (inner === undefined ? error.name : reasonOf(inner));
}
