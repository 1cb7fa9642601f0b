import { looksLikeYear } from '../../../text/dates.js';
import { fold } from '../../../text/fold.js';
import { recipientTags } from '../../../text/nlp/lexicon.js';
import type { Recipient } from '../award-event.js';
import { listedName } from '../listed-name.js';
import { readNames } from './joined-names.js';
import { namedFrom, recipientOf } from './named-recipients.js';
import { digits, isOfName } from './numbers.js';
import { endsHead } from './open-titles.js';
import { plainVerb } from './plain-verb.js';
import { closesClause, gapBefore, put, type Reader, type Scan } from './scan.js';

/** «: 02», «15 đạt …»: a number that counts no noun. «2. Hồ sơ …», «ngày 12/3» number a list and a day, and count nothing. */
export const readCount: Reader = (scan, at) => {
  const { sentence } = scan;
  const { words } = scan.reading;
  if (scan.heads.has(at) || !words[at]!.tags.has('Count')) return null;
  // «Giải thưởng “15 tháng 10”»
  if (/["“«]\s*$/u.test(gapBefore(scan, at)) && endsHead(words[at - 1]?.folded ?? '')) return null;
  // «trong 5 năm đã trao cho …»
  if (words[at + 1]?.text === 'năm' && /^(?:trong|qua|sau)$/u.test(words[at - 1]?.text ?? '')) return at + 1;
  // «Tổ 2+3»
  if (isOfName(scan, at) || (gapBefore(scan, at) === '+' && /^\d/.test(words[at - 1]?.text ?? ''))) return at + 1;
  // «Điều 1 Tặng …», «lần thứ 2 được tặng» count nothing either.
  // A colon parts them: «Chiến sĩ thi đua cơ sở: 05».
  const behindColon = gapBefore(scan, at).includes(':');
  // «Chiến sĩ thi đua cơ sở 09/64» counts.
  const base = words[at - 1]?.text.toLowerCase() === 'sở';
  if (
    !behindColon &&
    !base &&
    /^(?:dieu|khoan|muc|phan|chuong|luc|so|lan|thu|dot|bieu|quy)$/.test(words[at - 1]?.folded ?? '')
  )
    return at + 1;
  // «trong năm 2015, được đề nghị tặng …», «hai năm 2008, 2009 được công nhận …»
  if (
    looksLikeYear(words[at]!.text) &&
    (words[at - 1]?.text.toLowerCase() === 'năm' ||
      looksLikeYear(words[at - 1]?.text ?? '') ||
      // «năm 2012 và 2016 được … tặng»
      (words[at - 1]?.text === 'và' && looksLikeYear(words[at - 2]?.text ?? '')))
  )
    return at + 1;
  // «Huân chương Lao động hạng Nhất (1995), (2015)», «hạng Ba (năm 1985, 2004)»
  const bracket = sentence.lastIndexOf('(', words[at]!.start);
  if (
    looksLikeYear(words[at]!.text) &&
    bracket >= 0 &&
    /^\((?:\s*(?:năm|các năm)?[\s\d,;–-]*)$/iu.test(sentence.slice(bracket, words[at]!.start))
  )
    return at + 1;
  // «Xí nghiệp 30/4 được công nhận …»
  if (
    /^\d{1,2}\/(?:[1-9]|1[0-2])$/.test(words[at]!.text) &&
    gapBefore(scan, at) === ' ' &&
    !/^(?:co|dat|la|gom|duoc|len|con|hon|tren|so|va)$/.test(words[at - 1]!.folded)
  )
    return at + 1;
  if (at === 0 && /^[.)\n\t-]/.test(scan.sentence.slice(words[at]!.end))) return null;
  const given = givenTo(scan, at);
  if (given !== null) return put(scan, at, given);
  const count = digits(words[at]!.text.split('/')[0]!);
  // «LĐTT 861/912 (94,4%)»
  const closes = closesClause(scan, at) || /^\s*\(/.test(sentence.slice(words[at]!.end));
  return put(scan, at, { kind: 'count', count, closes, first: at, last: at + 1, strength: 1 });
};

/** «2.410 Giấy khen, trong đó 912 cho tập thể»: whom a part of those that were counted went to. */
function givenTo({ events, heads, sentence, reading }: Scan, at: number): Recipient | null {
  const { words } = reading;
  const who = heads.get(at + 2);
  if (words[at + 1]?.text !== 'cho' || !recipientTags.some((sort) => who?.tags.has(sort))) return null;
  if (!events.some((event) => event.kind === 'award' && event.count !== null)) return null;
  const part = events.at(-1);
  if (part?.kind !== 'part' && !(part?.kind === 'recipient' && part.count !== null)) return null;
  return { ...recipientOf(who!, sentence, reading), count: digits(words[at]!.text), name: null, first: at };
}

/** «Chiến sĩ thi đua cấp tỉnh: không»: one word behind a label denies it. */
export const readNone: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.text.toLowerCase() !== 'không' || !/:\s*$/.test(gapBefore(scan, at)) || !closesClause(scan, at))
    return null;
  return put(scan, at, { ...plainVerb, act: 'deny', closes: true, first: at, last: at + 1, strength: 1 });
};

/** The places where somebody is stand in a list of names beside the names: «Trường A, huyện B». */
const place = /^(?:tinh|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|thon|ap) /;

/** «là Trạm Y tế xã A, Hội Nông dân huyện B và Khoa Nhi», «là ông C, Trưởng ấp và bà D»: several names up to the end of the sentence. */
function namesTo({ sentence, reading, heads, events }: Scan, from: number): { name: string; count: number } | null {
  const { words } = reading;
  const got = events.some((event) => event.kind === 'verb' && (event.passive || event.act === 'receive'));
  if (!got || words[from] === undefined) return null;
  for (let at = from; at < words.length; at += 1) {
    const tags = heads.get(at)?.tags;
    if (tags?.has('Award') || tags?.has('Grant') || tags?.has('Praise') || tags?.has('Receive')) return null;
  }
  const list = sentence.slice(words[from]!.start);
  const members = list.split(list.includes(';') ? /;(?:\s*và(?=\s))?|\svà(?=\s)/u : /,(?:\s*và(?=\s))?|\svà(?=\s)/u);
  const names = members.map((member) => listedName(member.trim().replace(/\.$/, ''), null));
  const first = names[0];
  if (first == null) return null;
  const kin = names.filter(
    (name, i) => name !== null && name.who === first.who && (i === 0 || !place.test(`${fold(name.name)} `)),
  );
  // «là ông A, Trưởng phòng Kế toán»: behind a person's name stands an office.
  return kin.length > 1 ? { name: kin.map((one) => one!.name).join('; '), count: kin.length } : null;
}

/** «… là Cục Kiểm tra sau thông quan», «… là ông Nguyễn Văn A» */
export const readNamed: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (scan.heads.has(at) || words[at]!.text !== 'là' || /[:"“«]/u.test(gapBefore(scan, at + 1))) return null;
  const listed = namesTo(scan, at + 1);
  if (listed !== null) return put(scan, at, { kind: 'named', ...listed, first: at, last: words.length, strength: 1 });
  const named = namedFrom(at + 1, scan.sentence, scan.reading);
  if (named === null) return null;
  put(scan, at, { kind: 'named', name: named.name, first: at, last: at + 1, strength: 1 });
  return named.last;
};

/** «cho», «đối với» and who comes behind; «trong đó», «gồm». */
export const readRelation: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (phrase === undefined || !(phrase.tags.has('To') || phrase.tags.has('Part'))) return null;
  const place = { first: at, last: phrase.last, strength: 1 };
  if (phrase.tags.has('Part')) return put(scan, at, { kind: 'part', ...place });
  const falls = scan.reading.words[at]!.folded === 'thuoc';
  return readNames(
    scan,
    put(scan, at, { kind: 'to', ...place, ...(falls ? { verb: { ...plainVerb, ...place, act: 'give' } } : {}) }),
  );
};

/** In terms: «nâng tổng số xã đạt chuẩn nông thôn mới của huyện lên». */
const reachOfSum = 16;
/** «…, nâng tổng số xã đạt chuẩn nông thôn mới lên 45 xã», «…, đưa tổng số thành 17 xã»: with what came before, another number of the same. */
export const readNewSum: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (!/^(?:nang|dua)$/.test(words[at]!.folded) || words[at + 1]?.folded !== 'tong' || words[at + 2]?.folded !== 'so')
    return null;
  const end = Math.min(words.length - 1, at + reachOfSum);
  for (let next = at + 3; next < end; next += 1) {
    if (
      /^(?:len|thanh)$/.test(words[next]!.folded) &&
      words.slice(next + 1, next + 3).some(({ tags }) => tags.has('Count'))
    )
      return ofAward(scan, at + 3, next)
        ? put(scan, at, { kind: 'part', first: at, last: namesAward(scan, at + 3, next) ? at + 2 : next, strength: 1 })
        : null;
  }
  return null;
};

/** In terms: «lũy kế đến nay có». */
const reachOfTotal = 6;
/** «công nhận 12 xã đạt chuẩn nông thôn mới, lũy kế đến nay 45/63 xã»: so does what was added up. */
export const readAddedUp: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.folded !== 'luy' || words[at + 1]?.folded !== 'ke') return null;
  const award = scan.events.findLast(({ kind }) => kind === 'award');
  if (award === undefined || scan.events.at(-1)?.kind === 'stop') return null;
  const counts = words.slice(at + 2, at + reachOfTotal).findIndex(({ tags }) => tags.has('Count'));
  return counts < 0 ? null : put(scan, at, { kind: 'part', first: at, last: at + 2 + counts, strength: 1 });
};

const namesAward = ({ heads }: Scan, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (heads.get(at)?.tags.has('Award')) return true;
  return false;
};

/** Whether the words of a sum name an award, or only whom it counts («tổng số xã của huyện»): not «tổng số hộ được vay vốn». */
const ofAward = (scan: Scan, from: number, to: number): boolean => {
  const { heads } = scan;
  const { words } = scan.reading;
  const between = words.slice(from, to);
  return (
    namesAward(scan, from, to) ||
    between.every(({ folded, tags }, i) => {
      const head = heads.get(from + i)?.tags;
      return (
        tags.has('Proper') ||
        head?.has('Level') ||
        head?.has('Collective') ||
        /^(?:cua|toan|tren|dia|ban|nay|dat|chuan|duoc|cong|nhan)$/.test(folded)
      );
    })
  );
};

/** «Đảng bộ có 9 chi bộ với 146 đảng viên, nhiều năm được công nhận …»: whom a body has did not get what it got for years. */
export const readYears: Reader = (scan, at) => {
  const { words } = scan.reading;
  const several = words[at]!.folded === 'nhieu' || words[at]!.tags.has('Count');
  if (!several || words[at + 1]?.text !== 'năm' || !gapBefore(scan, at).includes(',')) return null;
  if (words[at]!.folded !== 'nhieu' && !/^(?:lien|qua)$/.test(words[at + 2]?.folded ?? '')) return null;
  return tellsOfBody(scan) ? at + 2 : null;
};

/** «Chi bộ có 53 đảng viên, được Đảng ủy Khối công nhận …»: so did a body that was told with its members. */
export const readBodyOfMembers: Reader = (scan, at) => {
  const who = scan.events.at(-1);
  const gets = scan.starts.get(at)?.passive !== undefined;
  // «…, năm 2022 được Huyện ủy tặng …»
  const { words } = scan.reading;
  const begin = words[at - 2]?.text === 'năm' && looksLikeYear(words[at - 1]!.text) ? at - 2 : at;
  if (!gets || !gapBefore(scan, begin).includes(',') || who?.kind !== 'recipient' || who.last !== begin) return null;
  tellsOfBody(scan);
  return null;
};

/** Puts the body in the place of the members that it is said to have; false where none is said to have any. */
function tellsOfBody(scan: Scan): boolean {
  const { events, reading } = scan;
  const clause = events.findLastIndex(({ kind }) => kind !== 'recipient' && kind !== 'verb') + 1;
  const others = events.findIndex((event, i) => i >= clause && event.kind === 'recipient' && event.ofBody === true);
  const first = events[others];
  if (first === undefined) return false;
  events.length = others;
  // «… có»
  const body = reading.phrases.find(({ last, tags }) => last === first.first - 1 && tags.has('Collective'));
  if (body !== undefined) put(scan, body.first, { ...recipientOf(body, scan.sentence, reading), ofReport: true });
  return true;
}
