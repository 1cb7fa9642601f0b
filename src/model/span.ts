import { z } from 'zod';

/** A pair of offsets (UTF-16 units) into `SourceDocument.text`: lower bound included, upper bound excluded. */
export const textSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).readonly();
export type TextSpan = z.infer<typeof textSpan>;

/** The words a span stands for. */
export const quoteOf = (text: string, span: TextSpan): string => text.slice(span.start, span.end);

/** Whether `inner` lies wholly within `outer`. */
export const contains = (outer: TextSpan, inner: TextSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two spans share at least one character. */
export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;
