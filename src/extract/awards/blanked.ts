/** A text with spaces where a part of it stood, so that the places of the rest hold. */
export const blanked = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
