import { looksLikeYear } from '../../../text/dates.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { whole } from './frame-matches.js';
import { recipientOf } from './named-recipients.js';
import { countAt, decimal, isChange, isOfBranch } from './numbers.js';
import { isPlace, servedThere } from './recipient-places.js';
import { gapBefore, put, type Reader, type Scan } from './scan.js';

/** «biểu dương 14 hộ và tặng quà cho 27 hộ nghèo»: who gets a present and no award. */
const getsGift = (at: number, { events, reading: { words } }: Scan): boolean =>
  /^(?:tặng|trao|gửi|phát) (?:\d+ )?(?:(?:suất|phần) )?quà cho$/u.test(
    words
      .slice(Math.max(0, at - 5), at)
      .map(({ text }) => text.toLowerCase())
      .join(' ')
      .replace(/^.*(?=(?:tặng|trao|gửi|phát) )/u, ''),
  ) && events.every(({ kind }) => kind !== 'award');

/** «vận động 52 hộ hiến đất …, được tặng …»: those for whom, or with whom, something was done. */
const isHelped = (at: number, { last }: Phrase, words: SentenceReading['words']): boolean =>
  /(?:^| )(?:van dong|giup|giup do|ho tro|cuu|cuu song|giai cuu|nuoi duong|cham soc|cuu mang)$/.test(
    words
      .slice(Math.max(0, at - 2), at)
      .map(({ folded }) => folded)
      .join(' '),
  ) &&
  !/^(?:dang|dat|duoc)$/.test(words[last]?.folded ?? '') &&
  !registers(last, words);

/** «vận động 1.240 hộ hội viên đăng ký Gia đình văn hóa»: they do what they were asked for. */
const registers = (from: number, words: SentenceReading['words']): boolean =>
  words
    .slice(from, from + 4)
    .some(({ folded }, i, near) => folded === 'dang' && /^k[yi]$/.test(near[i + 1]?.folded ?? ''));

/** «tạo việc làm thường xuyên cho 6.400 lao động»: who gets work, in the same clause. */
const getsWork = (at: number, { sentence, reading: { words } }: Scan): boolean =>
  /việc làm(?: [^,;:.\d]{1,40})?(?: cho)?(?: (?:trên|hơn|gần|khoảng))? $/u.test(
    sentence.slice(Math.max(0, words[at]!.start - longestWork), words[at]!.start),
  );
/** In letters: «việc làm mới và việc làm thêm ổn định cho hơn ». */
const longestWork = 64;

/** «Tổ tự quản số 6 ấp Thành Hòa»: the number of a body in its name; «tổng số 6 ấp» counts. */
const numbersName = (at: number, words: SentenceReading['words']): boolean =>
  words[at - 1]?.text === 'số' &&
  at > 1 &&
  !/^(?:tong|trong|mot|da|tren|co|cho|la|va|hon|gan)$/.test(words[at - 2]!.folded);

/** «98 đại biểu là nông dân sản xuất kinh doanh giỏi»: who came, and what they are; where that ends. */
function guestsEnd({ entry, last }: Phrase, { heads, reading: { words } }: Scan): number | null {
  if (entry.syllables.join(' ') !== 'đại biểu' || words[last]?.text !== 'là') return null;
  const title = heads.get(last + 1);
  return title?.tags.has('Award') ? title.last : null;
}

const attends = /^ (?:về |đến |được mời )?(?:tham dự|dự|tham gia)(?!\p{L})/u;
/** «05 tập thể», «12 trên tổng số 15 xã», «80% số hộ». */
export const readCounted: Reader = (scan, at) => {
  const { sentence, reading, heads } = scan;
  const { words } = reading;
  // «học sinh giỏi lớp 9 cấp huyện»: a level, of which there are not nine.
  if (words[at]!.tags.has('Count') && words[at + 1]?.folded === 'cap' && heads.get(at + 2)?.tags.has('Level'))
    return at + 1;
  if (isOfBranch(scan, at)) return at + 1;
  const found = scan.starts.get(at);
  const outOf = whole(found?.outOf ?? found?.counted, 'who', sentence, reading);
  const share = whole(found?.share, 'who', sentence, reading);
  const who = (outOf ?? share)?.groups['who'];
  const phrase = who === undefined ? undefined : heads.get(who.first);
  // «6 tập thể lao động tiên tiến» counts an award: there the longer phrase is no recipient.
  if (phrase === undefined) return readOrganisations(scan, at) ?? readCountedBodies(scan, at);
  // «từ năm 2012 đến 2016 Đảng bộ liên tục đạt …»
  if (looksLikeYear(words[at]!.text) && /^(?:năm|đến|từ|tới|-|–)$/iu.test(words[at - 1]?.text ?? '')) return at + 1;
  if (isChange(at, words) || isPlace(at, phrase, scan.events, words) || getsGift(at, scan)) return phrase.last;
  if (isHelped(at, phrase, words) || getsWork(at, scan) || numbersName(at, words)) return phrase.last;
  const guests = guestsEnd(phrase, scan);
  if (guests !== null) return guests;
  // «Hội nghị biểu dương …, có 120 đại biểu tham dự»
  if (phrase.entry.syllables.join(' ') === 'đại biểu' && attends.test(sentence.slice(words[phrase.last - 1]!.end)))
    return phrase.last;
  const count = outOf?.groups['count'];
  const percent = share?.groups['percent'];
  const lower = count === undefined || found?.outOf !== undefined ? null : lowerBound(scan, count.first);
  const first = lower === null ? at : at - 2;
  return put(scan, at, {
    ...recipientOf(phrase, sentence, reading),
    first,
    comma: gapBefore(scan, first).includes(','),
    opened: opensBracket(scan, first),
    outOf: found?.outOf !== undefined || /\d\/\d/.test(words[at]!.text),
    clause: words[first - 1]?.folded === 'co' && gapBefore(scan, first - 1).includes(','),
    anew: saidOfOthers(scan, first),
    ofBody: words[first - 1]?.folded === 'co' && /^\s*$/.test(gapBefore(scan, first - 1)),
    count: count === undefined ? null : (lower ?? countAt(count.first, words)),
    percent: percent === undefined ? null : (lowerShare(scan, percent.first) ?? decimal(words[percent.first]!.text)),
    last: asideEnd(scan, phrase.last),
  });
};

/** «(15 tập thể, …», «(mức độ 2: 19 trường)»: whether a bracket opens with whoever is counted, or with a label of theirs. */
const opensBracket = ({ sentence, reading: { words } }: Scan, at: number): boolean =>
  /\((?:[^()]{1,24}:)?\s*$/.test(sentence.slice(0, words[at]!.start));

/** «32 tổ chức đạt …», «120 lượt tổ chức, cá nhân»: a number before makes a noun of the verb to organise. */
function readOrganisations(scan: Scan, at: number): number | null {
  const { words } = scan.reading;
  if (!words[at]!.tags.has('Count') || isChange(at, words)) return null;
  const first = words[at + 1]?.folded === 'luot' ? at + 2 : at + 1;
  return organisationsAt(scan, first) ? putOrganisations(scan, at, first, countAt(at, words)) : null;
}

/** Whether organisations stand at a term, and not the verb: somebody else is listed with them, or they got something. */
function organisationsAt(scan: Scan, at: number): boolean {
  const { words } = scan.reading;
  if (words[at]?.folded !== 'to' || words[at + 1]?.folded !== 'chuc') return false;
  const last = words[at + 2]?.folded === 'va' ? at + 3 : at + 2;
  const listed = /^(?:,|\s+và)\s*$/u.test(scan.sentence.slice(words[at + 1]!.end, words[last]?.start));
  const beside = scan.heads.get(last);
  return (
    (listed && beside !== undefined && (beside.tags.has('Individual') || beside.tags.has('Household'))) ||
    /^(?:dat|duoc|trong|vung|hoan)$/.test(words[at + 2]?.folded ?? '')
  );
}

const putOrganisations = (scan: Scan, first: number, noun: number, count: number | null): number =>
  put(scan, first, {
    kind: 'recipient',
    who: 'organisation',
    sort: 'Agency',
    count,
    percent: null,
    comma: gapBefore(scan, first).includes(','),
    many: count === null,
    name: null,
    first,
    last: noun + 2,
    strength: 1,
  });

/** «09/16 Ban CHQS xã, thị trấn», «03 Chi cục», «25% Ban CHQS xã»: bodies of one kind, counted. */
function readCountedBodies(scan: Scan, at: number): number | null {
  const { sentence, reading, heads } = scan;
  const { words } = reading;
  const body = heads.get(at + 1);
  const percent = words[at]!.tags.has('Percent');
  if (!(words[at]!.tags.has('Count') || percent) || !body?.tags.has('Body') || body.tags.has('Title')) return null;
  // «03 vụ ma túy»
  if (/^\p{Ll}/u.test(words[at + 1]!.text) && body.entry.syllables.length === 1) return null;
  if (!/^\s*$/.test(gapBefore(scan, at + 1)) || isChange(at, words) || isPlace(at, body, scan.events, words))
    return null;
  // «số 12 Ban Chỉ đạo», «năm 2019 Ban CHQS»
  if (
    gapBefore(scan, at) === ' ' &&
    /^(?:so|nam|ngay|thang|quy|muc|dieu|khoan|lan|khoi|cum|quan|khu|phuong)$/.test(words[at - 1]?.folded ?? '')
  )
    return null;
  let last = body.last;
  while (heads.get(last)?.tags.has('Level') && /^,?\s*$/.test(gapBefore(scan, last))) last = heads.get(last)!.last;
  return put(scan, at, {
    ...recipientOf({ ...body, last }, sentence, reading),
    who: 'collective',
    sort: 'Collective',
    name: null,
    first: at,
    last,
    ...(percent ? { percent: decimal(words[at]!.text) } : { count: countAt(at, words) }),
  });
}

const longestAside = 20;

/** «01 tập thể (Hội Nông dân xã A) và 02 cá nhân»: a bracket without numbers says who they are, and the list goes on behind it. */
function asideEnd(scan: Scan, last: number): number {
  const { words } = scan.reading;
  if (last >= words.length || !/^\s*\($/.test(gapBefore(scan, last))) return last;
  for (let at = last; at < Math.min(words.length, last + longestAside); at += 1) {
    if (at > last && gapBefore(scan, at).includes(')')) return at;
    const head = scan.heads.get(at)?.tags;
    if (/^\d/.test(words[at]!.text) || head?.has('Award') || head?.has('Propose')) return last;
  }
  return last;
}

/** Whether between a counted recipient and the next something is said of the first that is no honour. */
function saidOfOthers({ events, reading: { words } }: Scan, at: number): boolean {
  const before = events.findLast(({ kind }) => kind !== 'count');
  return (
    before?.kind === 'recipient' &&
    (before.count ?? before.percent) !== null &&
    words.slice(before.last, at).some(({ folded }) => /^(?:duoc|bi|hoan|xep|tham|du)$/.test(folded))
  );
}

/** «từ 15 đến 20 tập thể»: a range is one number of recipients, and its record holds the lower bound. */
function lowerBound({ reading: { words }, events }: Scan, upper: number): number | null {
  const from = words[upper - 2];
  if (words[upper - 1]?.folded !== 'den' || from?.tags.has('Count') !== true) return null;
  const lower = countAt(upper - 2, words);
  if (lower >= countAt(upper, words)) return null;
  if (events.at(-1)?.kind === 'count') events.pop();
  return lower;
}

/** «từ 85 đến 90% hộ», «85% - 90% số hộ»: so does a range of shares. */
export function lowerShare({ sentence, reading: { words } }: Scan, upper: number): number | null {
  const from = words[upper - 1]?.folded === 'den' ? upper - 2 : upper - 1;
  const text = words[from]?.text ?? '';
  if (!/^\d{1,3}(?:[.,]\d{1,2})?%?$/.test(text)) return null;
  if (from === upper - 1 && !/^%?\s?[-–]\s?$/.test(sentence.slice(words[from]!.end, words[upper]!.start))) return null;
  const lower = decimal(text);
  return lower < decimal(words[upper]!.text) ? lower : null;
}

/** «các tập thể», «nhiều cá nhân» */
export const readSeveral: Reader = (scan, at) => {
  const many = scan.heads.get(at);
  // «các tổ chức, cá nhân»
  if (many?.tags.has('Many') === true && organisationsAt(scan, many.last))
    return putOrganisations(scan, at, many.last, null);
  const who = scan.starts.get(at)?.several?.groups['who'];
  const phrase = who === undefined ? undefined : scan.heads.get(who.first);
  if (phrase === undefined) return null;
  if (isPlace(at, phrase, scan.events, scan.reading.words)) return phrase.last;
  if (phrase.tags.has('Collective') && servedThere(at, scan)) return phrase.last;
  // «hai trường có nhiều học sinh đạt giải»
  const ofBody = /^(?:co|voi)$/.test(scan.reading.words[at - 1]?.folded ?? '') && gapBefore(scan, at) === ' ';
  return put(scan, at, { ...recipientOf(phrase, scan.sentence, scan.reading), first: at, many: true, ofBody });
};
