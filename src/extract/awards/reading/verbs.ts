import type { PhraseTag } from '../../../text/nlp/lexicon.js';
import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { Act, AwardEvent, NamedAward, Recipient, Verb } from '../award-event.js';
import { readNames } from './joined-names.js';
import { recipientOf } from './named-recipients.js';
import { plainAward } from './plain-award.js';
import { plainVerb } from './plain-verb.js';
import { closesClause, gapBefore, put, type Reader, type Scan, winsPrize } from './scan.js';

/** Earlier ones win over later ones where a word has several readings. */
const acts: readonly (readonly [PhraseTag, Act])[] = [
  ['Deny', 'deny'],
  ['Revoke', 'revoke'],
  ['Propose', 'propose'],
  ['Register', 'register'],
  ['Aim', 'aim'],
  ['Consider', 'consider'],
  ['Praise', 'praise'],
  ['Grant', 'give'],
  ['Receive', 'receive'],
];

const hasVerb = (heads: ReadonlyMap<number, Phrase>, { first, last }: { first: number; last: number }): boolean => {
  for (let at = first; at < last; at += 1) {
    const phrase = heads.get(at);
    if (phrase !== undefined && (phrase.tags.has('Award') || acts.some(([tag]) => phrase.tags.has(tag)))) return true;
  }
  return false;
};

/** «thực hiện chỉ tiêu», «vượt 3% so với chỉ tiêu» speak of a plan that was made; «chỉ tiêu: …» sets one. */
function namesPlan(at: number, phrase: Phrase, { words }: SentenceReading, sentence: string): boolean {
  const noun = words[at]!.folded === 'chi' || words[at]!.folded === 'muc';
  if (!noun || setsPlan.test(sentence.slice(words[phrase.last - 1]!.end))) return false;
  // «có 08/12 chỉ tiêu vượt nghị quyết»
  if (words[at - 1]?.tags.has('Count')) return true;
  return /^(?:voi|vuot|hien|thanh|cac|nhung|nhieu|gia|vu|theo|dat|qua|giao|ke)$/.test(words[at - 1]?.folded ?? '');
}

/** «thông qua các chỉ tiêu thi đua năm 2024: …», «với mục tiêu đến năm 2025 có …» */
const setsPlan =
  /^(?:(?:\s+(?:thi đua|chủ yếu|cơ bản|chính|cụ thể|phấn đấu|sau|như sau|(?:trong )?năm(?: học)? \d{4}(?:\s?[-–]\s?\d{4})?|giai đoạn \d{4}\s?[-–]\s?\d{4}))*\s*:|\s+(?:đến (?:hết |cuối )?năm \d{4}|phấn đấu))/u;

const isAsked = (at: number, { last }: Phrase, { words }: SentenceReading): boolean =>
  words[last]?.text === 'của' && (at === 0 || /^(?:theo|xét|sở|từ|sau)$/iu.test(words[at - 1]!.text));

/** «đề nghị và tổ chức trao tặng …»: it was not only asked for. */
function alsoGiven({ last }: Phrase, { heads, starts, reading: { words } }: Scan): boolean {
  if (words[last]?.folded !== 'va') return false;
  // «Đề nghị và được cấp trên khen thưởng: …», «Đã trình và được Chủ tịch nước phong tặng»
  if (words[last + 1]?.text === 'được') return true;
  // «đề nghị và đã được Chủ tịch nước phong tặng»
  if (words[last + 1]?.text === 'đã' && starts.get(last + 2)?.passive !== undefined) return true;
  const next = words.slice(last + 1, last + 4).findIndex(({ folded }) => !/^(?:da|to|chuc|duoc)$/.test(folded));
  return next >= 0 && heads.get(last + 1 + next)?.tags.has('Grant') === true;
}

/** «Trình UBND tỉnh và đã được khen: …»: what was asked of a body, and came. */
const cameThrough = ({ last }: Phrase, { sentence, reading: { words } }: Scan): boolean =>
  /^\s[^,;:.]{1,40}?\svà (?:đã )?được (?:[^,;:.\s]{1,10} ){0,6}?(?:khen|tặng|công nhận|phong)(?!\p{L})/u.test(
    sentence.slice(words[last - 1]!.end),
  );

/** «được tặng thưởng các hình thức khác»: no form is named. */
const otherForms = /^(?: bằng)? (?:các|nhiều|những) hình thức(?: khen thưởng| khen)?(?: khác)?\s*(?:[.,;]|$)/u;

/** «đã phấn đấu đạt», «qua quá trình phấn đấu, …», «Với sự nỗ lực phấn đấu …, đơn vị đã được … tặng» tell what was reached. */
const isPast = (at: number, { words }: SentenceReading, sentence: string): boolean =>
  words.slice(Math.max(0, at - 4), at).some(({ text }) => /^(?:đã|qua|trình|luôn|ngừng|sự)$/iu.test(text)) ||
  (at > 0 && honoured.test(sentence.slice(words[at]!.end)));
/** In another clause, what came of it. */
const honoured =
  /^[^;]{0,200}?,\s*[^;]{0,120}?(?<!\p{L})đã\s+(?:(?:vinh dự|liên tục|nhiều lần|vinh dự nhiều lần)\s+)?(?:đón nhận|được\s[^;,]{0,20}[^;]{0,80}?(?<!\p{L})(?:tặng|trao|phong))(?!\p{L})/iu;

/** «được Đảng, Nhà nước khen tặng …: Huân chương …»: it ends in the verb of giving, and what was given is named. */
const givesAward = ({ first, last }: Phrase, { heads, reading: { words } }: Scan): boolean =>
  last - first === 2 &&
  words[last - 1]!.folded === 'tang' &&
  [...heads].some(([at, head]) => at >= last && head.tags.has('Award'));

/** «được Bộ trưởng Bộ Nội vụ tặng»: who gives stands between «được» and the verb. */
export const readPassive: Reader = (scan, at) => {
  const { sentence, reading, heads } = scan;
  const passive = scan.starts.get(at)?.passive;
  if (passive === undefined) return null;
  const grantor = passive.groups['grantor']!;
  const bodies = bodiesIn(reading, sentence, grantor.first, grantor.last);
  const phrase = heads.get(passive.groups['verb']!.first);
  if (bodies.length === 0 || phrase === undefined || hasVerb(heads, grantor)) return null;
  return put(scan, at, {
    kind: 'verb',
    act:
      phrase.tags.has('Praise') && !givesAward(phrase, scan)
        ? 'praise'
        : phrase.tags.has('Grant') || phrase.tags.has('Praise')
          ? 'give'
          : 'receive',
    passive: true,
    behindPassive: false,
    recognises: false,
    grantor: sentence.slice(bodies[0]!.span.start, bodies.at(-1)!.span.end),
    comma: /[,;:]/.test(gapBefore(scan, at)),
    titled: false,
    closes: closesClause(scan, phrase.last - 1),
    first: at,
    last: phrase.last,
    strength: Math.min(phrase.strength, bodies[0]!.confidence),
  });
};

/** «512 mẹ được phong tặng, truy tặng danh hiệu … (phong tặng 64 mẹ, truy tặng 448 mẹ)»: the living and the dead, as parts of a sum. */
function isPartOfHonour({ events, starts, reading: { words } }: Scan, at: number, { last }: Phrase): boolean {
  if (!/^(?:phong|truy)$/.test(words[at]!.folded) || words[at - 1]?.text === 'được') return false;
  const counted = words[last]?.text === 'cho' ? last + 1 : last;
  const honour = events.findLast(({ kind }) => kind === 'award');
  return (
    starts.get(counted)?.counted !== undefined &&
    honour?.kind === 'award' &&
    /^(?:form|honour)$/.test(honour.evidence) &&
    events.some((event) => event.kind === 'recipient' && event.count !== null) &&
    !awardBehind(counted)
  );

  // «…; truy tặng cho 12 liệt sĩ Huân chương Độc lập» begins anew.
  function awardBehind(from: number): boolean {
    const next = words.slice(from).findIndex(({ text }) => /^(?:Huân|Huy|danh|Bằng)$/u.test(text));
    return next >= 0 && next < reachOfHonour;
  }
}
/** «Đã xét tặng 15 danh hiệu …»: what was considered is given. */
const isGrant = ({ first, last }: Phrase, { reading: { words } }: Scan): boolean =>
  words[first - 1]?.text.toLowerCase() === 'đã' && words[last - 1]!.folded === 'tang' && last - first === 2;
const isReceipt = ({ act, passive }: Verb): boolean => act === 'receive' || (act === 'give' && passive);
const leadsIn = /^\s*(?:như|gồm|là)?(?: sau)?\s*:/iu;
/** In terms, behind whom it counts. */
const reachOfHonour = 5;

/** «2 cá nhân Tỉnh đoàn khen»: who praises stands between those who are counted and the verb that ends the clause. */
function praisedBy(scan: Scan, at: number): string | null {
  const { sentence, reading, events } = scan;
  const who = events.at(-1);
  if (who?.kind !== 'recipient' || who.count === null) return null;
  const body = bodiesIn(reading, sentence, who.last, at)[0];
  if (body?.first !== who.last || body.last !== at) return null;
  // What stands behind them is no name of theirs.
  events[events.length - 1] = { ...who, name: null };
  return body.words;
}

/** «được mời dự hội nghị khen thưởng»: an event's name, where nobody who is praised stands behind it. */
const namesOccasion = ({ reading: { words }, starts, heads }: Scan, at: number, { last }: Phrase): boolean =>
  /^(?:dự|tham dự) (?:hội nghị|lễ|buổi lễ|chương trình)$/iu.test(eventBefore(words, at)) &&
  starts.get(last)?.counted === undefined &&
  starts.get(last)?.several === undefined &&
  heads.get(last)?.tags.has('To') !== true;
const eventBefore = (words: SentenceReading['words'], at: number): string =>
  words
    .slice(Math.max(0, at - 4), at)
    .map(({ text }) => text)
    .join(' ')
    .replace(/^.*?(?=(?:tham )?dự )/u, '');

/** The rural or national standard that the sentence spoke of, where those who are counted may meet it: communes the one, schools the other. */
function standardOf(
  { events, reading: { words } }: Scan,
  { first, last, count }: Recipient,
): Pick<NamedAward, 'name' | 'code'> | null {
  if (count === null) return null;
  const before = events.findLast((event) => event.kind === 'award' && /^(?:NTM|TCQG)$/.test(event.code ?? ''));
  if (before?.kind !== 'award') return null;
  const kind = before.code === 'NTM' ? /^(?:xa|thon|huyen)$/ : /^truong$/;
  return words.slice(first, last).some(({ folded }) => kind.test(folded))
    ? { name: before.name, code: before.code }
    : null;
}
const endsStandard = /^\s*(?:[.;]|,|$|là\s|gồm\s|\()/u;

/** In terms: «giáo viên dự thi». */
const reachOfEntrants = 3;
/** «…, 32 giáo viên được công nhận», «12/15 đ/c dự thi đạt»: those who passed the contest that the sentence speaks of. */
export const readPassed: Reader = (scan, at) => {
  const { words } = scan.reading;
  const phrase = scan.heads.get(at);
  const who = scan.events.at(-1);
  const passive = scan.starts.get(at)?.passive;
  const behindGiver = passive === undefined ? undefined : scan.heads.get(passive.groups['verb']!.first);
  // «…, 10 giáo viên được Giám đốc Sở công nhận»
  const gets = phrase?.tags.has('Receive') ? phrase : behindGiver?.tags.has('Receive') ? behindGiver : undefined;
  if (gets === undefined || who?.kind !== 'recipient') return null;
  const standard = standardOf(scan, who);
  // «…, 03 xã đạt chuẩn là xã A, xã B và xã C»
  if (standard !== null && gets === phrase && endsStandard.test(scan.sentence.slice(words[gets.last - 1]!.end))) {
    put(scan, at, { ...plainVerb, act: 'receive', closes: true, first: at, last: gets.last, strength: 1 });
    return put(scan, at, { ...plainAward, ...standard, evidence: 'recognition', first: at, last: gets.last });
  }
  if (scan.contest === null) return null;
  const passes =
    scan.contest.code === 'OCOP'
      ? words.slice(who.first, who.last).some(({ folded }) => folded === 'san')
      : who.who === 'individual';
  if (!passes || (who.count ?? who.percent) === null || at - who.last > reachOfEntrants) return null;
  if (!closesClause(scan, gets.last - 1)) return null;
  put(scan, at, { ...plainVerb, act: 'receive', closes: true, first: at, last: gets.last, strength: 1 });
  return put(scan, at, { ...plainAward, ...scan.contest, evidence: 'counted', first: at, last: gets.last });
};

export const readVerb: Reader = (scan, at) => {
  const { sentence, reading } = scan;
  const { words } = reading;
  const phrase = scan.heads.get(at);
  const act = acts.find(([tag]) => phrase?.tags.has(tag))?.[1];
  // «Đội được giải Nhì»
  if (winsPrize(scan, at)) return put(scan, at, { ...plainVerb, act: 'receive', first: at, last: at + 1, strength: 1 });
  if (phrase === undefined || act === undefined) return null;
  if (act === 'praise' && namesOccasion(scan, at, phrase)) return phrase.last;
  // «kết quả khen thưởng của 03 xã»
  if (act === 'praise' && /^(?:của|giữa)$/u.test(words[phrase.last]?.text ?? '')) return phrase.last;
  if (act === 'aim' && namesPlan(at, phrase, reading, sentence)) return phrase.last;
  // «02 hồ sơ đề nghị tặng … chưa có kết quả»: nobody denied it.
  if (act === 'deny' && words[phrase.last]?.folded === 'ket') return phrase.last;
  // «486/512 hộ đăng ký đạt danh hiệu …»: of those who registered, so many reached it.
  const outOf = scan.events.at(-1);
  if (
    act === 'register' &&
    words[phrase.last]?.text === 'đạt' &&
    outOf?.kind === 'recipient' &&
    outOf.last === at &&
    // «60% số hộ đăng ký đạt danh hiệu …»
    (words[outOf.first]!.text.includes('/') || (outOf.percent !== null && words[outOf.last - 2]?.text === 'số'))
  )
    return phrase.last;
  // «theo đề nghị của Sở Nội vụ, UBND tỉnh tặng …»: what was asked for is given.
  if (act === 'propose' && (isAsked(at, phrase, reading) || alsoGiven(phrase, scan) || cameThrough(phrase, scan)))
    return phrase.last;
  // «đón nhận nhiều phần thưởng cao quý do Nhà nước trao tặng như: …»: the second verb says who gave what the list names.
  const got = scan.events.at(-1);
  if (
    act === 'give' &&
    got?.kind === 'verb' &&
    isReceipt(got) &&
    leadsIn.test(sentence.slice(words[phrase.last - 1]!.end))
  )
    return phrase.last;
  const strove = act === 'aim' && words[at]!.folded === 'phan' && isPast(at, reading, sentence);
  if (strove && words[phrase.last - 1]!.folded !== 'dat') return phrase.last;
  // «trao Cờ thi đua tặng Vụ 3», «trao Huân chương tặng Sở Y tế»: the second verb only leads to who gets it.
  const award = scan.events.at(-1);
  // «Tổng số Bằng khen đã tặng: 45»
  if (
    act === 'give' &&
    award?.kind === 'award' &&
    award.heads &&
    at - award.last <= 1 &&
    /^\s*:\s*\d/.test(sentence.slice(words[phrase.last - 1]!.end))
  )
    return phrase.last;
  // «danh hiệu Bà mẹ Việt Nam anh hùng (truy tặng) cho …»: how it is given.
  if (
    act === 'give' &&
    award?.kind === 'award' &&
    /^\s*\($/.test(gapBefore(scan, at)) &&
    sentence[words[phrase.last - 1]!.end] === ')'
  )
    return phrase.last;
  if (act === 'give' && award?.kind === 'award' && award.last === at && words[at]!.folded === 'tang') {
    const after = readNames(scan, phrase.last);
    if (after > phrase.last) {
      const names = scan.events.splice(scan.events.indexOf(award) + 1);
      scan.events.push({ kind: 'to', first: at, last: phrase.last, strength: 1 }, ...names);
      return after;
    }
  }
  if (isPartOfHonour(scan, at, phrase))
    return put(scan, at, { kind: 'part', first: at, last: phrase.last, strength: 1 });
  const behindPassive = words[at - 1]?.text.toLowerCase() === 'được';
  const closes = closesClause(scan, phrase.last - 1);
  const given = act === 'give' && !behindPassive ? givenTo(scan, phrase.last) : [];
  const praiser = act === 'praise' && closes && !behindPassive ? praisedBy(scan, at) : null;
  const passive = behindPassive || praiser !== null || /^được/iu.test(words[at]!.text);
  const verb: Verb = {
    kind: 'verb',
    // «Đã xét tặng 15 danh hiệu …»: it is over.
    act: strove
      ? 'receive'
      : act === 'consider' && isGrant(phrase, scan)
        ? 'give'
        : act === 'give' && otherForms.test(sentence.slice(words[phrase.last - 1]!.end))
          ? 'praise'
          : act,
    passive,
    behindPassive,
    recognises: act === 'receive' && !passive && /^(?:cong|chung)$/.test(words[at]!.folded),
    grantor: praiser,
    comma: /[,;:]/.test(gapBefore(scan, act === 'aim' ? behindYear(scan, at) : at)),
    titled: words[phrase.last - 1]!.folded === 'hieu',
    opened: gapBefore(scan, at).includes('('),
    asks: act === 'deny' && words[phrase.last - 1]!.folded === 'nghi',
    closes,
    first: at,
    last: phrase.last,
    strength: phrase.strength,
  };
  const after = put(scan, at, verb);
  scan.events.push(...given);
  return given.at(-1)?.last ?? after;
};

/** «, năm 2022 đang phấn đấu …»: the term at which the year before a verb of aiming begins. */
function behindYear(scan: Scan, at: number): number {
  const { words } = scan.reading;
  let first = at;
  while (
    first > 0 &&
    !/[,;:]/.test(gapBefore(scan, first)) &&
    /^(?:năm|đang|hiện|tiếp|tục|sẽ|20\d\d)$/iu.test(words[first - 1]!.text)
  )
    first -= 1;
  return first;
}

/** «tặng Trung đoàn danh hiệu …», «tặng ông Lê Văn A Bằng khen»: whoever stands between the verb and what is given. */
function givenTo(scan: Scan, from: number): AwardEvent[] {
  const { heads, events, reading, sentence } = scan;
  // «trao Bằng danh hiệu …»
  if (reading.words[from]?.text === 'Bằng' && reading.words[from + 1]?.text === 'danh') return [];
  const before = events.length;
  const body = heads.get(from);
  let end = readNames(scan, from);
  const names = events.splice(before);
  if (names.length === 0 && body?.tags.has('Collective') && !body.tags.has('Award')) {
    names.push({ ...recipientOf(body, sentence, reading), ofReport: true });
    end = body.last;
  }
  const titled = reading.words[end]?.folded === 'danh' && reading.words[end + 1]?.folded === 'hieu';
  return names.length > 0 && (titled || heads.get(end)?.tags.has('Award') === true) ? names : [];
}

/** «5/6 phòng là tập thể lao động tiên tiến»: bodies that are counted have the title that they are. */
export const readBeing: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.text !== 'là') return null;
  // «Đơn vị 10 năm liền là Tập thể lao động xuất sắc»
  const years = /^(?:liên|liền|tục|tiếp)$/.test(words[at - 1]?.text ?? '') && scan.heads.get(at + 1)?.tags.has('Award');
  if (years) return put(scan, at, { ...plainVerb, act: 'receive', first: at, last: at + 1, strength: 1 });
  const who = scan.events.at(-1);
  if (who?.kind !== 'recipient' || who.count === null || who.last !== at) return null;
  if (who.sort === 'Individual' || who.sort === 'Case' || !scan.heads.get(at + 1)?.tags.has('Award')) return null;
  return put(scan, at, { ...plainVerb, act: 'receive', first: at, last: at + 1, strength: 1 });
};
