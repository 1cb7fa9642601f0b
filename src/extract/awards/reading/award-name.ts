import { awardForms } from '../../../text/lexicon/generated/award-forms.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { NamedAward } from '../award-event.js';
import { flagName, formAt, graded, gradeNumber } from '../award-names.js';
import { isTitle } from '../recipient-list.js';
import { grantorAfter } from './award-giver.js';
import { orderOf } from './bare-ranks.js';
import { isOneForEach } from './each-of-them.js';
import { whole } from './frame-matches.js';
import { readNames } from './joined-names.js';
import { memorialName } from './memorial-names.js';
import { decimal, digits, isOfName } from './numbers.js';
import { plainVerb } from './plain-verb.js';
import { gapBefore, put, type Reader, type Scan, saysItself } from './scan.js';
import { isOfTrade, tradeEnd } from './trade-names.js';

const opensClause = /[\n;:.–+*-]\s*(?:danh hiệu\s*|(?:tổng )?số(?: lượng)?\s*)?["“«]?$/iu;
const longestOpening = 16;
/** Titles of the community that have a higher rank: «Gia đình văn hóa tiêu biểu». */
const ranked: ReadonlySet<string> = new Set(['GDVH', 'TTDPVH', 'DVHT', 'CQDCVH', 'TSVM']);

/** One award, or several where its classes are listed: «hạng Nhì, hạng Ba», «hạng Nhất, Nhì, Ba». */
function awardsOf(
  phrase: Phrase,
  sentence: string,
  reading: SentenceReading,
  heads: ReadonlyMap<number, Phrase>,
): NamedAward[] {
  const { words } = reading;
  const row = formAt(phrase.entry.form!);
  const gap = (at: number): string => sentence.slice(words[at - 1]!.end, words[at]?.start);
  const grades: { grade: 1 | 2 | 3; last: number }[] = [];
  let last = phrase.last;
  const gradeable = /^Hu[ây]n? chương/u.test(row.award);
  // «hạng 2 và 3»
  const bareNumber = (at: number): boolean =>
    /^[123]$/.test(words[at]?.text ?? '') && /^[123]$/.test(words[last - 1]!.text) && words[at - 1]!.folded === 'va';
  while (gradeable && last < words.length) {
    let at = last;
    if (words[at]?.folded === 'va' && grades.length > 0) at += 1;
    const head = heads.get(at);
    const spelled = head?.tags.has('Grade');
    const grade = spelled
      ? gradeNumber(words[head!.last - 1]!.folded)
      : grades.length > 0 && (/^(?:Nhất|Nhì|Ba|nhất|nhì|ba|I{1,3})$/u.test(words[at]?.text ?? '') || bareNumber(at))
        ? gradeNumber(words[at]!.folded)
        : null;
    if (grade === null || !/^[\s,"”]*$/u.test(gap(at))) break;
    last = spelled ? head!.last : at + 1;
    grades.push({ grade, last });
  }
  const quoted = /["“«'‘]\**$/u.test(sentence.slice(0, words[phrase.first]!.start).slice(-3).trimEnd());
  const titled = words[phrase.first - 1]?.text.toLowerCase() === 'hiệu';
  let { name, last: nameLast } = memorialName(row.award, phrase, last, sentence, reading);
  const { grantor, last: grantorLast } = grantorAfter(
    nameLast,
    /^(?:Bằng|Giấy) khen$/u.test(row.award),
    sentence,
    reading,
  );
  name = flagName(name, grantor);
  // «Chiến sĩ thi đua Tòa án nhân dân», «Chiến sĩ thi đua ngành Tài chính»
  const trade =
    name === 'Chiến sĩ thi đua' || name === 'Chiến sĩ thi đua ngành' ? tradeEnd(nameLast, sentence, reading) : null;
  if (trade !== null) {
    name = 'Chiến sĩ thi đua ngành';
    nameLast = trade;
  }
  // «Cờ thi đua xuất sắc của ngành»: the trade's own, whoever speaks for it.
  if (/^Cờ thi đua(?: xuất sắc)?$/u.test(name) && grantor === null && isOfTrade(nameLast, sentence, words)) {
    name = 'Cờ thi đua ngành';
    nameLast += 2;
  }
  if (name === 'Cờ thi đua' && grantor !== null) name = `Cờ thi đua của ${grantor}`;
  // «Liên đội mạnh cấp tỉnh»
  if (ofYouth.test(name) && words[nameLast]?.text === 'cấp' && levelsOfYouth.test(words[nameLast + 1]?.text ?? '')) {
    const end = nameLast + (words[nameLast + 1]!.text === 'thành' || words[nameLast + 1]!.text === 'trung' ? 3 : 2);
    name = `${name} ${sentence.slice(words[nameLast]!.start, words[end - 1]!.end)}`;
    nameLast = end;
  }
  if (
    ranked.has(row.code) &&
    /^(?:tiêu biểu|xuất sắc)$/iu.test(`${words[nameLast]?.text} ${words[nameLast + 1]?.text}`) &&
    gap(nameLast).trim() === ''
  ) {
    name = `${name} ${words[nameLast]!.text} ${words[nameLast + 1]!.text}`.toLowerCase();
    name = name[0]!.toUpperCase() + name.slice(1);
    nameLast += 2;
  }
  const base = {
    kind: 'award' as const,
    evidence: row.evidence,
    count: null,
    percent: null,
    grantor,
    quoted,
    titled,
    rated: isRate(phrase.first, sentence, words),
    given:
      words[phrase.first - 1]?.text === 'cho' ||
      (/^\d/.test(words[phrase.first - 1]?.text ?? '') && words[phrase.first - 2]?.text === 'cho'),
    had: false,
    many: isMany(phrase.first, words, sentence),
    heads:
      // «…, số trường chuẩn quốc gia tăng từ 31 lên 52 trường»
      (words[phrase.first - 1]?.folded === 'so' && !/^\d/.test(words[phrase.first - 2]?.text ?? '')) ||
      opensClause.test(`\n${sentence.slice(0, words[phrase.first]!.start)}`.slice(-longestOpening)),
    opened: /\($/.test(sentence.slice(0, words[phrase.first]!.start).trimEnd()),
    comma: /,\s*["“«]?$/u.test(sentence.slice(0, words[phrase.first]!.start)),
    label: /^["”»’']?(?:\s[^\d:;.,]{1,24})?\s*:/u.test(sentence.slice(words[nameLast - 1]!.end)),
    closes: /^["”»’']?\s*(?:[;.,]|$)/u.test(sentence.slice(words[Math.max(nameLast, grantorLast) - 1]!.end)),
    beforeName:
      /^\p{Lu}/u.test(words[nameLast]?.text ?? '') && !/[,;:.()"”]/.test(gap(nameLast)) && nameLast < words.length,
    strength: phrase.strength,
  };
  const code =
    trade !== null
      ? 'CSTDBNT'
      : row.code === ''
        ? null
        : row.code === 'TSVM' && / tiêu biểu$/u.test(name)
          ? 'TSVMTB'
          : row.code;
  const second = grades.length === 0 ? sharingHead(row, nameLast, sentence, words) : null;
  if (second !== null)
    return [
      { ...base, name, code, first: phrase.first, last: nameLast },
      { ...base, ...second, beforeName: false, first: nameLast },
    ];
  if (grades.length === 0) return [{ ...base, name, code, first: phrase.first, last: Math.max(nameLast, grantorLast) }];
  return grades.map(({ grade, last: end }, i) => ({
    ...base,
    ...graded(name, code, grade),
    first: i === 0 ? phrase.first : grades[i - 1]!.last,
    last: i === grades.length - 1 ? Math.max(end, grantorLast) : end,
  }));
}

const ofYouth = /^(?:Liên đội|Chi đội) /u;
const levelsOfYouth = /^(?:tỉnh|huyện|thành|trung|quận|thị)$/iu;

/** «Thầy thuốc Nhân dân, Ưu tú», «Nghệ sĩ nhân dân và ưu tú»: the lower honour has the head of the higher one. */
function sharingHead(
  { award, evidence }: ReturnType<typeof formAt>,
  at: number,
  sentence: string,
  words: SentenceReading['words'],
): Pick<NamedAward, 'name' | 'code' | 'last'> | null {
  const first = words[at]?.text === 'và' ? at + 1 : at;
  const joint = sentence.slice(words[at - 1]!.end, words[first]?.start);
  if (evidence !== 'honour' || !award.endsWith(' nhân dân') || !/^(?:,| -| –|\/|,? và)\s*$/u.test(joint)) return null;
  if (words[first]?.folded !== 'uu' || words[first + 1]?.folded !== 'tu') return null;
  const name = award.replace(/nhân dân$/u, 'ưu tú');
  const row = awardForms.find(({ form }) => form === name);
  return row === undefined ? null : { name: row.award, code: row.code, last: first + 2 };
}

/** In terms: «Tỷ lệ hộ gia đình đạt danh hiệu “Gia đình văn hóa”». */
const reachOfRate = 8;
/** Whether a rate is spoken of in the clause before a title. */
function isRate(at: number, sentence: string, words: SentenceReading['words']): boolean {
  const from = words.slice(Math.max(0, at - reachOfRate), at).findLast(({ text }) => text === 'lệ');
  return from !== undefined && !/[,;:.\d]/.test(sentence.slice(from.end, words[at]!.start));
}

/** «nhiều Bằng khen, Giấy khen»: the word holds for the list that it begins. */
function isMany(at: number, words: SentenceReading['words'], sentence: string): boolean {
  let from = at - 1;
  while (
    from >= 0 &&
    from > at - 8 &&
    // «nhiều phần thưởng: Huân chương …»: behind the colon each is named.
    !sentence.slice(words[from]!.end, words[from + 1]!.start).includes(':') &&
    /^(?:bang|giay|khen|co|thi|dua|huan|huy|chuong|danh|hieu|va|phan|thuong)$/.test(words[from]!.folded)
  )
    from -= 1;
  return (
    /^(?:nhieu|nhung|tram|chuc|nghin|ngan)$/.test(words[from]?.folded ?? '') ||
    (words[from]?.text === 'các' && from === at - 1)
  );
}

/** «kỳ thi chọn học sinh giỏi», «phong trào nông dân thi đua sản xuất, kinh doanh giỏi»: the name of a contest or movement. */
function namesAnother(phrase: Phrase, { words }: SentenceReading, sentence: string): boolean {
  const { evidence } = formAt(phrase.entry.form!);
  if (evidence !== 'title' && evidence !== 'counted' && evidence !== 'recognition') return false;
  const from = Math.max(0, phrase.first - (evidence === 'recognition' ? 14 : 9));
  const before = ` ${words
    .slice(from, phrase.first)
    .map(({ folded }) => folded)
    .join(' ')} `;
  // «cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”»
  if (evidence === 'recognition')
    return / (?:phong trao|cuoc van dong)(?! [a-z0-9 ]*(?:dat|cong nhan|co|tang) )/.test(before);
  // «đăng ký danh hiệu phong trào nông dân thi đua …»
  if (/ danh hieu (?:phong trao )?(?:nong dan )?(?:thi dua )?$/.test(before)) return false;
  if (
    / (?:thi|thi chon|(?<!binh )chon|boi duong|doi tuyen|on luyen|thi dua|luyen thi|hoi nghi|nuoi day|hieu qua|cau lac bo|tieu chuan|tieu chi|quy uoc|huong uoc) $/.test(
      before,
    )
  ) {
    return !/ dat (?:tieu chuan|tieu chi) $/.test(before);
  }
  if (/[;:.]/.test(sentence.slice(words[from]!.start, words[phrase.first]!.start))) return false;
  return / (?:phong trao|cuoc van dong|hoi thi|cuoc thi|ky thi|hoi nghi)(?! [a-z ]*(?:dat|danh hieu|duoc cong nhan|co|bieu duong|tuyen duong|ton vinh|vinh danh) )/.test(
    before,
  );
}

/** Several classes of one order as the order itself. */
const inOne = (classes: readonly NamedAward[], { award, code }: ReturnType<typeof formAt>): NamedAward => ({
  ...classes[0]!,
  name: award,
  code: code === '' ? null : code,
  last: classes.at(-1)!.last,
});

/** «Hội thi giáo viên dạy giỏi cấp huyện có 40 giáo viên dự thi, 32 giáo viên được công nhận»: what the contest is for. */
function noteContest(phrase: Phrase, scan: Scan): void {
  const { award, code } = formAt(phrase.entry.form!);
  if (code === 'GVDG') scan.contest = { name: award, code };
}

/** Whether persons or households are called by an award's name. */
function isBorne({ entry }: Phrase): boolean {
  const { award, code, evidence } = formAt(entry.form!);
  return /^(?:title|counted)$/.test(evidence) || isTitle({ name: award, code });
}

/** «45 hộ gia đình văn hóa được vay vốn», «24 giáo viên giỏi tham gia»: of whom something else is said than that they got an honour. */
const getsBenefit =
  /^(?: tiêu biểu| xuất sắc)? (?:đã )?(?:tham gia|tham dự|dự thi|được (?:vay|cử|hỗ trợ|mời|đi|dự|tham gia|tham quan|thụ hưởng|miễn|giảm|bố trí|đào tạo|bồi dưỡng|tập huấn|thăm|(?:trao|tặng|nhận) (?:học bổng|quà|\d+ suất|suất|tiền|sổ|xe|nhà)))(?!\p{L})/u;

/** «45 Bằng khen», «20% tập thể lao động xuất sắc»: the number counts the award. */
export const readCountedAward: Reader = (scan, at) => {
  const { sentence, reading, heads } = scan;
  const { words } = reading;
  const found = scan.starts.get(at);
  const match = whole(found?.countedAward ?? found?.shareAward, 'award', sentence, reading);
  const phrase = match === undefined ? undefined : heads.get(match.groups['award']!.first);
  if (match === undefined || phrase === undefined || namesAnother(phrase, reading, sentence)) return null;
  // «Trường Tiểu học Tân Hòa 1 đạt chuẩn quốc gia»
  if (saysItself(phrase) && isOfName(scan, at)) return null;
  if (isBorne(phrase) && getsBenefit.test(sentence.slice(words[phrase.last - 1]!.end))) return phrase.last;
  const count = match.groups['count'];
  const percent = match.groups['percent'];
  // «(chiếm 14,8% số lao động tiên tiến)»: the whole that the share is of.
  if (percent !== undefined && words[phrase.first - 1]?.text === 'số')
    return put(scan, at, {
      kind: 'share',
      percent: decimal(words[percent.first]!.text),
      aside: false,
      first: at,
      last: phrase.last,
      strength: 1,
    });
  let after = at;
  const counted =
    count === undefined || isOneForEach(count.first, reading) ? null : digits(words[count.first]!.text.split('/')[0]!);
  const classes = awardsOf(phrase, sentence, reading, heads);
  // «06 Huân chương Chiến công hạng Nhất, Nhì, Ba»: how many of each class, nobody says.
  const honours = classes.length > 1 && classes[0]!.evidence === 'honour';
  const together = classes.length > 1 && !honours && counted !== null && counted !== classes.length;
  const named = together ? [inOne(classes, formAt(phrase.entry.form!))] : classes;
  for (const [i, award] of named.entries()) {
    scan.order = orderOf(phrase, award) ?? scan.order;
    after = put(scan, after, {
      ...award,
      // «8/8 ấp văn hóa» is had of those there are.
      had:
        (count !== undefined && words[count.first]!.text.includes('/')) ||
        (/^(?:có|với|gồm)$/iu.test(words[at - 1]?.text ?? '') && !/^(?:không|chưa)$/iu.test(words[at - 2]?.text ?? '')),
      opened: i === 0 ? award.opened || gapBefore(scan, at).includes('(') : award.opened,
      comma: i === 0 ? gapBefore(scan, at).includes(',') : award.comma,
      first: i === 0 ? at : award.first,
      // «02 Huân chương Lao động hạng Nhì và hạng Ba»: one of each.
      count: named.length > 1 && counted === named.length ? 1 : i === 0 || honours ? counted : null,
      percent: i === 0 && percent !== undefined ? decimal(words[percent.first]!.text) : null,
    });
  }
  return after;
};

/** The report's own body, of which nothing but its words is known. */
export const plainRecipient = {
  kind: 'recipient',
  who: 'collective',
  sort: 'Collective',
  count: null,
  percent: null,
  comma: false,
  many: false,
  name: null,
  strength: 1,
} as const;

/** «CTĐ» is a flag where somebody gets it («đạt CTĐ của UBND tỉnh», «02 CTĐ»); elsewhere the Red Cross («Hội CTĐ huyện»). */
const getsFlag = /(?:(?:^|[^\p{L}])(?:đạt|tặng|thưởng|nhận|trao|được|hiệu|ký|nghị|\d+)\s+|(?:^|[\n:;(+*•–-])\s*)$/iu;
const isRedCross = (at: number, sentence: string, words: SentenceReading['words']): boolean =>
  words[at]!.text === 'CTĐ' &&
  !getsFlag.test(sentence.slice(Math.max(0, words[at]!.start - longestOpening), words[at]!.start)) &&
  !/^\s+của\s/u.test(sentence.slice(words[at]!.end));

/** In terms: «gương phụ nữ điển hình tiên tiến». */
const nearEpithet = 2;
/** A title or form by its name alone. */
export const readAward: Reader = (scan, at) => {
  const { sentence, reading, heads, events } = scan;
  const { words } = reading;
  const phrase = heads.get(at);
  if (phrase === undefined || !phrase.tags.has('Award')) return null;
  if (isRedCross(at, sentence, words)) return phrase.last;
  // «đạt giải Nhì học sinh giỏi tỉnh»: the contest.
  const before = events.at(-1);
  if (
    before?.kind === 'award' &&
    before.code === 'GIAI' &&
    before.last === at &&
    formAt(phrase.entry.form!).code !== 'GIAI'
  )
    return phrase.last;
  // «đạt CSTĐ cơ sở/LĐTT»: behind the stroke stands the base of the share, not a second award.
  const isBase = gapBefore(scan, at).includes('/') && events.at(-1)?.kind === 'award';
  // «tặng Giấy khen gia đình văn hóa tiêu biểu cho 58 hộ»: for what.
  if (
    before?.kind === 'award' &&
    /^(?:Bằng|Giấy) khen$/u.test(before.name) &&
    before.last === at &&
    gapBefore(scan, at) === ' '
  )
    return phrase.last;
  // «điển hình tiên tiến» is a way to speak of people; only a counted one that is praised, or what one is named, is an honour.
  const verb = events.at(-1);
  const named =
    words[at - 1]?.text === 'hiệu' ||
    // «được Công đoàn phường tuyên dương gương “Người tốt, việc tốt”»
    (verb?.kind === 'verb' &&
      verb.last === at &&
      (verb.act === 'receive' || (verb.passive && (verb.act === 'give' || verb.act === 'praise'))));
  // «12 giải Nhất, chiếm 20% tổng số giải Nhất», «(chiếm 14,8% số lao động tiên tiến)»: the whole that the share is of.
  const total =
    words[at - 1]?.folded === 'so' &&
    (words[at - 2]?.folded === 'tong'
      ? events.some(({ kind }) => kind === 'share')
      : verb?.kind === 'share' && verb.last === at - 1);
  // «biểu dương 05 tập thể, 09 cá nhân điển hình tiên tiến»
  if (formAt(phrase.entry.form!).code === 'NTVT' && before?.kind === 'recipient' && at - before.last <= nearEpithet)
    events[events.length - 1] = { ...before, exemplary: true };
  if (
    total ||
    isBase ||
    (formAt(phrase.entry.form!).code === 'NTVT' && !named) ||
    namesAnother(phrase, reading, sentence)
  ) {
    noteContest(phrase, scan);
    return phrase.last;
  }
  if (saysItself(phrase))
    put(scan, at, {
      ...plainVerb,
      act: 'receive',
      comma: /[,;:]/.test(gapBefore(scan, at)),
      first: at,
      last: at + 1,
      strength: phrase.strength,
    });
  const said = formAt(phrase.entry.form!).code;
  const reached = said === 'CDCSVM' || said === 'CQDCVH' ? phrase.entry.syllables.indexOf('đạt') : -1;
  const quoted = /["“«‘']\s*$/u.test(gapBefore(scan, at));
  // «Công đoàn cơ sở đạt vững mạnh», «Cơ quan đạt chuẩn văn hóa năm 2015»: the name begins with whoever reached it.
  if (reached > 0 && !quoted && (said === 'CDCSVM' || at === 0 || /[;:.–*+-]\s*$/.test(gapBefore(scan, at)))) {
    put(scan, at, { ...plainRecipient, ofReport: true, first: at, last: at + reached });
    put(scan, at, { ...plainVerb, act: 'receive', first: at + reached, last: at + reached + 1, strength: 1 });
  }
  // «tặng giấy khen cho 9 tập thể đạt thành tích Lao động xuất sắc»: for what, where something else is given.
  const merit = words[at - 1]?.text === 'tích' && words[at - 2]?.text === 'thành';
  if (merit && events.findLast(({ kind }) => kind === 'to' || kind === 'award')?.kind === 'to') return phrase.last;
  // «…, 01 hồ sơ Nghệ nhân nhân dân»
  const files = events.at(-1);
  const filed =
    files?.kind === 'count' &&
    files.last === at - 2 &&
    words[at - 2]!.folded === 'ho' &&
    words[at - 1]!.folded === 'so';
  if (filed) events.pop();
  let after = at;
  for (const award of awardsOf(phrase, sentence, reading, heads)) {
    // «Tỷ lệ hộ gia đình văn hóa: 95%; khu phố văn hóa: 100%»
    const rated = award.rated || scan.events.some((event) => event.kind === 'award' && event.rated);
    after = put(scan, after, filed ? { ...award, rated, count: files.count, first: files.first } : { ...award, rated });
    scan.order = orderOf(phrase, award) ?? scan.order;
  }
  // «Bộ trưởng gửi Thư khen Công an tỉnh»
  return verb?.kind === 'verb' && verb.last === at && phrase.entry.syllables.join(' ') === 'thư khen'
    ? readNames(scan, after)
    : after;
};
