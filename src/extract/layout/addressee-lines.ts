import { bases, bulleted, isSentence } from './head-cues.js';
import type { ReportLine } from './report-lines.js';

const most = 25; // lines of the longest list of addressees seen, with room

/** The lines of "Kính gửi", as indices, the first of which is `from`. */
export function addresseeLines(lines: readonly ReportLine[], from: number): readonly number[] {
  const first = lines[from]!;
  const open = /(?::|;|,)$/u.test(first.text) || /^kinhg[uo]i$/u.test(first.folded.replace(/[^a-z]/gu, ''));
  const found = [from];
  for (let at = from + 1; at < Math.min(lines.length, from + most); at++) {
    const line = lines[at]!;
    const before = lines[at - 1]!;
    const goesOn = /^\p{Ll}/u.test(line.text) && !/[.]$/u.test(before.text);
    const listed = open && line.text.length <= 90 && /[;,:]$/u.test(before.text) && !bases.test(line.folded);
    if (!(bulleted.test(line.text) && !isSentence(line)) && !goesOn && !listed) break;
    found.push(at);
    if (/\.$/u.test(line.text)) break;
  }
  return found;
}
