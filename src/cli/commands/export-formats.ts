export const exportFormats = ['xlsx', 'csv', 'jsonld', 'graphml', 'rico'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What each format is written to when no name is given. */
export const exportNames: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'trichluc.xlsx',
  csv: 'trichluc-csv',
  jsonld: 'trichluc.jsonld',
  graphml: 'trichluc.graphml',
  rico: 'trichluc.ttl',
};
