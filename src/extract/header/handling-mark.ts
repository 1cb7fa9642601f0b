import { fold } from '../../text/fold.js';
import type { ReportLine } from '../layout/report-lines.js';

/** Stamps on a document's head, as the law spells them. */
const names = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT', 'HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'] as const;

const lettersAndTones = (text: string): string => Array.from(text.normalize('NFD').toUpperCase()).sort().join('');

/**
 * The mark of secrecy or of haste among the lines of a letterhead, as printed; where a reader lost a tone («MẠT»), as it is
 * spelled.
 *
 * @param wanted folded
 */
export function markAmong(marks: readonly ReportLine[], wanted: RegExp): string | null {
  const printed = marks.find(({ folded }) => wanted.test(folded))?.text.replace(/\.$/u, '');
  if (printed === undefined) return null;
  const name = names.find((each) => fold(each) === fold(printed));
  // «HOẢ TỐC» has the same letters and tones.
  if (name === undefined || lettersAndTones(name) === lettersAndTones(printed)) return printed;
  return printed === printed.toUpperCase() ? name : name.toLowerCase();
}
