export const indexFormats = ['html', 'csv'] as const;
export type IndexFormat = (typeof indexFormats)[number];
