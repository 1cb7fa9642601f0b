import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, NamedAward } from '../award-event.js';
import { formAt, graded, gradeNumber } from '../award-names.js';
import { countAt } from './numbers.js';
import { plainAward } from './plain-award.js';
import { gapBefore, type PlainOrder, put, type Reader, type Scan } from './scan.js';

/** An order or medal by its name without class, for classes that follow it. */
export function orderOf(phrase: Phrase, award: NamedAward): PlainOrder | null {
  const row = formAt(phrase.entry.form!);
  return /^Hu[ây]n? chương/u.test(row.award) && award.name.startsWith(row.award)
    ? { name: row.award, code: row.code === '' ? null : row.code }
    : null;
}

/** «01 Huân chương Lao động hạng Nhì, 02 hạng Ba», «(hạng Nhất 1 tập thể; hạng Nhì 3 tập thể)»: the class stands for the order. */
function gradeAlone(phrase: Phrase, { name, code }: PlainOrder, scan: Scan): NamedAward {
  const { events, reading } = scan;
  const before = events.at(-1);
  const gap = gapBefore(scan, phrase.first);
  // «hạng Nhất: 02, hạng Nhì: 03»: behind a comma stands the number of the class before.
  const count = before?.kind === 'count' && before.last === phrase.first && gap.trim() === '' ? before : null;
  if (count !== null) events.pop();
  return {
    ...plainAward,
    ...graded(name, code, gradeNumber(reading.words[phrase.last - 1]!.folded)!),
    opened: gapBefore(scan, count?.first ?? phrase.first).includes('('),
    // «…: - Hạng Nhì: Chi cục A; - Hạng Ba: Cục B»
    heads: /[;:]\s*[-–+*•]\s*$/.test(gap),
    count: count?.count ?? null,
    first: count?.first ?? phrase.first,
    last: phrase.last,
  };
}

const prizeWords: Readonly<Record<string, string>> = {
  nhất: 'Giải Nhất',
  nhì: 'Giải Nhì',
  ba: 'Giải Ba',
  tư: 'Giải Tư',
  kk: 'Giải Khuyến khích',
  khuyến: 'Giải Khuyến khích',
};
const rankAt = (at: number, words: SentenceReading['words']): string | undefined => {
  const word = words[at]!.text.toLowerCase();
  return word === 'khuyến' && words[at + 1]?.text.toLowerCase() !== 'khích' ? undefined : prizeWords[word];
};

/** «8 giải Nhất, 12 giải Nhì và 3 Ba»: a counted rank behind a prize is a prize. */
function prizeAlone(at: number, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  const before = events.at(-1);
  return (
    rankAt(at, words) !== undefined &&
    before?.kind === 'count' &&
    before.last === at &&
    events.some((event) => event.kind === 'award' && event.code === 'GIAI')
  );
}

/** «nhiều giải Nhất, Nhì», «giải Nhất, Nhì, Ba»: a rank alone behind a comma, where no number is said. */
function rankBehindRank(scan: Scan, at: number): boolean {
  const before = scan.events.at(-1);
  return (
    before?.kind === 'award' &&
    before.code === 'GIAI' &&
    before.count === null &&
    before.last === at &&
    rankAt(at, scan.reading.words) !== undefined &&
    /^,\s$/.test(gapBefore(scan, at)) &&
    /^\s*(?:[,.;)]|$|(?:và|cấp|trong|tại|các|khích)\s)/u.test(scan.sentence.slice(scan.reading.words[at]!.end))
  );
}

function prizeOf(at: number, events: AwardEvent[], words: SentenceReading['words']): NamedAward {
  const count = events.pop();
  return {
    ...plainAward,
    evidence: 'prize',
    name: rankAt(at, words)!,
    code: 'GIAI',
    count: count?.kind === 'count' ? count.count : null,
    first: at - 1,
    last: words[at]!.text.toLowerCase() === 'khuyến' ? at + 2 : at + 1,
  };
}

/** «đạt 45 giải (03 giải Nhất, 10 giải Nhì)», «có 19 giải (01 Nhất, 04 Nhì)»: prizes of every rank. */
export const readPrizes: Reader = (scan, at) => {
  const { words } = scan.reading;
  // «57 giải/80 em dự thi»
  if (!words[at]!.tags.has('Count') || !/^giải(?:\/\d{1,4})?$/u.test(words[at + 1]?.text ?? '')) return null;
  if (scan.heads.has(at + 1)) return null;
  const behind = scan.sentence.slice(words[at + 1]!.end);
  const ranked =
    /^(?:\s+(?!thưởng)[^.;:()\d]{1,40}?)?[\s,:]*(?:\(|trong đó|gồm)[^.;()]{0,12}?\d{1,3}\s+(?:giải\s+)?(?:nhất|nhì|ba|tư|kk|khuyến khích|đặc biệt|xuất sắc|[ABCV])(?!\p{L})/iu;
  const won = scan.events.at(-1);
  const contest = ofContest.test(behind);
  const closes = /^\s*(?:[,.;:)]|$|các loại|cấp |quốc gia|toàn |cho )/u.test(behind);
  const labelled = /^\s*\(\s*(?:giải\s+)?(?:nhất|nhì|ba|tư|kk|khuyến khích)\s*:\s*\d/iu.test(behind);
  const reached =
    /^(?:dat|doat|gianh|duoc|trao)$/.test(words[at - 1]?.folded ?? '') ||
    // «Tổng số giải học sinh giỏi: 45 giải», «Học sinh: 04 giải cấp tỉnh; 23 giải cấp huyện»
    (/[:;]\s*$/.test(gapBefore(scan, at)) && ofPupils.test(scan.sentence.slice(0, words[at]!.start))) ||
    (won?.kind === 'verb' && won.act === 'receive' && won.last === at);
  const ofLevel = closes && wonAtLevel(scan, at);
  if (!ranked.test(behind) && !labelled && !contest && !ofLevel && !(closes && reached)) return null;
  // «HSG cấp huyện 15 giải»: the contest.
  if (ofLevel && won?.kind === 'award' && won.code === 'HSG') scan.events.pop();
  return put(scan, at, {
    ...plainAward,
    evidence: 'prize',
    name: 'Giải',
    code: 'GIAI',
    count: countAt(at, words),
    first: at,
    last: at + 2,
  });
};

/** «Học sinh giỏi cấp huyện: 15 giải, cấp tỉnh 04 giải»: prizes behind the level of their contest. */
function wonAtLevel({ events, heads, reading: { words } }: Scan, at: number): boolean {
  const before = events.findLast(({ kind }) => kind !== 'list');
  const contest =
    before?.kind === 'award' && (before.code === 'GIAI' || (before.code === 'HSG' && before.count === null));
  const level =
    words[at - 1]?.folded === 'gia' || words[at - 1]?.folded === 'quoc' || heads.get(at - 1)?.tags.has('Level');
  return contest && level === true && at - before.last <= reachOfLevel;
}
/** In terms: «cấp tỉnh», «cấp quốc gia», «lớp 9 cấp huyện». */
const reachOfLevel = 5;

const ofPupils = /(?<!\p{L})(?:học sinh|HSG|HS|giải|thi|đội tuyển)(?!\p{L})/iu;

/** «14 giải Trạng nguyên Tiếng Việt cấp huyện», «8 giải học sinh giỏi cấp tỉnh»: a contest by its name and its level. */
const ofContest =
  /^\s+(?:(?:Trạng nguyên|Violympic|IOE|Olympic)(?!\p{L})|(?:học sinh giỏi|HSG|văn hóa|văn nghệ|thể thao|thể dục|TDTT|điền kinh|tin học|khoa học kỹ thuật)[^.;,]{0,30}?\s(?:cấp\s\p{L}|quốc gia|toàn quốc))/iu;

/** «60 sản phẩm 3 sao, 25 sản phẩm đạt 4 sao» where OCOP is spoken of. */
export const readStars: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at + 1]?.text !== 'sao' || !/^0?[345]$/.test(words[at]!.text) || !/ocop|sản phẩm/iu.test(scan.sentence))
    return null;
  const before = scan.events.at(-1);
  const what = before?.kind === 'recipient' ? before.last : before?.kind === 'verb' ? before.last : -1;
  if (what !== at && words[at - 1]?.text !== 'hạng') return null;
  return put(scan, at, {
    ...plainAward,
    evidence: 'recognition',
    name: 'Sản phẩm OCOP',
    code: 'OCOP',
    had: true,
    first: at,
    last: words[at + 2]?.text === 'OCOP' ? at + 3 : at + 2,
  });
};

/** What a title is of higher degree, by the words that say so. */
const degrees: Readonly<Record<string, { readonly of: RegExp; readonly words: string }>> = {
  'tieu bieu': { of: /^(?:TSVM|GDVH|TTDPVH|CQDCVH)$/, words: ' tiêu biểu' },
  'xuat sac': { of: /^(?:GDVH|TTDPVH|CQDCVH)$/, words: ' xuất sắc' },
  'nang cao': { of: /^NTM$/, words: ' nâng cao' },
  'kieu mau': { of: /^NTM$/, words: ' kiểu mẫu' },
};

const plainName = ({ name }: NamedAward): string => name.replace(/ (?:nâng cao|kiểu mẫu|tiêu biểu|xuất sắc)$/u, '');

/** «100% chi bộ đạt trong sạch, vững mạnh, trong đó 20% tiêu biểu», «15 xã đạt chuẩn nông thôn mới, 01 xã kiểu mẫu»: the degree stands for its title. */
export const readDegree: Reader = (scan, at) => {
  const { events, heads, reading } = scan;
  const { words } = reading;
  const degree = degrees[`${words[at]!.folded} ${words[at + 1]?.folded ?? ''}`];
  if (degree === undefined || heads.has(at)) return null;
  const before = events.at(-1);
  const title = events.findLast((event) => event.kind === 'award');
  if (before === undefined || before.last !== at || title?.kind !== 'award' || !degree.of.test(title.code ?? ''))
    return null;
  // «05 xã đạt chuẩn nông thôn mới nâng cao, 01 xã đạt chuẩn kiểu mẫu»
  const who = events.at(-2);
  const reaches = before.kind === 'verb' && before.act === 'receive' && who?.kind === 'recipient' && who.count !== null;
  if (reaches && title.code === 'NTM')
    return put(scan, at, {
      ...plainAward,
      evidence: title.evidence,
      name: `${plainName(title)}${degree.words}`,
      code: title.code,
      first: at,
      last: at + 2,
    });
  if (before.kind !== 'recipient' && before.kind !== 'share' && before.kind !== 'count') return null;
  // «…; khen thưởng 20 hộ tiêu biểu» says who they are.
  const behindTitle = events.slice(events.indexOf(title) + 1);
  const takenApart = behindTitle.some(({ kind }) => kind === 'part') || title.code === 'NTM';
  if (!takenApart || behindTitle.some((event) => event.kind === 'verb' && event.act === 'praise')) return null;
  if (before.kind !== 'recipient') events.pop();
  return put(scan, at, {
    ...plainAward,
    evidence: title.evidence,
    name: `${plainName(title)}${degree.words}`,
    code: title.code === 'TSVM' ? 'TSVMTB' : title.code,
    had: true,
    count: before.kind === 'count' ? before.count : null,
    percent: before.kind === 'share' ? before.percent : null,
    first: before.kind === 'recipient' ? at : before.first,
    last: at + 2,
  });
};

export const readClass: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (scan.order === null || phrase === undefined || !phrase.tags.has('Grade')) return null;
  return put(scan, at, gradeAlone(phrase, scan.order, scan));
};

/** «19 giải (Nhất: 1, Nhì: 4, Ba: 8, KK: 6)»: a rank as the label of its number. */
function labelledRank(scan: Scan, at: number): NamedAward | null {
  const { words } = scan.reading;
  const name = rankAt(at, words);
  const count = name === 'Giải Khuyến khích' && words[at]!.text.length > 2 ? at + 2 : at + 1;
  if (name === undefined || !words[count]?.tags.has('Count') || !/^\s*:?\s*$/.test(gapBefore(scan, count))) return null;
  if (
    !/[(,;:]\s*$/.test(gapBefore(scan, at)) ||
    !scan.events.some((event) => event.kind === 'award' && event.code === 'GIAI')
  )
    return null;
  const opened = gapBefore(scan, at).includes('(');
  return {
    ...plainAward,
    evidence: 'prize',
    name,
    code: 'GIAI',
    opened,
    count: countAt(count, words),
    first: at,
    last: count + 1,
  };
}

export const readPrize: Reader = (scan, at) => {
  if (scan.heads.has(at)) return null;
  const labelled = labelledRank(scan, at);
  if (labelled !== null) return put(scan, at, labelled);
  if (rankBehindRank(scan, at)) {
    const { words } = scan.reading;
    const name = rankAt(at, words)!;
    const last = name === 'Giải Khuyến khích' && words[at]!.text.length > 2 ? at + 2 : at + 1;
    const { many } = scan.events.at(-1) as NamedAward;
    return put(scan, at, { ...plainAward, evidence: 'prize', name, code: 'GIAI', many, first: at, last });
  }
  if (!prizeAlone(at, scan.events, scan.reading.words)) return null;
  return put(scan, at, prizeOf(at, scan.events, scan.reading.words));
};

/** A standard by its name alone, and the words of recognising that may stand before it. */
interface Standard extends Pick<NamedAward, 'name' | 'code' | 'last'> {
  readonly behind: RegExp;
}
const recognising = /^(?:cong|nhan|hieu|lai|moi|vung)$/;
const recognisingRural = /^(?:cong|nhan|hieu)$/;

/** «chuẩn quốc gia», «OCOP», «nông thôn mới nâng cao», «NTM» */
function standardAt({ events, reading: { words } }: Scan, at: number): Standard | null {
  // «…, riêng Trường Tiểu học B đạt mức độ 2»: a degree of the standard that the sentence speaks of.
  const ofSchools = events.some((event) => event.kind === 'award' && event.code === 'TCQG');
  if (
    ofSchools &&
    words[at]!.folded === 'muc' &&
    words[at + 1]?.folded === 'do' &&
    /^[12]$/.test(words[at + 2]?.text ?? '')
  )
    return { name: 'Đạt chuẩn quốc gia', code: 'TCQG', last: at + 3, behind: /^dat$/ };
  if (words[at]!.text === 'OCOP') return { name: 'Sản phẩm OCOP', code: 'OCOP', last: at + 1, behind: recognising };
  const written = words.slice(at, at + 3).map(({ text }) => text.toLowerCase());
  if (written.join(' ') === 'chuẩn quốc gia')
    return { name: 'Đạt chuẩn quốc gia', code: 'TCQG', last: at + 3, behind: recognising };
  const rural = written[0] === 'nông' && words[at + 1]?.folded === 'thon' && words[at + 2]?.folded === 'moi';
  if (written[0] !== 'ntm' && !rural) return null;
  const last = rural ? at + 3 : at + 1;
  const degree = `${words[last]?.folded} ${words[last + 1]?.folded}`;
  const higher = degree === 'nang cao' ? ' nâng cao' : degree === 'kieu mau' ? ' kiểu mẫu' : '';
  return {
    name: `Đạt chuẩn nông thôn mới${higher}`,
    code: 'NTM',
    last: higher === '' ? last : last + 2,
    behind: recognisingRural,
  };
}

/** «8 xã được công nhận nông thôn mới», «Trường tiểu học được công nhận chuẩn quốc gia mức độ 2»: a standard, where somebody is found to meet it. */
export const readStandard: Reader = (scan, at) => {
  const standard = standardAt(scan, at);
  if (standard === null) return null;
  // «Chương trình OCOP: có thêm 14 sản phẩm được công nhận»
  if (standard.code === 'OCOP') scan.contest = { name: standard.name, code: standard.code };
  const verb = scan.events.at(-1);
  if (verb?.kind !== 'verb' || verb.act !== 'receive' || verb.last !== at) return null;
  const { behind, ...named } = standard;
  return behind.test(scan.reading.words[at - 1]!.folded)
    ? put(scan, at, { ...plainAward, evidence: 'recognition', ...named, first: at })
    : null;
};

/** «12 học sinh đạt giải cấp tỉnh», «3 em đoạt giải quốc gia.»: a prize of which the text does not say the rank. */
export const readUnranked: Reader = (scan, at) => {
  const { words } = scan.reading;
  const verb = scan.events.at(-1);
  if (words[at]!.text !== 'giải' || scan.heads.has(at) || verb?.kind !== 'verb') return null;
  if (verb.act !== 'receive' || verb.last !== at || verb.recognises) return null;
  // «tặng Giấy khen cho 2 học sinh đạt giải quốc gia»: who they are.
  if (scan.events.findLast((event) => event !== verb && event.kind !== 'recipient')?.kind === 'to') return null;
  const behind = scan.sentence.slice(words[at]!.end);
  const ranks = /^\s*\(\s*\d{1,3} (?:giải )?(?:nhất|nhì|ba|tư|kk|khuyến khích|[ABC])(?!\p{L})/iu.test(behind);
  if (!ranks && !/^\s*(?:$|[,.;)]|(?:cấp|quốc gia|quốc tế|trong|tại|ở|các môn|các cấp|môn|cao)(?!\p{L}))/u.test(behind))
    return null;
  return put(scan, at, { ...plainAward, evidence: 'prize', name: 'Giải', code: 'GIAI', first: at, last: at + 1 });
};
