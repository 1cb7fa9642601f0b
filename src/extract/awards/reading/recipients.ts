import { looksLikeYear } from '../../../text/dates.js';
import { recipientTags } from '../../../text/nlp/lexicon.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { type AwardEvent, isCounted, type Recipient } from '../award-event.js';
import { whole } from './frame-matches.js';
import { addressed, namedHousehold, nameEnd, properAfter, pureRecipient, recipientOf } from './named-recipients.js';
import { countAt, decimal, isChange, isOfBranch } from './numbers.js';
import { closesClause, gapBefore, put, type Reader, type Scan, winsPrize } from './scan.js';

/**
 * «249 đơn vị thuộc 57 tỉnh», «45 hộ đến từ 9 quận», «70 công nhân của 7 đơn vị», «16 tỉnh có 100% số xã đạt …»: where they are, not who; «17.774 cá
 * nhân trong số hơn 23.000 cán bộ»: of whom.
 */
function isPlace(at: number, phrase: Phrase, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  const about = /^(?:hon|tren|gan|khoang)$/.test(words[at - 1]?.folded ?? '') ? 1 : 0;
  const before = words[at - 1 - about]?.folded ?? '';
  const counted = words[at]!.tags.has('Count');
  const whose =
    counted && (before === 'cua' || (before === 'so' && /^(?:trong|tong)$/.test(words[at - 2 - about]!.folded)));
  // «nhiều cá nhân của trường được …»
  const last = events.at(-1);
  if (!counted && before === 'cua' && last?.kind === 'recipient' && last.last === at - 1) return true;
  // «nhiều cá nhân Công ty được …»
  const ofThem =
    last?.kind === 'recipient' && last.who === 'individual' && last.last === at && phrase.tags.has('Collective');
  if (!counted && ofThem && isNext(words, at)) return true;
  // «từ 72% hộ trở lên» is a share.
  // «từ 20 trường trở lên đạt …» counts who is to reach it.
  const orMore = words[phrase.last]?.folded === 'tro' && words[phrase.last + 1]?.folded === 'len';
  const from = words[at - 1 - about]?.text === 'từ' && !words[at]!.tags.has('Percent') && !orMore;
  const inside = (whose || from || /^(?:thuoc|tai|o)$/.test(before)) && events.some(({ kind }) => kind === 'recipient');
  const next = words[phrase.last + 1];
  return (
    inside ||
    (whose && ofTotal(at, words)) ||
    (words[phrase.last]?.folded === 'co' &&
      !/^(?:nam|lan)$/.test(words[phrase.last + 2]?.folded ?? '') &&
      (next?.tags.has('Percent') === true || next?.tags.has('Count') === true))
  );
}

/** «Trong số 38 hợp tác xã, 41 doanh nghiệp có 12 đơn vị được …»: of all those, so many. */
const ofTotal = (at: number, words: SentenceReading['words']): boolean =>
  words[at - 1]!.folded === 'so' &&
  words.slice(at, at + reachOfTotal).some(({ text }, i) => text === 'có' && words[at + i + 1]?.tags.has('Count'));
/** In terms. */
const reachOfTotal = 12;

/** Whether nothing but a space stands between a term and the one before it. */
const isNext = (words: SentenceReading['words'], at: number): boolean => words[at]!.start - words[at - 1]!.end === 1;

const adverbs = /^(?:da|duoc|vinh|du|chinh|thuc|lien|tuc|luon|cung|con|deu|nam|lan|hoc|hai|ba|bon|nhieu|\d{1,4})$/;

/** «Chi bộ nhà trường được …», «Công đoàn cơ quan đạt …»: whose branch it is. */
const ownBodies = /^(?:nhà trường|cơ quan|đơn vị|công ty|bệnh viện|trường|trung tâm)$/;

/** Whether the next verb, but for adverbs, is one of getting. */
function getsNext(behind: number, scan: Scan): boolean {
  const {
    heads,
    starts,
    reading: { words },
  } = scan;
  // «Đảng bộ xã được …», «Đội thi của huyện đạt …»
  const whose = words[behind]?.text === 'của' ? behind + 1 : behind;
  const place = heads.get(whose);
  const ofPlace =
    place?.tags.has('Level') === true ||
    (place?.tags.has('Collective') === true && whose > behind) ||
    (place !== undefined && ownBodies.test(place.entry.syllables.join(' ')));
  const from = ofPlace ? place!.last : behind;
  for (let at = from; at < Math.min(from + 5, words.length); at += 1) {
    if (heads.get(at)?.tags.has('Receive') || starts.get(at)?.passive !== undefined || winsPrize(scan, at)) return true;
    // «đạt chuẩn nông thôn mới»: the title begins with its verb.
    if (/^(?:đạt|về)$/u.test(words[at]!.text) && heads.get(at)?.tags.has('Award')) return true;
    // «Trung tâm có 8 năm đạt danh hiệu …»
    if (words[at]!.folded === 'co' && /^(?:nam|lan)$/.test(words[at + 2]?.folded ?? '')) continue;
    if (!adverbs.test(words[at]!.folded))
      return ['Grant', 'Praise'].some((tag) => heads.get(at)?.tags.has(tag as never));
  }
  return false;
}

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
  if (isHelped(at, phrase, words)) return phrase.last;
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
function lowerShare({ sentence, reading: { words } }: Scan, upper: number): number | null {
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

/** In terms: «nguyên thủ trưởng, chỉ huy các đồn». */
const reachOfOffice = 3;
/** «nguyên lãnh đạo các phòng», «cán bộ, chiến sĩ của đơn vị», «hội viên chi hội»: where whoever stands before them serves. */
function servedThere(at: number, scan: Scan): boolean {
  const before = scan.events.at(-1);
  if (before?.kind !== 'recipient' || before.sort !== 'Individual' || isCounted(before) || before.name !== null)
    return false;
  const behind = at - before.last;
  if (before.former === true && behind <= reachOfOffice) return true;
  const whose = behind === 1 && scan.reading.words[at - 1]!.text === 'của';
  return whose || (behind === 0 && gapBefore(scan, at) === ' ');
}

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
