import { fold } from '../../text/fold.js';
import { lexicon, syllablesOf } from '../../text/nlp/lexicon.js';
import { defaultRecipient, formAt } from './award-names.js';
import { blanked } from './blanked.js';
import type { SentenceAward } from './sentence-awards.js';
import type { StatusContext } from './status-context.js';

/** What was read, and the sentence with spaces where it stood, for whoever reads the rest. */
export interface LabelledTitles {
  readonly awards: readonly SentenceAward[];
  readonly rest: string;
}

/** How a report calls its own bodies before what each of them reached or registers for. */
const label =
  '(?:tap the(?: (?:nha )?truong| don vi| co quan)?|nha truong|truong|co quan|don vi|chi bo|dang bo|chi uy|cong doan(?: co so| truong)?|cdcs|chi doan|doan (?:thanh nien|truong|tn|co so|xa|phuong)|lien doi)';
const opens = '(?:^|[;:.]|(?<=\\s))\\s*(?:[-–—+*•]\\s*|[a-d\\d]{1,2}[.)]\\s*)?';
const titled = '(?:(?:duoc )?(?:cong nhan|xep loai|dat)(?: (?:danh hieu|tieu chuan))?\\s*|danh hieu\\s*)?["“«]?\\s*';
/** A title ends where its clause does, where a level or a year follows, or behind its marks. */
const title =
  '(?<title>[a-z]+(?:,? [a-z]+){0,6}?)["”»]?(?<level>\\s+(?:cap|nam|nam hoc)\\s[a-z\\d–-]+)?(?=\\s*(?:[;.(]|,(?! vung)|$))';
const labelled = new RegExp(`${opens}(?<label>${label})\\s*:\\s*(?<titled>${titled})${title}`, 'g');
const bare = new RegExp(`(?:^|[;:.])\\s*[-–—+*•]\\s*(?<titled>${titled})${title}`, 'g');
/** «Tổ tiên tiến: 05/06 tổ», «Lớp tiên tiến: 10 lớp»: parts of the report's own body, by their title. */
const counted =
  /(?:^|[;:.])\s*(?:[-–—+*•]\s*)?(?<title>(?:to|lop|chi doi)(?: lao dong)? (?:tien tien|xuat sac|manh|vung manh)(?: xuat sac)?|lien doi manh(?: xuat sac)?)(?: cap [a-z]+)?\s*:\s*(?<count>\d{1,4})(?:\/\d{1,4})?(?: (?:to|lop|chi doi|lien doi))?(?=\s*(?:[;,.(]|$))/g;
const quick = new RegExp(`(?<![a-z])(?:${label}\\s*:|(?:to|lop|chi doi|lien doi) (?:lao|tien|xuat|manh|vung))`);

/** Whether a folded text may hold titles behind labels. Linear. */
export const mayLabelTitles = (folded: string): boolean => quick.test(folded);

/** The table's own row where it has one for exactly these words. */
function known(words: string): { award: string; code: string | null } | null {
  const row = lexicon.get(syllablesOf(words).map(fold).join(' '))?.find(({ form }) => form !== null)?.form;
  if (row === undefined || row === null) return null;
  const { award, code } = formAt(row);
  // «đạt chuẩn văn hóa» is the title of whoever is named before it.
  return award.startsWith('*') ? null : { award, code: code === '' ? null : code };
}

const capital = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1).toLowerCase()}`;
/** «Chi đoàn: vững mạnh», «Liên đội: mạnh», «Đoàn thanh niên: xuất sắc» */
const strength =
  /^(?:(?:lien doi|chi doan|doan [a-z]+(?: nien)?) )?(?:(?:vung )?manh(?: xuat sac)?|xuat sac|tien tien)$/;
/** «Lao động xuất sắc» of a body is the title for collectives. */
const ofPersons = /^lao dong (?:tien tien|xuat sac)$/;

/** What a title is behind the label of whoever bears it; null for words that are none. */
function titleOf(who: string, words: string): { award: string; code: string | null } | null {
  const folded = fold(words);
  const body = fold(who);
  if (ofPersons.test(folded)) return known(`Tập thể ${words}`);
  if (/^(?:chi doan|doan|lien doi)/.test(body)) {
    if (!strength.test(folded)) return null;
    const own = /^(?:lien|chi|doan) /.test(folded) ? words : `${who} ${words}`;
    return { award: capital(own), code: null };
  }
  if (/^(?:cong doan|cdcs)/.test(body)) return known(words) ?? known(`Công đoàn ${words}`);
  if (/^(?:chi bo|dang bo|chi uy)/.test(body)) return known(words);
  return known(words) ?? (/van hoa$/.test(folded) ? known('Cơ quan đạt chuẩn văn hóa') : null);
}

const titleKinds = /^(?:TT|CQ|DV|TSVM|CDCS|ATANTT)/;

/**
 * Reads what a report says of its own bodies, a label and a bare title each: «Nhà trường: Tập thể Lao động tiên tiến», «Chi bộ:
 * Trong sạch, vững mạnh», «Tập thể: Lao động xuất sắc», and the plain titles of one list with them («- Cơ quan đạt chuẩn văn hóa»).
 *
 * @param context what the headings say; without it only what was reached («đạt …») is read
 * @returns null where it has none
 */
export function labelledTitles(sentence: string, context: StatusContext): LabelledTitles | null {
  const folded = fold(sentence);
  const awards: SentenceAward[] = [];
  let rest = sentence;
  const add = (
    { award, code }: { award: string; code: string | null },
    [start, end]: readonly [number, number],
    count: number | null,
    status: SentenceAward['status'],
  ): void => {
    awards.push({
      award,
      awardCode: code,
      count,
      percent: null,
      recipient: defaultRecipient(code) ?? 'collective',
      recipientName: null,
      grantor: null,
      status,
      confidence: 0.75,
      rule: 'award/labelled-title',
      start,
      end,
    });
    rest = blanked(rest, { start, end });
  };
  const words = (found: RegExpMatchArray): { text: string; start: number; end: number } => {
    const title = found.groups!['title']!;
    const level = found.groups!['level']?.length ?? 0;
    const closing = found[0].length - level;
    const at = found.index! + found[0].lastIndexOf(title, closing - title.length);
    return { text: sentence.slice(at, at + title.length), start: at, end: found.index! + found[0].length };
  };
  for (const found of folded.matchAll(labelled)) {
    const reached = /dat|cong nhan/.test(found.groups!['titled']!);
    if (context === null && !reached) continue;
    const { text, start, end } = words(found);
    const from = found.index! + found[0].indexOf(found.groups!['label']!);
    const own = titleOf(sentence.slice(from, from + found.groups!['label']!.length), text);
    if (own !== null) add(own, [start, end], null, context ?? 'granted');
  }
  if (awards.length > 0 && context !== null)
    for (const found of fold(rest).matchAll(bare)) {
      const { text, start, end } = words(found);
      const own = known(text);
      if (own !== null && titleKinds.test(own.code ?? '')) add(own, [start, end], null, context);
    }
  if (context !== null)
    for (const found of folded.matchAll(counted)) {
      const title = found.groups!['title']!;
      const start = found.index! + found[0].indexOf(title);
      const name = capital(sentence.slice(start, start + title.length));
      add(
        { award: name, code: null },
        [start, found.index! + found[0].length],
        Number(found.groups!['count']),
        context,
      );
    }
  return awards.length === 0 ? null : { awards, rest };
}
