import { fold } from '../../../text/fold.js';
import { lexicon, syllablesOf } from '../../../text/nlp/lexicon.js';
import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { NamedAward, Verb } from '../award-event.js';
import { formAt, graded, gradeNumber } from '../award-names.js';
import { plainAward } from './plain-award.js';
import { put, type Reader, type Scan } from './scan.js';

/** What may stand before a name that no table knows, and what it becomes with it. */
const heads = [
  { words: ['danh', 'hiệu'], keeps: null },
  { words: ['cờ'], keeps: 'Cờ' },
  { words: ['giải', 'thưởng'], keeps: 'Giải thưởng' },
  { words: ['cúp'], keeps: 'Cúp' },
  { words: ['huy', 'chương'], keeps: 'Huy chương' },
  { words: ['huân', 'chương'], keeps: 'Huân chương' },
  { words: ['kỷ', 'niệm', 'chương'], keeps: 'Kỷ niệm chương' },
  { words: ['huy', 'hiệu'], keeps: 'Huy hiệu' },
] as const;
type Head = (typeof heads)[number];

const longestName = 14;
/** Words that end a name that stands without quotation marks. */
const closers =
  /^(?:năm|cho|của|tại|lần|vì|và|được|trong|giai|đã|là|về|với|khi|ngày|trên|từ|hạng|đợt|để|nhân|theo|đối|cấp|các|những|này|có|như|đến|thì|ở|cùng|gồm)$/u;
/** Who may bear a title in small letters: «đạt danh hiệu đơn vị xanh sạch». */
const bearers =
  /^(?:đơn vị|tập thể|gia đình|công dân|học sinh|sinh viên|giáo viên|đoàn viên|hội viên|thanh niên|phụ nữ|nông dân|chi hội|chi đoàn|liên đội|trường học|khu dân|tổ nhân|người lao|công nhân|doanh nghiệp|doanh nhân|cán bộ|bệnh viện|thành phố|làng nghề|bí thư|đội viên|thiếu nhi|chiến sĩ|người con|thủ lĩnh|gương mặt|nhà giáo)$/u;

/** The head that ends right before a term. */
function headBefore(at: number, { words }: SentenceReading): Head | null {
  const last = words[at - 1];
  if (last === undefined || !lastOfHeads.has(last.folded)) return null;
  return (
    heads.find((head) =>
      head.words.every((word, i) => words[at - head.words.length + i]?.text.toLowerCase() === word),
    ) ?? null
  );
}
const lastOfHeads = new Set(heads.map((head) => fold(head.words.at(-1)!)));
/** Whether a folded word ends the head of an open title: «giải thưởng», «danh hiệu». */
export const endsHead = (word: string): boolean => lastOfHeads.has(word);

/** «danh hiệu “Trường học hạnh phúc”», «Giải thưởng Tôn Đức Thắng»: a title or form that no table knows. */
export const readOpenTitle: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (isFlag(scan, at)) return readFlag(scan, at);
  // «Cờ Đơn vị tiên tiến xuất sắc»: the flag has the title's name.
  const ofFlag =
    phrase?.entry.form != null && /^(?:đơn vị|tập thể)$/.test(phrase.entry.syllables.slice(0, 2).join(' '));
  const flag = ofFlag && headBefore(at, scan.reading)?.keeps === 'Cờ';
  if ((phrase?.tags.has('Award') && !flag) || phrase?.tags.has('Grade')) return null;
  const quoted = /["“«]\s*\**\s*$/u.test(before(scan, at));
  // «Kỷ niệm chương “Vì sự nghiệp giáo dục”, “Vì thế hệ trẻ”»: the second has the head of the first.
  const next = quoted ? headOfList(scan, at) : null;
  const head = next ?? headBefore(at, scan.reading);
  const end = quoted ? quotedEnd(scan, at, head) : head === null ? praisedEnd(scan, at) : plainEnd(scan, at, head);
  if (end === null) return null;
  if (quoted && namesRecognition(scan, at, end)) return null;
  const { sentence, reading } = scan;
  const words = sentence
    .slice(reading.words[at]!.start, reading.words[end - 1]!.end)
    .replace(/\*/g, '')
    .trim();
  const first = next === null ? at - (head?.words.length ?? 0) : at;
  // «01 Huy chương Tự do»: the number before the head counts it; «02 Huân chương Anh dũng»: so does that of the head itself.
  const last = scan.events.at(-1);
  const ofHead = last?.kind === 'award' && last.last === at && head?.keeps != null && isBare(last, head);
  const counted = ofHead || (head?.keeps != null && last?.kind === 'count' && last.last === first) ? last : null;
  if (counted !== null) scan.events.pop();
  // «“Nông dân Việt Nam xuất sắc năm 2021”»: the year is no part of the name.
  const title = named(head, `${bearerBefore(scan, words)}${quoted ? words.replace(/\s+năm \d{4}$/u, '') : words}`);
  const grade = phraseOfGrade(scan, end, head);
  return put(scan, at, {
    ...plainAward,
    ...title,
    ...(grade === null ? {} : graded(title.name, title.code, grade.grade)),
    quoted,
    titled: head !== null && head.keeps === null,
    count: counted?.kind === 'award' || counted?.kind === 'count' ? counted.count : null,
    many: counted?.kind === 'award' && counted.many,
    first: counted?.first ?? at,
    last: grade?.last ?? end,
    strength: quoted ? 0.7 : 0.6,
  });
};

/** The head of an award in quotation marks that a list goes on from, behind a comma or «và». */
function headOfList(scan: Scan, at: number): Head | null {
  const last = scan.events.at(-1);
  if (last?.kind !== 'award' || last.last > at || at - last.last > 1) return null;
  const between = scan.sentence.slice(scan.reading.words[last.last - 1]!.end, scan.reading.words[at]!.start);
  if (!/^["”»]\**\s*(?:,|,?\s*và)\s*["“«]$/u.test(between)) return null;
  return heads.find(({ keeps }) => keeps !== null && keeps !== 'Cờ' && last.name.startsWith(`${keeps} `)) ?? null;
}

/** «Huân chương» by itself, read before the name behind it. */
const isBare = ({ name }: NamedAward, { keeps }: Head): boolean => name === keeps;

/** «Huân chương Anh dũng hạng Nhì»: the class of an order that no table knows. */
function phraseOfGrade(
  { heads: phrases, reading: { words } }: Scan,
  at: number,
  head: Head | null,
): { readonly grade: 1 | 2 | 3; readonly last: number } | null {
  const phrase = phrases.get(at);
  if (head?.keeps !== 'Huân chương' || phrase?.tags.has('Grade') !== true) return null;
  const grade = gradeNumber(words[phrase.last - 1]!.folded);
  return grade === null ? null : { grade, last: phrase.last };
}

/** «“Trường mầm non đạt chuẩn quốc gia mức độ 2”»: what is known stands within the marks, behind who bears it. */
function namesRecognition({ heads: phrases }: Scan, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const phrase = phrases.get(at);
    if (phrase?.tags.has('Award') && formAt(phrase.entry.form!).evidence === 'recognition') return true;
  }
  return false;
}

/** «tặng Cờ và Bằng khen», «tặng 02 Cờ, 15 Bằng khen»: a flag that the text does not name, in one list with another award. */
function isFlag({ sentence, reading: { words }, events, heads: phrases, starts }: Scan, at: number): boolean {
  if (words[at]!.folded !== 'co' || words[at]!.text.toLowerCase() !== 'cờ' || phrases.has(at)) return false;
  const last = events.at(-1);
  if (last?.last !== at || !(last.kind === 'count' || (last.kind === 'verb' && last.act === 'give'))) return false;
  let next = at + 1;
  // «4 tập thể được tặng cờ, 9 tập thể được tặng bằng khen»: a small letter too, where nothing of its clause follows.
  const behind = sentence.slice(words[at]!.end);
  if (last.kind === 'verb' && last.passive && /^(?:\s*(?:[.;]|$)|,\s\d|,?\svà\s\d)/u.test(behind)) return true;
  // «tặng Cờ cho 06 tổ chức», «được Tỉnh Đoàn tặng Cờ.»
  if (
    words[at]!.text === 'Cờ' &&
    (words[next]?.text === 'cho' || /^\s*(?:[.;,]|$)/.test(sentence.slice(words[at]!.end)))
  )
    return true;
  // «tặng Cờ 02 tập thể»
  if (
    words[at]!.text === 'Cờ' &&
    starts.get(next)?.counted !== undefined &&
    /^\s$/.test(behind.slice(0, words[next]!.start - words[at]!.end))
  )
    return true;
  if (words[next]?.text === 'và') next += 1;
  else if (!/^,\s$/.test(sentence.slice(words[at]!.end, words[next]?.start))) return false;
  if (words[next]?.tags.has('Count')) next += 1;
  return phrases.get(next)?.tags.has('Award') === true;
}

function readFlag(scan: Scan, at: number): number {
  const last = scan.events.at(-1);
  const count = last?.kind === 'count' ? last : null;
  if (count !== null) scan.events.pop();
  return put(scan, at, {
    ...plainAward,
    name: 'Cờ thi đua',
    code: null,
    evidence: 'form',
    count: count?.count ?? null,
    first: count?.first ?? at,
    last: at + 1,
    strength: 0.7,
  });
}

const before = ({ sentence, reading: { words } }: Scan, at: number): string =>
  sentence.slice(words[at - 1]?.end ?? 0, words[at]!.start);

/** «tặng “…”», «đạt “Chi hội kiểu mẫu”», «được tuyên dương “Học sinh 3 tốt”»: whether a name in quotation marks may be what was got. */
const wantsTitle = ({ act, titled }: Verb): boolean =>
  act === 'give' || titled || act === 'receive' || act === 'praise';
/** «đạt “Hoàn thành tốt nhiệm vụ”» is a mark for the year. */
const rating = /^hoan$/;

/** A name in quotation marks, behind a head or right behind the verb of giving. */
function quotedEnd({ sentence, reading: { words }, events }: Scan, at: number, head: Head | null): number | null {
  const verb = events.at(-1);
  const given = verb?.kind === 'verb' && wantsTitle(verb) && verb.last === (words[at - 1]?.text === 'là' ? at - 1 : at);
  if (head === null && !given) return null;
  const bearer = isBearer(at, words);
  if ((head === null || head.keeps === null) && !bearer && !/^\p{Lu}/u.test(words[at]!.text)) return null;
  if (head === null && rating.test(words[at]!.folded)) return null;
  let end = at + 1;
  while (
    end < words.length &&
    end < at + longestName &&
    !/["”»]/u.test(sentence.slice(words[end - 1]!.end, words[end]!.start))
  )
    end += 1;
  if (end < words.length ? end >= at + longestName : !/["”»]/u.test(sentence.slice(words[end - 1]!.end))) return null;
  return end;
}

/** A name without marks: from a capital, or from who bears it, to the next word that belongs to the clause. */
function plainEnd(
  { sentence, reading: { words }, heads: phrases, events }: Scan,
  at: number,
  head: Head,
): number | null {
  if (/[,;:.()]/.test(sentence.slice(words[at - 1]!.end, words[at]!.start))) return null;
  const capital = /^\p{Lu}/u.test(words[at]!.text);
  const bearer = isBearer(at, words);
  const got = events.at(-1);
  // «đạt danh hiệu vững mạnh xuất sắc», «tặng cờ đơn vị huấn luyện giỏi»
  const strong = words[at]!.folded === 'vung' && words[at + 1]?.folded === 'manh';
  const small = (bearer || strong) && got?.kind === 'verb';
  // «được nhận Giải thưởng Chất lượng Quốc gia, danh hiệu Doanh nghiệp vì người lao động»
  const goesOn =
    got?.kind === 'award' && at - head.words.length - got.last <= 1 && events.some(({ kind }) => kind === 'verb');
  const titled = capital && ((got?.kind === 'verb' && got.titled && got.last === at) || goesOn);
  if (head.keeps === null ? !small && !titled : !capital && !(head.keeps === 'Cờ' && bearer)) return null;
  let end = at + 1;
  while (
    end < words.length &&
    end < at + longestName &&
    !/[,;:.()"“”–]/u.test(sentence.slice(words[end - 1]!.end, words[end]!.start)) &&
    (!closers.test(words[end]!.text) ||
      isLevel(end, words) ||
      phrases.get(end - 1)?.entry.syllables[1] === words[end]!.text) &&
    !(words[end]!.text === 'do' && /^\p{Lu}/u.test(words[end + 1]?.text ?? '')) &&
    (!/^\d/.test(words[end]!.text) || countsInName(end, words)) &&
    !['Grant', 'Receive', 'Propose', 'To', 'Part'].some((tag) => phrases.get(end)?.tags.has(tag as never))
  )
    end += 1;
  const fewest = strong ? 2 : head.keeps === null || !capital ? 3 : 1;
  return end - at >= fewest ? end : null;
}

/** «01 cá nhân đạt Thẩm phán mẫu mực»: a name with a capital that ends in praise, right behind the verb of those who are counted. */
function praisedEnd({ sentence, reading: { words }, heads: phrases, events }: Scan, at: number): number | null {
  const [who, verb] = events.slice(-2);
  if (verb?.kind !== 'verb' || verb.act !== 'receive' || verb.last !== at || !/^\p{Lu}\p{Ll}/u.test(words[at]!.text))
    return null;
  if (who?.kind !== 'recipient' || who.count === null) return null;
  for (let end = at + 1; end < Math.min(words.length, at + longestPraised); end += 1) {
    if (/[,;:.()"“”–]/u.test(sentence.slice(words[end - 1]!.end, words[end]!.start))) return null;
    if (closers.test(words[end]!.text) || phrases.get(end)?.tags.has('Award')) return null;
    const last = end + 1 < words.length ? `${words[end]!.text} ${words[end + 1]!.text}` : words[end]!.text;
    if (/^(?:tiêu biểu|xuất sắc|ưu tú|mẫu mực|gương mẫu|tiên tiến|kiểu mẫu)$/u.test(last)) return end + 2;
    if (words[end]!.text === 'giỏi') return end + 1;
  }
  return null;
}
/** In terms. */
const longestPraised = 7;

/** «Gia đình 5 không, 3 sạch», «Học sinh 3 tốt»: a number of virtues belongs to the name. */
const countsInName = (at: number, words: SentenceReading['words']): boolean =>
  /^\d{1,2}$/.test(words[at]!.text) && /^(?:khong|sach|tot|nhat|co|xay|biet|an|dam)$/.test(words[at + 1]?.folded ?? '');

/** «Trường tiên tiến xuất sắc cấp tỉnh»: the level belongs to the name. */
const isLevel = (at: number, words: SentenceReading['words']): boolean =>
  words[at]!.text === 'cấp' &&
  /^(?:tinh|huyen|xa|truong|co|thanh|quoc|bo|nganh|quan)$/.test(words[at + 1]?.folded ?? '');

const youth = /^(?:Đoàn (?:trường|xã|phường|cơ sở|thanh niên)|Chi đoàn|Liên đội|Chi hội)$/iu;
/** «Đoàn trường đạt danh hiệu vững mạnh»: how strong a branch is becomes a title with its name. */
function bearerBefore({ sentence, reading, events }: Scan, title: string): string {
  const verb = events.at(-1);
  if (verb?.kind !== 'verb' || !/^vững mạnh(?: xuất sắc)?$/iu.test(title)) return '';
  for (const length of [3, 2]) {
    const first = reading.words[verb.first - length];
    const who = first === undefined ? '' : sentence.slice(first.start, reading.words[verb.first - 1]!.end);
    if (youth.test(who)) return `${who} `;
  }
  return '';
}

/** Whether a title that begins at a term begins with whoever may bear it. */
export const isBearer = (at: number, words: SentenceReading['words']): boolean =>
  bearers.test(`${words[at]!.text} ${words[at + 1]?.text ?? ''}`.toLowerCase());

/** What a title is called that stands without a head. */
export const titleNamed = (words: string): Pick<NamedAward, 'name' | 'code' | 'evidence'> => named(null, words);

/** The table's own name where it has one for these words. */
function named(head: Head | null, words: string): Pick<NamedAward, 'name' | 'code' | 'evidence'> {
  const capital = `${words[0]!.toUpperCase()}${words.slice(1)}`;
  const small =
    /^\p{Lu}\p{Ll}/u.test(words) && head?.keeps === 'Cờ' ? `${words[0]!.toLowerCase()}${words.slice(1)}` : words;
  const full = head?.keeps == null ? capital : `${head.keeps} ${small}`;
  for (const candidate of [full, `Cờ ${words}`]) {
    const row = lexicon.get(syllablesOf(candidate).map(fold).join(' '))?.find(({ form }) => form !== null)?.form;
    if (row !== undefined && row !== null) {
      const { award, code, evidence } = formAt(row);
      return { name: award, code: code === '' ? null : code, evidence };
    }
  }
  if (head?.keeps === 'Cờ' && ofContest.test(words)) return { name: 'Cờ thi đua', code: null, evidence: 'form' };
  return { name: full, code: null, evidence: head?.keeps == null ? 'title' : 'form' };
}
/** «Cờ “Đơn vị dẫn đầu cụm thi đua”», «Cờ “Tập thể xuất sắc”»: a flag by the place that it is given for is the flag of emulation. */
const ofContest = /^(?:đơn vị|tập thể|dẫn đầu|xuất sắc|thi đua)(?!\p{L})/iu;
