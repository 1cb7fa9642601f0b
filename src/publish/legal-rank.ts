import type { LegalDocument } from '../model/index.js';

/** A heading of the index and its place among the headings. */
export interface LegalRank {
  readonly order: number;
  readonly vi: string;
  readonly en: string;
}

/** Type code, optional sign in the number, heading. The first line that fits wins; its place is its rank. */
type Line = readonly [types: readonly string[], sign: RegExp | null, vi: string, en: string];

// Law on the promulgation of legal documents (64/2025/QH15, art. 4) from the Constitution down to decisions of people's
// committees; then individual documents of the State in the order offices file them.
const ofState: readonly Line[] = [
  [['HP'], null, 'Hiến pháp', 'Constitution'],
  [['BL'], null, 'Bộ luật', 'Codes'],
  [['L', 'Luật'], null, 'Luật', 'Laws'],
  [['NQ', 'NQ-QH'], /\/(?:NQ-)?QH\d*$/, 'Nghị quyết của Quốc hội', 'Resolutions of the National Assembly'],
  [['PL'], null, 'Pháp lệnh', 'Ordinances'],
  [
    ['NQ', 'NQ-UBTVQH'],
    /UBTVQH/,
    'Nghị quyết của Ủy ban Thường vụ Quốc hội',
    'Resolutions of the Standing Committee of the National Assembly',
  ],
  [
    ['L-CTN', 'QĐ-CTN', 'LC', 'QĐ', 'SL'],
    /CTN/,
    'Lệnh, quyết định của Chủ tịch nước',
    'Orders and decisions of the State President',
  ],
  [['SL', 'SLt'], null, 'Sắc lệnh, sắc luật', 'Decree-orders and decree-laws'],
  [['NĐ'], null, 'Nghị định', 'Decrees'],
  [['NQ', 'NQ-CP'], /[-/]CP$/, 'Nghị quyết của Chính phủ', 'Resolutions of the Government'],
  [['QĐ', 'QĐ-TTg'], /[-/]TTg$/i, 'Quyết định của Thủ tướng Chính phủ', 'Decisions of the Prime Minister'],
  [['CT'], /[-/]TTg$/i, 'Chỉ thị của Thủ tướng Chính phủ', 'Directives of the Prime Minister'],
  [['NQ', 'NQ-HĐTP'], /HĐTP/, 'Nghị quyết của Hội đồng Thẩm phán', 'Resolutions of the Council of Judges'],
  [['TT'], null, 'Thông tư', 'Circulars'],
  [['TTLT'], null, 'Thông tư liên tịch', 'Joint circulars'],
  [['NQLT'], null, 'Nghị quyết liên tịch', 'Joint resolutions'],
  [['NQ', 'NQ-HĐND'], /HĐND/, 'Nghị quyết của Hội đồng nhân dân', "Resolutions of people's councils"],
  [['QĐ', 'QĐ-UBND'], /UBND/, 'Quyết định của Ủy ban nhân dân', "Decisions of people's committees"],
  [['CT', 'CT-UBND'], /UBND/, 'Chỉ thị của Ủy ban nhân dân', "Directives of people's committees"],
  [['VBHN'], null, 'Văn bản hợp nhất', 'Consolidated texts'],
  [['NQ'], null, 'Nghị quyết khác', 'Other resolutions'],
  [['QĐ', 'QyĐ'], null, 'Quyết định, quy định khác', 'Other decisions and regulations'],
  [['CT'], null, 'Chỉ thị khác', 'Other directives'],
  [['QC', 'QCPH'], null, 'Quy chế', 'Working rules'],
  [['CTr', 'CTrPH', 'CTPH', 'CTrLT'], null, 'Chương trình', 'Programmes'],
  [['ĐA', 'DA', 'PA', 'CL'], null, 'Đề án, dự án, phương án', 'Schemes, projects, options'],
  [['KH', 'KHLT', 'KHPH'], null, 'Kế hoạch', 'Plans'],
  [['HD', 'HDLT', 'HDLN'], null, 'Hướng dẫn', 'Guidelines'],
  [['KL', 'KLTT', 'KLKT'], null, 'Kết luận', 'Conclusions'],
  [['TB', 'TC'], null, 'Thông báo, thông cáo', 'Notices'],
  [['TTr', 'TTrLN'], null, 'Tờ trình', 'Submissions'],
  [['BC', 'BCLN'], null, 'Báo cáo', 'Reports'],
  [['CĐ'], null, 'Công điện', 'Telegrams'],
  [['CV', 'CVLT', 'CVĐ'], null, 'Công văn', 'Letters'],
];

// Guideline 36-HD/VPTW (2018): the Party's own types, in its order.
const ofParty: readonly Line[] = [
  [['NQ'], null, 'Nghị quyết của Đảng', 'Party resolutions'],
  [['CT'], null, 'Chỉ thị của Đảng', 'Party directives'],
  [['KL'], null, 'Kết luận của Đảng', 'Party conclusions'],
  [['QC', 'QĐ', 'QyĐ'], null, 'Quy chế, quy định, quyết định của Đảng', 'Party regulations and decisions'],
  [['CTr', 'ĐA', 'DA', 'PA'], null, 'Chương trình, đề án của Đảng', 'Party programmes and schemes'],
  [['KH'], null, 'Kế hoạch của Đảng', 'Party plans'],
  [['HD', 'TT'], null, 'Hướng dẫn, thông tri của Đảng', 'Party guidelines'],
  [['TB', 'TC'], null, 'Thông báo của Đảng', 'Party notices'],
  [['BC', 'TTr'], null, 'Báo cáo, tờ trình của Đảng', 'Party reports and submissions'],
  [['CV', 'CVĐ'], null, 'Công văn của Đảng', 'Party letters'],
];

// "31-KH/TU": the Party, the Front and the unions put the type behind the number, the State behind the stroke.
const partyNumber = /^[^/-]*\d[^/-]*-\p{L}+\//u;

/** Where a document stands in an index by legal rank. */
export function legalRank(document: Pick<LegalDocument, 'type' | 'number'>): LegalRank {
  const { type, number } = document;
  const party = number !== null && partyNumber.test(number);
  const lines = party ? ofParty : ofState;
  const index = lines.findIndex(
    ([types, sign]) =>
      type !== null && types.includes(type) && (sign === null || (number !== null && sign.test(number))),
  );
  const line = lines[index];
  if (line !== undefined) return { order: (party ? 1000 : 0) + index, vi: line[2], en: line[3] };
  return party
    ? { order: 1999, vi: 'Văn bản khác của Đảng, đoàn thể', en: 'Other documents of the Party and unions' }
    : { order: 2999, vi: 'Văn bản khác', en: 'Other documents' };
}
