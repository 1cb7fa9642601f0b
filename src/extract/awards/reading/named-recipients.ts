import { type PhraseTag, type RecipientTag, recipientTags } from '../../../text/nlp/lexicon.js';
import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { Recipient } from '../award-event.js';
import { isSurname } from '../listed-name.js';
import type { Scan } from './scan.js';

/** Recipients' words that stand for a body when no number is before them. */
export const pureRecipient =
  /^(?:tập thể|cá nhân|hộ|hộ gia đình|gia đình|đơn vị|cơ quan|doanh nghiệp|chi bộ|đảng bộ|đồng chí|ông|bà|cán bộ|công chức|viên chức|đảng viên|người|hội viên|đoàn viên|mẹ|bà mẹ|học sinh|giáo viên|nông dân|chiến sĩ|chiến sỹ|sĩ quan|nhân viên|điển hình|gương|tấm gương|tác giả|thôn|làng|xã|phường|hộ nông dân|nghệ nhân|thân nhân|tập thể (?:nhà trường|đơn vị|cơ quan|lãnh đạo|giáo viên|y bác sĩ|thầy cô giáo|cán bộ(?: [^|]+)?)|đ c|nhân dân và cán bộ|cán bộ và nhân dân|cán bộ nhân dân|quân và dân|lực lượng vũ trang|lực lượng công an|lực lượng công an nhân dân|lực lượng cand|nguyên (?:thủ trưởng|lãnh đạo|chỉ huy|cán bộ))$/;

const kinds: Readonly<Record<RecipientTag, Recipient['who']>> = {
  Individual: 'individual',
  Household: 'household',
  Agency: 'organisation',
  Village: 'collective',
  Collective: 'collective',
  Case: null,
};

export function recipientOf(phrase: Phrase, sentence: string, reading: SentenceReading): Recipient {
  const sort = recipientTags.find((one) => phrase.tags.has(one)) ?? 'Collective';
  const name = properAfter(phrase, sentence, reading);
  const number = numbered.test(phrase.entry.syllables.join(' ')) && /^\d/.test(reading.words[phrase.last]?.text ?? '');
  return {
    kind: 'recipient',
    who: kinds[sort],
    sort,
    count: null,
    percent: null,
    comma: /[,;]/.test(sentence.slice(0, reading.words[phrase.first]!.start).trimEnd().slice(-1)),
    many: false,
    name,
    first: phrase.first,
    last: name !== null && number ? phrase.last + 1 : phrase.last,
    strength: phrase.strength,
  };
}

/** «đơn vị xã Tân Lập», «đội tuyển huyện A»: the place is the name. */
const ofPlace = /^(?:tập thể|đơn vị|đội|đội tuyển|đội thi|đội bóng|thí sinh|đoàn|nhóm|tổ|chi bộ|đảng bộ)$/;
const numbered =
  /^(?:thôn|làng|ấp|bản|buôn|xóm|khu phố|tổ dân phố|khu dân cư|phường|quận|chi bộ|chi hội|chi đoàn|tổ|đội|(?:sư|lữ|trung|tiểu) đoàn|đại đội|trung đội)$/;
const peopleOf = /^(?:nhân dân và cán bộ|cán bộ và nhân dân|cán bộ nhân dân|quân và dân)$/;

/** «Tập thể Ban Dân tộc tỉnh», «tập thể lãnh đạo Tổng cục Hải quan», «ông Nguyễn Văn A»: the name behind the word. */
export function properAfter(phrase: Phrase, sentence: string, reading: SentenceReading): string | null {
  const { words } = reading;
  let at = phrase.last;
  if (words[at]?.folded === 'lanh' && words[at + 1]?.folded === 'dao') at += 2;
  // «lực lượng Công an nhân dân» is a name; «nhân dân và cán bộ huyện A» has one.
  if (words[phrase.first]!.folded === 'luc') return sentence.slice(words[phrase.first]!.start, words[at - 1]!.end);
  const called = phrase.entry.syllables.join(' ');
  const placed = peopleOf.test(called) || ofPlace.test(called);
  const level = placed ? reading.heads.get(at) : undefined;
  if (level?.tags.has('Level') || level?.tags.has('Village')) at = level.last;
  // «đội phường 1», «khu phố 2», «chi bộ 4»
  if ((at > phrase.last || numbered.test(called)) && numberEnds(at, sentence, reading))
    return sentence.slice(words[phrase.first]!.start, words[at]!.end);
  if (at >= words.length || /[,;:.("“«‘']/.test(sentence.slice(words[phrase.last - 1]!.end, words[at]!.start)))
    return null;
  const end = nameEnd(at, sentence, reading);
  return end === null ? null : sentence.slice(words[phrase.first]!.start, words[end - 1]!.end);
}

/** End of the name that begins at a term: a body or capitalised words; null where none begins. */
export function nameEnd(at: number, sentence: string, reading: SentenceReading): number | null {
  const { words } = reading;
  // In a heading of capitals no word stands out as a name.
  if (at >= words.length || !/^\p{Lu}/u.test(words[at]!.text) || !/\p{Ll}/u.test(sentence)) return null;
  if (reading.phrases.some(({ first, tags }) => first === at && tags.has('Award'))) return null;
  // «Toàn huyện có …», «Trong đó …», «Đến nay …»: a clause begins, no name.
  if (/^(?:toan|trong|den|hien)$/.test(words[at]!.folded) && /^\p{Ll}/u.test(words[at + 1]?.text ?? '')) return null;
  const body = bodiesIn(reading, sentence, at, Math.min(words.length, at + 14))[0];
  if (body !== undefined && body.first === at) return withNumber(body.last, sentence, reading);
  let end = at;
  while (end < words.length && end < at + 8 && /^\p{Lu}/u.test(words[end]!.text)) {
    if (end > at && /[,;:.(\-–]/.test(sentence.slice(words[end - 1]!.end, words[end]!.start))) break;
    // «tặng ông Lê Văn A Bằng khen»
    if (end > at && reading.heads.get(end)?.tags.has('Award')) break;
    // «Đoàn Thị trấn»
    const level = end > at ? reading.heads.get(end) : undefined;
    end = level?.tags.has('Level') === true ? level.last : end + 1;
  }
  return withNumber(end, sentence, reading);
}

/** The end of a name with the number behind it, if that is its own. */
const withNumber = (end: number, sentence: string, reading: SentenceReading): number =>
  numberEnds(end, sentence, reading) ? end + 1 : end;

/** «Trường Tiểu học Tân Hòa 1 đạt …», «Trường Mầm non Hoa Sen 2 và …»: a number at the end of a name. */
function numberEnds(at: number, sentence: string, { words, phrases }: SentenceReading): boolean {
  if (!/^[1-9]\d?$/.test(words[at]?.text ?? '') || sentence.slice(words[at - 1]!.end, words[at]!.start) !== ' ')
    return false;
  const next = words[at + 1];
  if (next === undefined || /^(?:[,;.)]|\s\()/.test(sentence.slice(words[at]!.end))) return true;
  return (
    /^(?:và|được|đã|vinh)$/u.test(next.text) ||
    phrases.some(({ first, tags, entry }) => first === at + 1 && (tags.has('Receive') || entry.syllables[0] === 'đạt'))
  );
}

/** «cho Tổng cục Hải quan», «cho Đồn Biên phòng A»: a recipient by its name alone. */
export function recipientByName({ heads, sentence, reading }: Scan, at: number): Recipient | null {
  const head = heads.get(at);
  if (head?.tags.has('Award') || (head !== undefined && pureRecipient.test(head.entry.syllables.join(' '))))
    return null;
  if (head !== undefined && addressed.test(head.entry.syllables.join(' '))) return wholeName(head, sentence, reading);
  const held = personBehind(at, sentence, reading);
  if (held !== null) return held;
  const body = bodiesIn(reading, sentence, at, Math.min(reading.words.length, at + 14))[0];
  const begun = body?.first === at ? withNumber(body.last, sentence, reading) : nameEnd(at, sentence, reading);
  // «Trạm Y tế phường»: a word of the lexicon is not broken off.
  const end = begun === null ? null : withPlace(Math.max(begun, head?.tags.has('Collective') ? head.last : 0), reading);
  if (end === null || !/\p{Lu}/u.test(sentence.slice(reading.words[at]!.start, reading.words[end - 1]!.end)))
    return null;
  const sort = isPerson(at, end, reading, body !== undefined) ? 'Individual' : 'Collective';
  const recipient = named(sort, at, end, sentence, reading);
  return body === undefined ? recipient : { ...recipient, strength: body.confidence };
}

/** The end of a body's name with the place behind it: «Trạm Y tế phường», «Trạm Y tế xã Mỹ Long». */
function withPlace(end: number, { heads, words }: SentenceReading): number {
  const level = heads.get(end);
  if (!level?.tags.has('Level') || /^\p{Lu}/u.test(words[end]!.text)) return end;
  let last = level.last;
  while (
    last < Math.min(words.length, level.last + longestPlace) &&
    /^\p{Lu}/u.test(words[last]!.text) &&
    words[last]!.start - words[last - 1]!.end === 1
  )
    last += 1;
  return last;
}
/** In terms. */
const longestPlace = 4;

/** «ông Nguyễn Văn A», «đồng chí Trần Thị B»: a person by what one calls them, with the whole name. */
export function addressedPerson({ heads, sentence, reading }: Scan, at: number): Recipient | null {
  const head = heads.get(at);
  const { words } = reading;
  // «thầy Chau Sóc A», «cô Lê Thị B»
  if (head === undefined && /^(?:thầy|cô|bác|cụ)$/iu.test(words[at]!.text)) {
    const end = nameEnd(at + 1, sentence, reading);
    return end === null || end - at < 3 ? null : named('Individual', at, end, sentence, reading);
  }
  if (head === undefined || !/^(?:ông|bà|anh|chị|em|cụ|đồng chí|đ c)$/.test(head.entry.syllables.join(' ')))
    return null;
  // «quận Hai Bà Trưng»
  if (/^\p{Lu}/u.test(words[at]!.text) && /^\p{Lu}/u.test(words[at - 1]?.text ?? '')) return null;
  return wholeName(head, sentence, reading);
}

/** «tỉnh Hòa Giang», «xã Tân Phú»: a place stands for those who live and work there. */
export function namedPlace({ heads, sentence, reading }: Scan, at: number): Recipient | null {
  const head = heads.get(at);
  if (head === undefined || !placeWords.test(head.entry.syllables.join(' '))) return null;
  return wholeName(head, sentence, reading);
}
/** «đội Công an tỉnh», «chi đoàn Khối Mầm non»: a body by a plain word and a name. */
export function namedTeam({ heads, sentence, reading }: Scan, at: number): Recipient | null {
  const head = heads.get(at);
  if (!head?.tags.has('Collective') || head.tags.has('Level') || head.tags.has('Award')) return null;
  return pureRecipient.test(head.entry.syllables.join(' ')) ? null : wholeName(head, sentence, reading);
}

const placeWords =
  /^(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|thôn|làng|ấp|bản|buôn|khu phố|tổ dân phố)$/;

/** Whoever a phrase calls by name, up to the name's last word. */
function wholeName(head: Phrase, sentence: string, reading: SentenceReading): Recipient | null {
  const recipient = recipientOf(head, sentence, reading);
  return recipient.name === null ? null : { ...recipient, last: head.first + recipient.name.split(/\s+/).length };
}

/** One recipient that is known by its name alone. */
const named = (
  sort: 'Individual' | 'Collective',
  first: number,
  last: number,
  sentence: string,
  { words }: SentenceReading,
): Recipient => ({
  kind: 'recipient',
  who: kinds[sort],
  sort,
  count: null,
  percent: null,
  comma: false,
  many: false,
  name: sentence.slice(words[first]!.start, words[last - 1]!.end),
  first,
  last,
  strength: 0.8,
});

/** «hộ bà Lê Thị A», «gia đình ông Nguyễn Văn B»: a household by its head's name. */
export function namedHousehold(scan: Scan, at: number): Recipient | null {
  const { heads, sentence, reading } = scan;
  const head = heads.get(at);
  if (!head?.tags.has('Household') || head.last >= reading.words.length) return null;
  const person = addressedPerson(scan, head.last);
  if (person === null) return null;
  const { words } = reading;
  return {
    ...recipientOf(head, sentence, reading),
    name: sentence.slice(words[at]!.start, words[person.last - 1]!.end),
    last: person.last,
  };
}

/** «Giám đốc Sở Y tế Nguyễn Văn A», «nguyên Phó Chủ tịch …»: an office is held by a person, as a surname is. */
const isPerson = (at: number, end: number, { phrases, words }: SentenceReading, isBody = false): boolean =>
  degree.test(words[at]!.text) ||
  phrases.some(({ first, tags }) => first === at && tags.has('Title')) ||
  // «Văn phòng HĐND» begins like a name.
  (!isBody && end - at >= 2 && end - at <= 5 && isSurname(words[at]!.text) && !isOfLevel(at, phrases, words));

/** «Đoàn Thị trấn», «Đoàn Khối»: the youth union of a place, and no surname. */
const isOfLevel = (at: number, phrases: SentenceReading['phrases'], words: SentenceReading['words']): boolean =>
  words[at]!.text === 'Đoàn' &&
  phrases.some(({ first, last, tags }) => first === at + 1 && tags.has('Level') && last - first > 1);

const degree = /^(?:TS|ThS|PGS|GS|BS|KS|BSCKI{1,2})$/u;

/** «cho thợ lò Phạm Đình A», «cho nguyên Điều dưỡng Trần Thị B»: a person's name behind what the person does. */
function personBehind(at: number, sentence: string, reading: SentenceReading): Recipient | null {
  const { words } = reading;
  for (let begin = at + 1; begin <= at + 4 && begin + 1 < words.length; begin += 1) {
    if (/[,;:.(]/.test(sentence.slice(words[begin - 1]!.end, words[begin]!.start))) return null;
    if (!isSurname(words[begin]!.text) || !/^\p{Lu}\p{Ll}/u.test(words[begin]!.text)) continue;
    const last = nameEnd(begin, sentence, reading);
    if (last === null || last - begin < 2 || last - begin > 5) return null;
    const titled = reading.phrases.some(
      ({ first, tags }) => first >= at && first < begin && noCalling.some((tag) => tags.has(tag)),
    );
    const called =
      reading.words.slice(at, begin).every(({ text }) => /^\p{Ll}/u.test(text)) || calling.test(words[begin - 1]!.text);
    if (titled || !called) return null;
    return named('Individual', at, last, sentence, reading);
  }
  return null;
}
/** What stands before a name and is no calling: a body, a place, or what is done. */
const noCalling: readonly PhraseTag[] = ['Body', 'Level', 'Propose', 'Grant', 'Receive', 'Praise', 'Register', 'Aim'];
/** The last syllable of a calling that is written with a capital. */
const calling = /^(?:sĩ|sỹ|dưỡng|giáo|viên|sinh|thuật)$/iu;

/** The name of whoever begins at a term: «ông Nguyễn Văn A», «Cục Kiểm tra …». */
export function namedFrom(
  at: number,
  sentence: string,
  reading: SentenceReading,
): { readonly name: string; readonly last: number } | null {
  const { words } = reading;
  const start = /^(?:ông|bà|anh|chị|em|đồng)$/u.test(words[at]?.text ?? '')
    ? at + (words[at]!.text === 'đồng' ? 2 : 1)
    : at;
  const end = nameEnd(start, sentence, reading);
  return end === null ? null : { name: sentence.slice(words[at]!.start, words[end - 1]!.end), last: end };
}

/** How one speaks of a person whose name follows. */
export const addressed =
  /^(?:em|anh|chị|cháu|thầy giáo|cô giáo|nhà giáo|nghệ sĩ|bác sĩ|thí sinh|vận động viên|vđv|sinh viên|đoàn viên|liệt sĩ|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|thiếu tướng|trung tướng|thượng tướng|đại tướng)$/;
