import { looksLikeYear } from '../../../text/dates.js';
import { readNames } from './joined-names.js';
import { namedFrom } from './named-recipients.js';
import { digits } from './numbers.js';
import { plainVerb } from './plain-verb.js';
import { closesClause, gapBefore, put, type Reader, type Scan } from './scan.js';

/** «: 02», «15 đạt …»: a number that counts no noun. «2. Hồ sơ …», «ngày 12/3» number a list and a day, and count nothing. */
export const readCount: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (scan.heads.has(at) || !words[at]!.tags.has('Count')) return null;
  // «Trường Tiểu học Tân Hòa 1 đạt …», «Cienco 4 nhận …»: the number belongs to the name.
  const before = words[at - 1];
  const inName = before?.tags.has('Proper') === true || (at === 1 && /^\p{Lu}\p{Ll}/u.test(before?.text ?? ''));
  if (
    inName &&
    gapBefore(scan, at) === ' ' &&
    !scan.events.some((event) => event.kind === 'award' && event.last === at)
  )
    return at + 1;
  // «Điều 1 Tặng …», «lần thứ 2 được tặng» count nothing either.
  // A colon parts them: «Chiến sĩ thi đua cơ sở: 05».
  const behindColon = gapBefore(scan, at).includes(':');
  if (!behindColon && /^(?:dieu|khoan|muc|phan|chuong|luc|so|lan|thu|dot|bieu|quy)$/.test(words[at - 1]?.folded ?? ''))
    return at + 1;
  // «Quân khu 4 tặng Bằng khen», «Tổ 3 được tặng …»: the number is the body's name.
  if (
    gapBefore(scan, at) === ' ' &&
    /^(?:[Qq]uân khu|[Qq]uân đoàn|Quận|Vùng|Khối|Cụm|Tổ|Khu|Phường|Thôn|Ấp|Lớp|Binh đoàn|Sư đoàn|Trung đoàn|Lữ đoàn|Tiểu đoàn|Đại đội)$/u.test(
      nameBefore(scan, at),
    )
  )
    return at + 1;
  // «trong năm 2015, được đề nghị tặng …», «hai năm 2008, 2009 được công nhận …»
  if (
    looksLikeYear(words[at]!.text) &&
    (words[at - 1]?.text.toLowerCase() === 'năm' || looksLikeYear(words[at - 1]?.text ?? ''))
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
  const count = digits(words[at]!.text.split('/')[0]!);
  return put(scan, at, { kind: 'count', count, closes: closesClause(scan, at), first: at, last: at + 1, strength: 1 });
};

/** The one or two words before a term, as printed. */
const nameBefore = ({ reading: { words } }: Scan, at: number): string => {
  const [first, second] = [words[at - 2]?.text ?? '', words[at - 1]?.text ?? ''];
  return /^(?:khu|đoàn|đội)$/u.test(second) ? `${first} ${second}` : second;
};

/** «Chiến sĩ thi đua cấp tỉnh: không»: one word behind a label denies it. */
export const readNone: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.text.toLowerCase() !== 'không' || !/:\s*$/.test(gapBefore(scan, at)) || !closesClause(scan, at))
    return null;
  return put(scan, at, { ...plainVerb, act: 'deny', closes: true, first: at, last: at + 1, strength: 1 });
};

/** «… là Cục Kiểm tra sau thông quan», «… là ông Nguyễn Văn A» */
export const readNamed: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (scan.heads.has(at) || words[at]!.text !== 'là' || /[:"“«]/u.test(gapBefore(scan, at + 1))) return null;
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
