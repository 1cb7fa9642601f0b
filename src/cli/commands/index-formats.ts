export const indexFormats = ['html', 'docx', 'xlsx', 'csv', 'json'] as const;
export type IndexFormat = (typeof indexFormats)[number];
