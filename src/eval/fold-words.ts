/** Folds case, diacritics, quotes, markdown marks, dashes and runs of space: only letters and digits count. */
export const foldWords = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐ]/g, 'd')
    .toLowerCase()
    .replace(/[“”"'‘’*_]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[,;:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
