import { type Citation, type Extraction, emptyHeader, type Header } from '../../src/model/index.js';

/** A citation with the fields given and nothing else known. */
export const citationOf = (fields: Partial<Citation>): Citation => ({
  quote: fields.number ?? fields.name ?? 'văn bản',
  span: { start: 0, end: 1 },
  page: null,
  section: null,
  block: 0,
  confidence: 1,
  rule: 'test',
  kind: 'numbered',
  type: null,
  number: null,
  name: null,
  resolved: null,
  repaired: null,
  date: null,
  issuer: null,
  title: null,
  provisions: [],
  provisionTree: [],
  evidence: [],
  role: 'mentions',
  relationDetail: null,
  footnote: false,
  ...fields,
});

/** The header of a provincial department's report of 2023, with what is given in its place. */
export const headerOf = (fields: Partial<Header> = {}): Header => ({
  ...emptyHeader,
  type: 'BC',
  number: '45/BC-SNV',
  issuer: 'Sở Nội vụ',
  parent: 'UBND TỈNH SƠN LA',
  place: 'Sơn La',
  date: '2023-12-15',
  title: 'Tổng kết năm 2023',
  family: 'state',
  ...fields,
});

export const extractionOf = (citations: readonly Citation[], header: Header = headerOf()): Extraction => ({
  header,
  citations,
  relations: [],
  quantities: [],
  awards: [],
  diagnostics: [],
});
