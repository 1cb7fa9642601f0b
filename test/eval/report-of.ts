import type { ReportRecords } from '../../src/eval/index.js';
import { type LabelledReport, labelledReport } from '../../src/eval/index.js';

/** Records of a report as a test writes them: what it does not say is empty. */
export const reportOf = (records: Partial<Record<keyof LabelledReport, unknown>>): LabelledReport =>
  labelledReport.parse(records);

/** A run over a report whose text is called `text`. */
export const runOf = (records: Partial<Record<keyof LabelledReport, unknown>>, text = 'same'): ReportRecords => ({
  name: 'report',
  text,
  records: reportOf(records),
});
