import { z } from 'zod';
import { textSpan } from './span.js';

/** Trouble in the content: a value that a stage returns beside its result. `code` is `room/what`, stable, in kebab-case. */
export const diagnostic = z
  .object({
    code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
    level: z.enum(['info', 'warning', 'error']),
    message: z.string(),
    span: textSpan.optional(),
    page: z.int().positive().optional(),
  })
  .readonly();
export type Diagnostic = z.infer<typeof diagnostic>;
