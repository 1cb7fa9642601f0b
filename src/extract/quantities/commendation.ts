import type { TextSpan } from '../../model/index.js';
import { type Phrase, phraseOf, trimmed } from './phrase.js';

/** What somebody who is counted was given, by whom: "tặng Bằng khen cho 02 tập thể" is of collectives that were given it. */
export interface Commendation {
  readonly award: Phrase;
  /** "tặng", "phong tặng"; null where the text names the award alone */
  readonly verb: Phrase | null;
  /** "đề nghị", "trình": it is asked for */
  readonly ask: Phrase | null;
  readonly grantor: Phrase | null;
  /** a title is reached, whatever else is given */
  readonly isTitle: boolean;
}

const given =
  'bằng khen|giấy khen|cờ(?! đỏ| vua| bạc)|huân chương|huy chương|huy hiệu|k[ỷỉ] niệm chương|bằng lao động sáng tạo|giải thưởng';
const titles =
  'danh hiệu|chiến s[ĩỹ] (?:thi đua|tiên tiến|quyết thắng)|cstđ(?:cs)?|lao động tiên tiến|lđtt|(?:tập thể|đơn vị) (?:lao động )?(?:xuất sắc|tiên tiến|quyết thắng|lđtt|lđxs)|ttlđ(?:tt|xs)|anh hùng (?:lao động|lực lượng)|nghệ nhân (?:ưu tú|nhân dân)|nhà giáo (?:ưu tú|nhân dân)|thầy thuốc (?:ưu tú|nhân dân)';
const awardNames = new RegExp(`(?<![\\p{L}])(?:${given}|${titles})(?![\\p{L}])`, 'gu');
const titleAhead = new RegExp(`^(?:${titles})(?![\\p{L}])`, 'u');
/** Any of the signs without which no commendation is told. */
const mayCommend =
  /khen|cờ|chương|huy hiệu|hiệu|thi đua|lao động|giải thưởng|cstđ|lđ|nghệ nhân|nhà giáo|thầy thuốc|dương|vinh danh|chiến s/;
const verbs = 'truy tặng|phong tặng|trao tặng|tặng thưởng|tặng|trao|thưởng|phong|truy|công nhận|cấp';
const asking = 'đề nghị|trình|đề xuất';
const verbAhead = new RegExp(`(?<![\\p{L}])(?<verb>(?:tặng(?:,| và) )?(?:${verbs})):? ?$`, 'u');
const anyVerb = /(?<![\p{L}])(?:truy tặng|phong tặng|trao tặng|tặng thưởng|tặng)(?![\p{L}])/gu;
const askingAhead = new RegExp(`(?<![\\p{L}])(?<ask>${asking})(?<whom> [^,;:.()\\d]{2,60})?(?: xét)? $`, 'u');
/** "UBND huyện khen 10 tập thể": nothing says with what. */
const praised =
  /(?<![\p{L}])(?<deed>(?:khen thưởng(?: (?:đột xuất|chuyên đề|thường xuyên|cấp [\p{L}]+))?|khen|tuyên dương|biểu dương|tôn vinh|vinh danh)(?:(?:,| và) (?:khen thưởng|khen|biểu dương|tuyên dương|vinh danh|tôn vinh))?)(?: (?:cho|đối với))? ?$/u;
/** Between an award and whoever is counted: "cho", a colon, a recipient named before him. */
const toWhom =
  /^(?<of>(?:[^;.:,\d()"“”]|"[^"]*"|“[^”]*”|, (?=chủ nhiệm|truy ))*?)(?:\([^()]*\))?[ \n]?(?:,? ?(?:cho|đối với)(?: các| tổng số)?(?: [^;.:\d]{2,90} (?:và|cùng))?|:|: có|, gồm|là)?[ \n]*$/u;
/** "02 tập thể (…), 03 cá nhân", ", trong đó có 04 cá nhân" */
const goesOn = /^ ?(?:\([^()]*\))?[ \n]?(?:,| và| cùng|; ?(?:và )?)?(?: (?:và|cùng|cho|trong đó(?: có)?))*[ \n]*$/u;
const givenNow = /(?:^|[\s,;])(?:đã|được|đã được) (?:tặng|trao|công nhận|khen)(?: cho)? $/;
/** "hạng Nhất: 01 tập thể, hạng Nhì: 02 tập thể" */
const classAnew = /(?:^|[\s,;:(])(?<rank>hạng (?:nhất|nhì|nhì|ba|i{1,3}))(?: cho)?:? ?$/u;
const ofClass = / hạng (?:nhất|nhì|ba|i{1,3})(?!\p{L}).*$/iu;
/** "Không xét danh hiệu thi đua đối với 11 cá nhân" */
const denied = /(?<![\p{L}])(?:không|chưa) (?:được |xét |đề nghị |có )*(?:tặng |công nhận |xét )?$/u;
const furthest = 300;
const longestGrantor = 12;

/**
 * What a figure's clause says that those it counts were given.
 *
 * @param from the sentence's start, or the end of the figure before; `at` the figure
 * @param before what the figure before was given, in the same sentence
 */
export function commendationBefore(
  text: string,
  lower: string,
  from: number,
  at: number,
  before: Commendation | null,
): Commendation | null {
  const start = Math.max(from, at - furthest);
  const words = lower.slice(start, at);
  if (before !== null && goesOn.test(words)) return before;
  // "đề nghị tặng Bằng khen 03 tập thể; kết quả đã được tặng 02 tập thể"
  if (before !== null && givenNow.test(words)) return { ...before, ask: null };
  const award = mayCommend.test(words) ? awardIn(words) : null;
  if (award === null) {
    const rank = before === null ? null : classAnew.exec(words);
    if (rank === null) return mayCommend.test(words) ? praiseIn(text, lower, start, words) : null;
    return ofRank(text, before!, start + rank.index + rank[0].indexOf(rank.groups!['rank']!), rank);
  }
  const name = phraseOf(text, trimmed(text, start + award.start, start + award.end));
  if (name === null) return null;
  const ahead = words.slice(0, award.start);
  const isTitle = titleAhead.test(words.slice(award.start));
  const verb = verbAhead.exec(ahead);
  if (denied.test(ahead)) return null;
  if (verb === null) {
    // "; Bằng khen 5 tập thể": given by the same body as what was told before.
    const same = before !== null && !/[.]/.test(words);
    return {
      award: name,
      verb: same ? before.verb : null,
      ask: same ? before.ask : null,
      grantor: same ? before.grantor : null,
      isTitle,
    };
  }
  const verbStart = start + verb.index;
  const deed = phraseOf(text, trimmed(text, verbStart, verbStart + verb.groups!['verb']!.length));
  const ask = askingAhead.exec(ahead.slice(0, verb.index));
  if (ask !== null) {
    const askEnd = start + ask.index + ask.groups!['ask']!.length;
    return {
      award: name,
      verb: deed,
      ask: phraseOf(text, { start: start + ask.index, end: askEnd }),
      grantor: grantorBetween(text, askEnd, verbStart),
      isTitle,
    };
  }
  return {
    award: name,
    verb: deed,
    ...whoGives(text, lower, from, start, verbStart, ahead, before),
    isTitle,
  };
}

/** "trình Thủ tướng tặng Cờ thi đua cho Vụ A, tặng Bằng khen cho 03 tập thể": said once for all that is given. */
function whoGives(
  text: string,
  lower: string,
  from: number,
  start: number,
  verbStart: number,
  ahead: string,
  before: Commendation | null,
): Pick<Commendation, 'ask' | 'grantor'> {
  const own = grantorBefore(text, lower, from, verbStart);
  if (own !== null) return { ask: null, grantor: own };
  const clauses = ahead.slice(0, verbStart - start);
  for (const { index } of [...clauses.matchAll(anyVerb)].toReversed()) {
    const ask = askingAhead.exec(clauses.slice(0, index));
    const askEnd = ask === null ? 0 : start + ask.index + ask.groups!['ask']!.length;
    const grantor =
      ask === null ? grantorBefore(text, lower, from, start + index) : grantorBetween(text, askEnd, start + index);
    if (grantor !== null)
      return { ask: ask === null ? null : phraseOf(text, { start: start + ask.index, end: askEnd }), grantor };
  }
  return { ask: before?.ask ?? null, grantor: before?.grantor ?? null };
}

/** The last award named, whole ("danh hiệu Chiến sĩ thi đua cấp Bộ"), where nothing but whom it went to follows. */
function awardIn(words: string): TextSpan | null {
  const all = [...words.matchAll(awardNames)];
  let first = all.at(-1);
  if (first === undefined) return null;
  for (let at = all.length - 2; at >= 0; at -= 1) {
    if (/[,;:.()]| cho | và /.test(words.slice(all[at]!.index, first.index))) break;
    first = all[at]!;
  }
  const tail = toWhom.exec(words.slice(first.index));
  const name = tail?.groups?.['of'] ?? '';
  return name === '' || name.length > 110 ? null : { start: first.index, end: first.index + name.length };
}

function praiseIn(text: string, lower: string, start: number, words: string): Commendation | null {
  const found = praised.exec(words);
  if (found === null) return null;
  const deedStart = start + found.index;
  const award = phraseOf(text, trimmed(text, deedStart, deedStart + found.groups!['deed']!.length));
  return award === null
    ? null
    : { award, verb: award, ask: null, grantor: grantorBefore(text, lower, start, deedStart), isTitle: false };
}

function ofRank(text: string, before: Commendation, at: number, rank: RegExpExecArray): Commendation {
  const own = phraseOf(text, { start: at, end: at + rank.groups!['rank']!.length })!;
  return {
    ...before,
    award: { words: `${before.award.words.replace(ofClass, '')} ${own.words}`, span: hull(before.award, own) },
  };
}

const hull = (...parts: readonly Phrase[]): TextSpan => ({
  start: Math.min(...parts.map(({ span }) => span.start)),
  end: Math.max(...parts.map(({ span }) => span.end)),
});

/** Words between a clause's start and its verb that name no body. */
const notWho =
  /^(?:(?:và|được|đã được|có|dịp này|nhân dịp này|trong năm|năm học?|kết quả|qua đó|riêng|đồng thời|trong đó)(?: |$))+/iu;
const saysThat = /(?:(?:^| )(?:đã|sẽ|quyết định|ban hành(?: \d+ quyết định)?|xét|họp|ký|vừa|cũng|còn))+$/u;

function grantorBefore(text: string, lower: string, from: number, verbStart: number): Phrase | null {
  const clause = lower.slice(Math.max(from, verbStart - 120), verbStart);
  const sign = Math.max(...[';', ':', '\n', ', ', '. ', ' – ', ' - ', '('].map((mark) => clause.lastIndexOf(mark)));
  const start = verbStart - clause.length + (sign < 0 ? 0 : sign + 1);
  return grantorBetween(text, start, verbStart);
}

function grantorBetween(text: string, start: number, end: number): Phrase | null {
  const words = text.slice(start, end);
  const lead = /^[\s\-–+*•,;:.(]*(?:(?:\d{1,2}|[a-zđ])[.)] )?/u.exec(words)![0].length;
  const open = notWho.exec(words.slice(lead))?.[0].length ?? 0;
  const close = saysThat.exec(words.trimEnd())?.[0].length ?? 0;
  const span = trimmed(text, start + lead + open, start + words.trimEnd().length - close);
  const phrase = phraseOf(text, span);
  if (phrase === null || phrase.words.split(' ').length > longestGrantor || /\d/.test(phrase.words)) return null;
  return /^\p{Lu}/u.test(phrase.words) &&
    !isPlaceAlone(phrase.words) &&
    !/^(?:Tổ chức|Phong trào|Hội nghị|Năm|Tháng|Quý|Trong)(?: |$)/u.test(phrase.words)
    ? phrase
    : null;
}

/** "tại Quy Nhơn tuyên dương": where, not who. */
const isPlaceAlone = (words: string): boolean =>
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u.test(words) && !/Đoàn|Hội|Nước|Phủ|Ủy|Ban/u.test(words);

const lowerFirst = ({ words, span }: Phrase): Phrase => ({
  words: /^\p{Lu}\p{Ll}/u.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words,
  span,
});

/** "tập thể được UBND tỉnh tặng Bằng khen", "cá nhân đạt Chiến sĩ thi đua cơ sở": whoever is counted, with what he was given. */
export function commended(counted: Phrase, { award, verb, ask, grantor, isTitle }: Commendation): Phrase {
  if (verb === null && isTitle) return { words: `${counted.words} đạt ${award.words}`, span: hull(counted, award) };
  const parts = [
    ask === null ? null : lowerFirst(ask),
    grantor,
    verb === null ? null : lowerFirst(verb),
    verb === award ? null : award,
  ].filter((part) => part !== null);
  const deed = verb === null ? 'được tặng' : 'được';
  return {
    words: `${counted.words} ${deed} ${parts.map(({ words }) => words).join(' ')}`,
    span: hull(counted, ...parts),
  };
}

/** Whether words name an award, and so no recipient. */
export const namesAward = (words: string): boolean => new RegExp(awardNames.source, 'u').test(words.toLowerCase());
