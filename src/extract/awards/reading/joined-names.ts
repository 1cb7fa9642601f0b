import { recipientTags } from '../../../text/nlp/lexicon.js';
import type { Phrase } from '../../../text/nlp/vietnamese-nlp.js';
import type { Recipient } from '../award-event.js';
import { isSurname } from '../listed-name.js';
import { eachEnd } from './each-of-them.js';
import { addressedPerson, namedHousehold, namedPlace, namedTeam, recipientByName } from './named-recipients.js';
import { gapBefore, getsAt, put, type Reader, type Scan } from './scan.js';

const longestAside = 20;

/** Who is named from a term on: «hộ bà Lê Thị A», «ông Nguyễn Văn B», «Sở Y tế», «Trần Văn C». */
const nameAt = (scan: Scan, at: number): Recipient | null =>
  at >= scan.reading.words.length
    ? null
    : (labelledName(scan, at) ??
      namedHousehold(scan, at) ??
      addressedPerson(scan, at) ??
      namedPlace(scan, at) ??
      longer(recipientByName(scan, at), namedTeam(scan, at)));

const kindWords = /^(?:tập thể|cá nhân)$/;
/** «tập thể phòng Kế toán», «cá nhân ông Lê Văn A»: what kind it is stands before the name. */
function labelledName(scan: Scan, at: number): Recipient | null {
  const kind = scan.heads.get(at);
  if (kind === undefined || !kindWords.test(wordOf(kind))) return null;
  const named = scan.heads.get(kind.last)?.tags.has('Award') ? null : nameAt(scan, kind.last);
  if (named?.name == null || gapBefore(scan, kind.last) !== ' ') return null;
  const { words } = scan.reading;
  return {
    ...named,
    first: at,
    name: `${scan.sentence.slice(words[at]!.start, words[kind.last]!.start)}${named.name}`,
  };
}

const longer = (one: Recipient | null, other: Recipient | null): Recipient | null =>
  one === null || (other !== null && other.last > one.last) ? other : one;

const wordOf = (phrase: Phrase | undefined): string => phrase?.entry.syllables.join(' ') ?? '';

/** The term at which a list of names goes on behind «và», or behind a comma with another of its kind; null where it ends. */
function nextName(scan: Scan, from: number, before: number): number | null {
  const { words } = scan.reading;
  if (words[from]?.text === 'và' && /^\)?,?\s$/.test(gapBefore(scan, from))) return from + 1;
  const listed = words[from] !== undefined && /^\)?,\s$/.test(gapBefore(scan, from));
  // «ông A, Giám đốc Sở Y tế» tells what he is; «ông A, bà B» and «Trường C, Trường D» go on.
  if (!listed) return null;
  const kin = [before, from].map((at) => {
    const word = wordOf(scan.heads.get(at)) || words[at]!.text.toLowerCase();
    return kindWords.test(word) ? wordOf(scan.heads.get(scan.heads.get(at)!.last)) : word;
  });
  // «đồng chí Lê Thị A, Trần Văn B và Phạm C»
  const person = personal.test(kin[0]!) && isSurname(words[from]!.text) && /^\p{Lu}/u.test(words[from + 1]?.text ?? '');
  // «Sở Tài chính, Sở Tư pháp», «Văn phòng UBND tỉnh, Thanh tra tỉnh»: bodies of one rank.
  const ofProvince = kin.every((word) => /^(?:sở|văn phòng|thanh tra)(?: |$)/.test(word));
  // «bà A, ông B, hộ anh C»
  const people = kin.every((word) => personal.test(word) || /^(?:hộ|gia đình|hộ gia đình)$/.test(word));
  if (person || ofProvince || kin[0] === kin[1] || people) return from;
  // «Trường A, đồng chí Lê Văn B»: a person behind a body.
  if (personal.test(kin[1]!) && addressedPerson(scan, from) !== null) return from;
  return personal.test(kin[0]!) ? behindOffice(scan, from) : null;
}

/** In terms: «Trưởng phòng Tài chính - Kế hoạch huyện». */
const longestOffice = 12;

/** «ông A, Trưởng phòng Nội vụ và bà B, Phó phòng»: the next person, behind the office of the one before. */
function behindOffice(scan: Scan, from: number): number | null {
  const { words } = scan.reading;
  for (let at = from; at < Math.min(words.length - 1, from + longestOffice); at += 1) {
    const gap = gapBefore(scan, at);
    if (/[;:.()]/.test(gap) || scan.heads.get(at)?.tags.has('Award') || words[at]!.text === 'được') return null;
    const next = words[at]!.text === 'và' ? at + 1 : gap.includes(',') ? at : null;
    if (next !== null && addressedPerson(scan, next) !== null) return next;
  }
  return null;
}
/** How one speaks of a person. */
const personal =
  /^(?:ông|bà|anh|chị|em|thầy|cô|thầy giáo|cô giáo|đồng chí|đ c|bác sĩ|y sĩ|điều dưỡng|nghệ nhân|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy))$/;

/** «chị Lê Thị A (Di Linh)»: the term behind the bracket that stands at a term, or the term itself. */
function behindAside(scan: Scan, from: number): number {
  const { words } = scan.reading;
  if (from >= words.length || !/^\s*\($/.test(gapBefore(scan, from))) return from;
  let at = from + 1;
  while (at < words.length && at < from + longestAside && !gapBefore(scan, at).includes(')')) at += 1;
  return at;
}

/** «cho Sở Y tế», «cho Ban An ninh quận (nay là …) và liệt sĩ Trần Văn A»: one name, or several in a list. */
export function readNames(scan: Scan, from: number): number {
  const before = scan.events.length;
  const last = readList(scan, from);
  ofOneKind(scan, before);
  return last;
}

/** «Giải Ba: Lâm Hà và Đơn Dương»: names without a word of their own, some of which are no person's, are of one kind. */
function ofOneKind({ events, heads }: Scan, from: number): void {
  const bare = events.slice(from).filter(({ kind, first }) => kind === 'recipient' && !heads.has(first)) as Recipient[];
  if (bare.length < 2 || bare.every(({ sort }) => sort === 'Individual')) return;
  for (const one of bare)
    if (one.name?.split(' ').length === 2)
      events[events.indexOf(one)] = { ...one, who: 'collective', sort: 'Collective' };
}

function readList(scan: Scan, from: number): number {
  let at = from;
  let begin = from;
  for (;;) {
    const named = nameAt(scan, begin);
    if (named === null) return at;
    const whole = withPlainWords(scan, named);
    at = put(scan, begin, begin === from ? whole : { ...whole, joined: true });
    const next = behindAside(scan, at);
    const after = nextName(scan, next, begin);
    if (after === null || nameAt(scan, after) === null) return at;
    begin = after;
  }
}

/** In words: «Đội Quản lý thị trường số 2». */
const longestTail = 5;
/** «Đội Cảnh sát kinh tế và đồng chí Lê Văn A»: the small letters of a body's name, where «và» leads to another name. */
function withPlainWords(scan: Scan, named: Recipient): Recipient {
  const { words } = scan.reading;
  if (named.who !== 'collective' || named.name === null) return named;
  for (let end = named.last; end < Math.min(words.length - 1, named.last + longestTail + 1); end += 1) {
    // «khoa Hồi sức cấp cứu, khoa Ngoại»
    const next = words[end]!.folded === words[named.first]!.folded && end > named.last;
    if (next && gapBefore(scan, end) === ', ' && nameAt(scan, end) !== null)
      return { ...named, last: end, name: scan.sentence.slice(words[named.first]!.start, words[end - 1]!.end) };
    if (gapBefore(scan, end) !== ' ') return named;
    if (words[end]!.text === 'và' && end > named.last)
      return nameAt(scan, end + 1) === null
        ? named
        : { ...named, last: end, name: scan.sentence.slice(words[named.first]!.start, words[end - 1]!.end) };
    const head = scan.heads.get(end)?.tags;
    if (
      !/^(?:\p{Ll}|\d{1,2}$)/u.test(words[end]!.text) ||
      head?.has('To') ||
      head?.has('Receive') ||
      head?.has('Award')
    )
      return named;
  }
  return named;
}

/** «Trường A và Trường B nhận …», «ông C và bà D được tặng …»: several by name before what they got. */
export const readSubjects: Reader = (scan, at) => {
  const { words } = scan.reading;
  const begins = /^\p{Lu}/u.test(words[at]!.text) || openers.test(words[at]!.text);
  if (!begins || at >= scan.lastGain || !listFollows(scan, at)) return null;
  // «2 xã Hòa Bình và Tân Lập»: the names of those who are counted.
  const before = scan.events.at(-1);
  if (before?.kind === 'recipient' && before.count !== null && at < before.last + (before.name?.split(' ').length ?? 1))
    return null;
  const names: Recipient[] = [];
  let next: number | null = at;
  let end = at;
  while (next !== null) {
    const named: Recipient | null = nameAt(scan, next);
    if (named === null) break;
    names.push(named);
    end = behindAside(scan, named.last);
    next = nextName(scan, end, named.first);
  }
  if (names.length < 2) return null;
  // «ông A, bà B và 5 hộ gia đình được tặng …»
  if (/^(?:và|cùng)$/u.test(words[end]?.text ?? '') && scan.starts.get(end + 1)?.counted !== undefined) {
    for (const [i, named] of names.entries()) put(scan, at, i === 0 ? named : { ...named, joined: true });
    return end;
  }
  // «…, bà B, Phó phòng được tặng …»
  const office = /^(?:,| -| –)\s/u.test(gapBefore(scan, end)) ? longestOffice : 0;
  let verb = end;
  while (verb < words.length && !gets(scan, verb) && verb <= end + office && !/[;:.]/.test(gapBefore(scan, verb + 1)))
    verb += 1;
  if (!gets(scan, verb)) verb = behindDeed(scan, end);
  if (!gets(scan, verb)) return null;
  for (const [i, named] of names.entries()) put(scan, at, i === 0 ? named : { ...named, joined: true });
  return verb;
};
const longestName = 40;

/** «Xã A, xã B thoát nghèo và đạt chuẩn …»: the verb of getting behind «và», where what they did before names nobody else; the end itself where none is. */
function behindDeed(scan: Scan, end: number): number {
  const { words } = scan.reading;
  for (let at = end; at < Math.min(words.length - 1, end + longestDeed); at += 1) {
    const head = scan.heads.get(at)?.tags;
    if (
      /[,;:.(]/.test(gapBefore(scan, at)) ||
      /^\d/.test(words[at]!.text) ||
      recipientTags.some((sort) => head?.has(sort)) ||
      head?.has('Award')
    )
      return end;
    if (words[at]!.text === 'và' && gets(scan, at + 1)) return at + 1;
  }
  return end;
}
/** In terms. */
const longestDeed = 14;

/** What a name in small letters begins with. */
const openers = /^(?:ông|bà|anh|chị|thầy|cô|đồng|phòng|khoa|trường|xã|thôn|ấp|bản|buôn|làng|khu|chi|tổ)$/u;

/** Whether «và», or a comma before another of its kind, stands within the reach of a list of names. */
function listFollows(scan: Scan, at: number): boolean {
  const { words } = scan.reading;
  const end = Math.min(words.length, at + longestName);
  for (let next = at + 1; next < end; next += 1) {
    const { text, folded } = words[next]!;
    if (
      text === 'và' ||
      ((folded === words[at]!.folded || /^(?:ông|bà|anh|chị|cô|thầy|hộ|đại|thượng|trung|thiếu)$/iu.test(text)) &&
        /^\)?,\s$/.test(gapBefore(scan, next)))
    )
      return true;
  }
  return false;
}

const adverbs = /^(?:da|vinh|du|lien|tuc|luon|cung|con|deu)$/;

/** Whether a verb of getting follows, but for adverbs. */
function gets(scan: Scan, from: number): boolean {
  const { words } = scan.reading;
  let at = eachEnd(from, scan.reading) ?? from;
  while (at < words.length && !getsAt(scan, at) && adverbs.test(words[at]!.folded)) at += 1;
  return getsAt(scan, at) || goesOnGetting(scan, at);
}

/** In terms: «được tham dự Hội nghị điển hình tiên tiến toàn quốc và được». */
const reachOfSecond = 16;

/** «ông A và bà B được tham dự hội nghị và được Hội đồng Đội tặng …»: the second thing that was done to them is an honour. */
function goesOnGetting(scan: Scan, from: number): boolean {
  const { words } = scan.reading;
  if (words[from]?.text !== 'được') return false;
  const end = Math.min(words.length - 1, from + reachOfSecond);
  for (let at = from + 1; at < end; at += 1) {
    if (/[,;:.]/.test(gapBefore(scan, at))) return false;
    if (words[at]!.text === 'và' && words[at + 1]!.text === 'được') return getsAt(scan, at + 1);
  }
  return false;
}
