import { z } from 'zod';
import { correction } from './correction.js';

/**
 * One line of `review export`: a person's decision as an example to measure rules by, and whole enough to be read back.
 */
export const labelledExample = z
  .object({
    format: z.literal('trichluc-review/1'),
    /**
     * right: the mention is as the rules found it; wrong: it is none; corrected: `expected` holds what is right; null for
     * what is said of documents (merge, split …)
     */
    label: z.enum(['right', 'wrong', 'corrected']).nullable(),
    /** not undone */
    inForce: z.boolean(),
    report: z.object({ sha256: z.string(), name: z.string().nullable() }).readonly().nullable(),
    kind: z.enum(['citation', 'quantity', 'award', 'header']).nullable(),
    /** the mention's words, with the text around them when the archive holds the report */
    quote: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** what the rules had found */
    found: z.record(z.string(), z.unknown()).nullable(),
    /** the fields that a person put in the place of the rules' */
    expected: z.record(z.string(), z.unknown()).nullable(),
    correction,
  })
  .readonly();
export type LabelledExample = z.infer<typeof labelledExample>;
