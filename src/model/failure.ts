import { z } from 'zod';

/** Why a file is not in the archive. The original is kept and the report waits for `retry`. */
export const failureCode = z.enum([
  'unsupported-format',
  /** an old format that only an office program reads, and none is on the machine, or it failed */
  'needs-office',
  'encrypted',
  'corrupt',
  'empty',
  'too-large',
  'too-many-pages',
  'archive-bomb',
  'timeout',
  'out-of-memory',
  'no-text',
  'unreadable',
  'vanished',
  'disk-full',
  'internal',
]);
export type FailureCode = z.infer<typeof failureCode>;

/**
 * The work on one report cannot go on. `retryable` says whether the same work may succeed later without a change of
 * the file (a full disk, a lost server), as against a file that will always fail.
 */
export class PipelineError extends Error {
  override readonly name = 'PipelineError';
  readonly code: FailureCode;
  readonly retryable: boolean;

  constructor(
    code: FailureCode,
    message: string,
    options: { readonly retryable?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}
