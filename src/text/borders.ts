/** `\b` and `\w` know ASCII only; these are the borders of a Vietnamese word, to be put into patterns with flag `u`. */
export const wordStart = '(?<![\\p{L}\\p{N}])';
export const wordEnd = '(?![\\p{L}\\p{N}])';
