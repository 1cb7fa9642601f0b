/**
 * When the letters of a picture are read. `auto`: where a page has no text of its own, or none that is any language;
 * `always`: on every page; `never`: files without any other text end as `no-text`.
 */
export const recognitionModes = ['auto', 'always', 'never'] as const;
export type RecognitionMode = (typeof recognitionModes)[number];
