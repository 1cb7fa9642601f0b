import type { PhraseTag } from '../../../text/nlp/lexicon.js';
import { plainRecipient } from './award-name.js';
import { gapBefore, getsAt, put, type Reader, type Scan } from './scan.js';

const branch = /^(?:chi bộ|đảng bộ|công đoàn|cđcs|liên đội|chi đoàn|chi hội|công đoàn cơ sở)$/;
/** Whose branch it is: «Chi bộ nhà trường», «Chi đoàn giáo viên». */
const whose =
  /^(?:(?:nhà )?trường|bệnh viện|cơ quan|đơn vị|công ty|trung tâm|trạm y tế|giáo viên|cán bộ|sở|cục|chi cục|ban|viện|ngành)$/;
const members = /^(?:đảng viên|đoàn viên|đội viên|hội viên|quần chúng|đồng chí|người)$/;
/** In terms. */
const longestClause = 26;

/**
 * «Chi bộ nhà trường được …», «Đảng bộ bệnh viện kết nạp 09 đảng viên mới, được công nhận …», «Chi bộ (19 đảng viên) hoàn thành nhiệm
 * vụ, được …»: a branch of the report's own body, that got what stands behind the last comma whatever it did before.
 */
export const readOwnBranch: Reader = (scan, at) => {
  const head = scan.heads.get(at);
  if (head === undefined || !branch.test(head.entry.syllables.join(' ')) || !beginsClause(scan, at)) return null;
  const last = endOfName(scan, head.last);
  const verb = getsBehind(scan, last);
  if (verb === null || (last === head.last && verb === last)) return null;
  put(scan, at, { ...plainRecipient, ofReport: true, first: at, last });
  return verb;
};

const beginsClause = (scan: Scan, at: number): boolean =>
  at === 0 ? /^\s*(?:[-–+*•]\s*)?$/.test(gapBefore(scan, at)) : /[.;:]\s*(?:[-–+*•]\s*)?$/.test(gapBefore(scan, at));

function endOfName({ heads, reading: { words } }: Scan, from: number): number {
  for (const length of [3, 2, 1]) {
    const named = words
      .slice(from, from + length)
      .map(({ text }) => text)
      .join(' ');
    if (from + length <= words.length && whose.test(named)) return heads.get(from)?.last ?? from + length;
  }
  return from;
}

/** The verb of getting that stands right behind the name, or behind a comma with none but members counted before it. */
function getsBehind(scan: Scan, from: number): number | null {
  const { words } = scan.reading;
  if (from < words.length && gapBefore(scan, from).trim() === '' && (getsAt(scan, from) || isForYears(scan, from)))
    return isForYears(scan, from) ? from + 3 : from;
  for (let at = from; at < Math.min(words.length, from + longestClause); at += 1) {
    if (at > from && gapBefore(scan, at).includes(','))
      return words[at]!.text === 'được' && getsAt(scan, at) ? at : null;
    const tags = scan.heads.get(at)?.tags;
    if (/[;:.]/.test(gapBefore(scan, at)) || others.some((tag) => tags?.has(tag))) return null;
    if (scan.starts.get(at)?.counted !== undefined && !countsMembers(scan, at)) return null;
  }
  return null;
}

const others: readonly PhraseTag[] = ['Award', 'Aim', 'Register', 'Propose', 'Grant', 'Receive', 'Deny'];

/** «3 năm liền là chi đoàn mạnh» */
const isForYears = ({ reading: { words } }: Scan, at: number): boolean =>
  words[at]!.tags.has('Count') && words[at + 1]?.text === 'năm' && /^(?:liền|liên)$/u.test(words[at + 2]?.text ?? '');

const countsMembers = ({ heads }: Scan, at: number): boolean => {
  const who = heads.get(at + 1);
  return who !== undefined && members.test(who.entry.syllables.join(' '));
};
