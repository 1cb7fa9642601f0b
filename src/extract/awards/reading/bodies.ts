import { recipientTags } from '../../../text/nlp/lexicon.js';
import type { Phrase } from '../../../text/nlp/vietnamese-nlp.js';
import type { Recipient } from '../award-event.js';
import { addressed, namedHousehold, nameEnd, properAfter, pureRecipient, recipientOf } from './named-recipients.js';
import { countAt } from './numbers.js';
import { getsNext, isPlace, ownBodies, servedThere } from './recipient-places.js';
import { closesClause, gapBefore, put, type Reader, type Scan } from './scan.js';

/** «cá nhân», «tập thể Sở Nội vụ», «ông Nguyễn Văn A» */
export const readRecipient: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (phrase === undefined || !recipientTags.some((sort) => phrase.tags.has(sort))) return null;
  const word = phrase.entry.syllables.join(' ');
  // «quận Hai Bà Trưng»: a syllable of a name.
  const { words } = scan.reading;
  if (
    /^(?:bà|ông|mẹ)$/.test(word) &&
    /^\p{Lu}/u.test(words[at]!.text) &&
    /^\p{Lu}/u.test(words[at - 1]?.text ?? '') &&
    gapBefore(scan, at) === ' '
  )
    return null;
  const called = addressed.test(word) && properAfter(phrase, scan.sentence, scan.reading) !== null;
  if (!pureRecipient.test(word) && !called && !isSpokenOf(scan, at, word)) return null;
  const household = householdOf(scan, at, phrase);
  if (household !== null) return put(scan, at, household);
  if (isPlace(at, phrase, scan.events, scan.reading.words)) return phrase.last;
  if (phrase.tags.has('Collective') && servedThere(at, scan)) return phrase.last;
  // «UBND phường công nhận …», «UBND xã tặng …»: the place of a body that honours others.
  if (phrase.tags.has('Level') && endsBody(at, scan) && honoursNext(phrase.last, scan)) return phrase.last;
  // «95% gia đình hội viên», «12 hộ cựu chiến binh»: whose households.
  const counted = scan.events.at(-1);
  if (
    phrase.tags.has('Individual') &&
    counted?.kind === 'recipient' &&
    counted.sort === 'Household' &&
    counted.last === at &&
    counted.name === null &&
    gapBefore(scan, at) === ' ' &&
    properAfter(phrase, scan.sentence, scan.reading) === null
  ) {
    scan.events[scan.events.length - 1] = { ...counted, last: phrase.last };
    return phrase.last;
  }
  // «Trạm Y tế xã được …»: whose body it is.
  const body = scan.events.at(-1);
  if (
    phrase.tags.has('Level') &&
    body?.kind === 'recipient' &&
    body.ofReport === true &&
    body.last === at &&
    gapBefore(scan, at) === ' '
  ) {
    scan.events[scan.events.length - 1] = { ...body, last: phrase.last };
    return phrase.last;
  }
  // «Ban Chỉ huy Quân sự xã và 03 đồng chí được …»: the end of a name, beside those who are counted.
  if (phrase.tags.has('Level') && endsName(at, scan) && isBesideCounted(phrase.last, scan)) return phrase.last;
  const former = word.startsWith('nguyên ') ? { former: true, many: true } : {};
  const recipient = { ...recipientOf(phrase, scan.sentence, scan.reading), ...former };
  const count = countBehind(scan, phrase);
  if (count !== null)
    return put(scan, at, {
      ...recipient,
      name: null,
      count,
      opened: gapBefore(scan, at).includes('('),
      last: phrase.last + 1,
    });
  if (recipient.name === null && endsPair(phrase, scan)) return phrase.last;
  const ownBody = recipient.name === null && phrase.tags.has('Collective') && getsNext(phrase.last, scan);
  if (ownBody) return put(scan, at, { ...recipient, last: branchEnd(phrase, scan), ofReport: isOwnBody(phrase, scan) });
  const spokenOf = recipient.name === null && isSpokenOf(scan, at, word);
  return put(scan, at, spokenOf ? { ...recipient, ofReport: true } : recipient);
};

/** «Ông được tặng …», «Năm 2019, bà vinh dự nhận …»: the one person whom a life tells of, where a clause begins. */
const isSpokenOf = (scan: Scan, at: number, word: string): boolean =>
  /^(?:ông|bà|anh|chị|tôi|bản thân tôi|cá nhân tôi)$/.test(word) &&
  (at === 0 || /[,;]/.test(gapBefore(scan, at))) &&
  !(scan.events.at(-1)?.kind === 'recipient' && scan.events.at(-1)!.last === at) &&
  getsNext(at + 1, scan);

/** «gia đình ông Nguyễn Văn A», «hộ bà»: a household by its head, which is one. */
function householdOf(scan: Scan, at: number, phrase: Phrase): Recipient | null {
  if (!phrase.tags.has('Household')) return null;
  const named = namedHousehold(scan, at);
  if (named !== null) return named;
  const head = scan.heads.get(phrase.last);
  return head !== undefined && /^(?:ông|bà|anh|chị|em|đồng chí)$/.test(head.entry.syllables.join(' '))
    ? { ...recipientOf(phrase, scan.sentence, scan.reading), last: head.last }
    : null;
}

/** «lãnh đạo các sở, ngành», «100% các xã, thị trấn», «thuộc các phòng, ban»: the second of two kinds of body that are named in one breath. */
function endsPair({ first, last, tags, entry }: Phrase, scan: Scan): boolean {
  const { words, phrases } = scan.reading;
  const { events, sentence } = scan;
  if (!tags.has('Collective') || words[first]!.text !== entry.syllables[0]) return false;
  // «148/156 xã, phường, thị trấn»: one number for all of them.
  const counted = events.at(-1);
  if (
    counted?.kind === 'recipient' &&
    counted.count !== null &&
    counted.sort === 'Collective' &&
    counted.last === first &&
    tags.has('Level') &&
    gapBefore(scan, first) === ', '
  ) {
    events[events.length - 1] = { ...counted, last };
    return true;
  }
  const before = phrases.find(({ last }) => last === first);
  return (
    before?.tags.has('Collective') === true &&
    /^(?:các|những|số)$/u.test(words[before.first - 1]?.text ?? '') &&
    /^,\s$/.test(sentence.slice(words[first - 1]!.end, words[first]!.start))
  );
}

/** «trong đó tập thể 15, cá nhân 25», «tập thể: 15; cá nhân: 25»: the number stands behind whom it counts, and ends its clause. */
function countBehind(scan: Scan, { first, last }: Phrase): number | null {
  const { words } = scan.reading;
  const count = words[last];
  if (count === undefined || !count.tags.has('Count')) return null;
  if (words[first - 1]?.tags.has('Count') && /^\s*$/.test(gapBefore(scan, first))) return null;
  if (!/^(?:tập thể|cá nhân|hộ gia đình|hộ)$/iu.test(scan.sentence.slice(words[first]!.start, words[last - 1]!.end)))
    return null;
  return closesClause(scan, last) && /^\s*:?\s*$/.test(gapBefore(scan, last)) ? countAt(last, words) : null;
}

/** Whether a place stands right behind other words of its name, and no word for many. */
const endsName = (at: number, scan: Scan): boolean =>
  at > 1 && gapBefore(scan, at) === ' ' && !ofMany.test(scan.reading.words[at - 1]!.text);
const isBesideCounted = (at: number, { starts, reading: { words } }: Scan): boolean =>
  /^(?:và|cùng)$/u.test(words[at]?.text ?? '') && starts.get(at + 1)?.counted !== undefined;

/** «đã tặng», «công nhận»: whether an active verb of honouring follows. */
function honoursNext(at: number, { heads, reading: { words } }: Scan): boolean {
  const verb = heads.get(words[at]?.text === 'đã' ? at + 1 : at);
  return verb !== undefined && (verb.entry.syllables[0] === 'công' || verb.tags.has('Grant'));
}

/** Whether a body's words end right before a term: «UBND» of «UBND phường». */
const endsBody = (at: number, { reading: { phrases } }: Scan): boolean =>
  phrases.some(({ last, tags }) => last === at && tags.has('Body'));

/** «tổ Văn và 3 cá nhân được …»: a collective by its name, in one list with those that are counted. */
function besideCounted(phrase: Phrase, { sentence, reading, starts, heads }: Scan): Recipient | null {
  const { words } = reading;
  if (
    !/^(?:tổ|phòng|khoa|trường|đội|chi hội|chi đoàn|trung tâm|lớp|ban|bệnh viện|trạm y tế)$/.test(
      phrase.entry.syllables.join(' '),
    )
  )
    return null;
  const end = nameEnd(phrase.last, sentence, reading);
  if (end === null || words[end]?.text !== 'và') return null;
  const next = heads.get(end + 1);
  const beside = starts.get(end + 1)?.counted !== undefined || next?.entry === phrase.entry;
  return beside ? { ...recipientOf(phrase, sentence, reading), last: end } : null;
}

/** Words for one of many, or for none. */
const ofMany = /^(?:các|những|mỗi|từng|nhiều|số|một|mọi|tất|toàn|là|của|thuộc|hoặc|lệ)$/iu;

/** «Nhà trường», «đơn vị»: how a report speaks of the one body that it is about; «các đơn vị», «tập thể», «xã nào» are others. */
const isOwnBody = ({ first, last, entry }: Phrase, { reading: { words } }: Scan): boolean =>
  !/^(?:tập thể|điển hình|mô hình|sản phẩm|tác phẩm|công trình)$/.test(entry.syllables.join(' ')) &&
  !ofMany.test(words[first - 1]?.text ?? '') &&
  words[last]?.text !== 'nào';

/** The end of a branch with the body that it belongs to: «Chi bộ nhà trường». */
function branchEnd({ last }: Phrase, scan: Scan): number {
  const whose = scan.heads.get(last);
  const own = whose !== undefined && gapBefore(scan, last) === ' ' && ownBodies.test(whose.entry.syllables.join(' '));
  return own ? whose!.last : last;
}

/** «Lữ đoàn tổ chức Lễ kỷ niệm 30 năm ngày thành lập và đón nhận …» */
const holdsCeremony = (behind: string): boolean =>
  /^\s+(?:(?:đã|vừa|long trọng)\s+)*tổ chức\s+(?:(?:trọng thể|long trọng)\s+)?(?:buổi )?lễ\s[^.;]{0,200}?(?<!\p{L})(?:đón )?nhận(?!\p{L})/iu.test(
    behind,
  );
const endOf = ({ last }: Phrase, { reading: { words } }: Scan): number => words[last - 1]!.end;
/** The first term behind the day that a sentence opens with: «Sáng 12/3/2024, », «Năm 2019, ». */
function openingOf({ sentence, reading: { words } }: Scan): number {
  const day = /^\s*[-+•]?\s*(?:(?:Sáng|Chiều|Tối|Ngày|Năm|Tháng|Vừa qua|Mới đây)[^,.;]{0,30},|\d[\d/.-]*)?\s*/u.exec(
    sentence,
  )![0];
  return words.findIndex(({ start }) => start >= day.length);
}

/** «Trường đạt …», «Khoa đã được …»: a body's plain word right before what it got. */
export const readBody: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (phrase === undefined || !phrase.tags.has('Collective')) return null;
  // «Đây là năm thứ 3 liên tiếp huyện được tặng …»: behind a word of time a place begins the clause.
  const behindTime = /^(?:tiếp|liền|nay|qua|này|\d{4})$/.test(scan.reading.words[at - 1]?.text ?? '');
  const inName = phrase.tags.has('Level') && at > 0 && !behindTime && !/[,;:]/.test(gapBefore(scan, at));
  if (inName || servedThere(at, scan)) return null;
  if (endsPair(phrase, scan)) return phrase.last;
  if (isPlace(at, phrase, scan.events, scan.reading.words)) return phrase.last;
  if (
    getsNext(phrase.last, scan) ||
    (at === openingOf(scan) && holdsCeremony(scan.sentence.slice(endOf(phrase, scan))))
  )
    return put(scan, at, {
      ...recipientOf(phrase, scan.sentence, scan.reading),
      last: branchEnd(phrase, scan),
      ofReport: isOwnBody(phrase, scan),
      ofSum: scan.reading.words[at - 1]?.folded === 'so',
    });
  const named = besideCounted(phrase, scan);
  return named === null ? null : put(scan, at, named);
};
