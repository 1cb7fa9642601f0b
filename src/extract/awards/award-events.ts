import type { PhraseTag } from '../../text/nlp/lexicon.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import {
  numbersInWords,
  type Pattern,
  type PatternMatch,
  type Phrase,
  pattern,
  readSentence,
  type SentenceReading,
} from '../../text/nlp/vietnamese-nlp.js';
import type { Act, AwardEvent, NamedAward, Recipient } from './award-event.js';
import { awardRow, formAt, graded, gradeNumber } from './award-names.js';

const rest = '#Inside{0,14}';
/** The frames in which offices count and honour, in compromise's match syntax; words are folded. */
const frames = {
  outOf: pattern(`[<count>#Count] tren tong? so? [<of>#Count] [<who>#Recipient ${rest}]`),
  counted: pattern(`[<count>#Count] (luot|cap)? [<who>#Recipient ${rest}]`),
  share: pattern(`[<percent>#Percent] (so|cac|tong)? so? cac? [<who>#Recipient ${rest}]`),
  several: pattern(`#Many #Inside{0,2} [<who>#Recipient ${rest}]`),
  countedAward: pattern(`[<count>#Count] (danh|tam|chiec|luot)? hieu? [<award>#Award ${rest}]`),
  shareAward: pattern(`[<percent>#Percent] (danh|so)? hieu? [<award>#Award ${rest}]`),
  passive: pattern('duoc [<grantor>(#Title|#Body) .{0,13}?] [<verb>#Honour]'),
  badge: pattern('huy hieu dang? [<years>#Count] nam? (tuoi|duoc)? dang?'),
  badgeAgain: pattern('[<years>#Count] nam (tuoi)? dang?'),
  ageAlone: pattern('[<years>#Count] nam tuoi dang'),
  shareAfter: pattern('(dat|chiem|bang|voi)? (ty|ti)? le? (dat|la|tren|hon|gan|khoang)? [<percent>#Percent]'),
} satisfies Record<string, Pattern>;

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
const sorts = ['Individual', 'Household', 'Agency', 'Village', 'Collective'] as const;
/** Recipients' words that stand for a body when no number is before them. */
const pureRecipient =
  /^(?:tập thể|cá nhân|hộ|hộ gia đình|gia đình|đơn vị|cơ quan|doanh nghiệp|chi bộ|đảng bộ|đồng chí|ông|bà|cán bộ|công chức|viên chức|đảng viên|người|hội viên|đoàn viên|mẹ|bà mẹ|học sinh|giáo viên|nông dân|chiến sĩ|chiến sỹ|điển hình|gương|tấm gương|thôn|làng|xã|phường|hộ nông dân|nghệ nhân|thân nhân)$/;

export interface SentenceEvents {
  readonly reading: SentenceReading;
  readonly events: readonly AwardEvent[];
}

const digits = (text: string): number => numbersInWords.get(text.toLowerCase()) ?? Number(text.replace(/[.%\s]/g, ''));
const decimal = (text: string): number => Number(text.replace('%', '').replace(',', '.'));

/** Reads a sentence with compromise and turns it into the awards, recipients and verbs that stand in it, in order. */
export function awardEvents(sentence: string): SentenceEvents {
  const reading = readSentence(sentence);
  const { words } = reading;
  const heads = new Map(reading.phrases.map((phrase) => [phrase.first, phrase] as const));
  const starts = matchesByStart(reading);
  const gap = (at: number): string =>
    at === 0 ? sentence.slice(0, words[0]?.start ?? 0) : sentence.slice(words[at - 1]!.end, words[at]?.start);
  const events: AwardEvent[] = [];
  const rowNumbered = numberedRow.test(sentence);
  const agesAlone = listsAges(sentence, reading);
  let order: PlainOrder | null = null;
  let badge: NamedAward | null = null;
  let at = 0;
  const put = (event: AwardEvent): void => {
    events.push(event);
    at = Math.max(at + 1, event.last);
  };
  while (at < words.length) {
    const before = gap(at);
    if (at === 0 && rowNumbered) {
      at += 1;
      continue;
    }
    if (/;|\.$/.test(before) && at > 0) events.push({ kind: 'stop', first: at, last: at, strength: 1 });
    else if (before.includes(':')) events.push({ kind: 'list', first: at, last: at, strength: 1 });
    const found = starts.get(at);
    const outOf = whole(found?.outOf ?? found?.counted, 'who', sentence, reading);
    const share = whole(found?.share, 'who', sentence, reading);
    if (outOf !== undefined || share !== undefined) {
      const who = (outOf ?? share)!.groups['who']!;
      const phrase = heads.get(who.first);
      // «6 tập thể lao động tiên tiến» counts an award: there the longer phrase is no recipient.
      if (phrase !== undefined && (isChange(at, words) || isPlace(at, phrase, events, words))) {
        at = phrase.last;
        continue;
      }
      if (phrase !== undefined) {
        const count = outOf?.groups['count'];
        const percent = share?.groups['percent'];
        put({
          ...recipientOf(phrase, sentence, reading),
          first: at,
          comma: before.includes(','),
          count: count === undefined ? null : digits(words[count.first]!.text.split('/')[0]!),
          percent: percent === undefined ? null : decimal(words[percent.first]!.text),
        });
        continue;
      }
    }
    const several = found?.several;
    if (several !== undefined) {
      const phrase = heads.get(several.groups['who']!.first);
      if (phrase !== undefined) {
        put({ ...recipientOf(phrase, sentence, reading), first: at, many: true });
        continue;
      }
    }
    const countedAward = whole(found?.countedAward ?? found?.shareAward, 'award', sentence, reading);
    if (countedAward !== undefined) {
      const phrase = heads.get(countedAward.groups['award']!.first);
      if (phrase !== undefined && !namesAnother(phrase, reading, sentence)) {
        const count = countedAward.groups['count'];
        const percent = countedAward.groups['percent'];
        const named = awardsOf(phrase, sentence, reading, heads);
        for (const [i, award] of named.entries()) {
          order = orderOf(phrase, award) ?? order;
          put({
            ...award,
            first: i === 0 ? at : award.first,
            count: i === 0 && count !== undefined ? digits(words[count.first]!.text.split('/')[0]!) : null,
            percent: i === 0 && percent !== undefined ? decimal(words[percent.first]!.text) : null,
          });
        }
        continue;
      }
    }
    const badges = badgeList(at, reading);
    if (badges !== null) {
      put(badges);
      continue;
    }
    const badgeMatch = found?.badge ?? (badge === null ? (agesAlone ? found?.ageAlone : undefined) : found?.badgeAgain);
    if (badgeMatch !== undefined) {
      badge = badgeOf(badgeMatch, reading);
      if (badge !== null) {
        put(badge);
        continue;
      }
    }
    const passive = found?.passive;
    if (passive !== undefined) {
      const verb = passive.groups['verb']!;
      const grantor = passive.groups['grantor']!;
      const bodies = bodiesIn(reading, sentence, grantor.first, grantor.last);
      const phrase = heads.get(verb.first);
      if (bodies.length > 0 && phrase !== undefined && !hasVerb(heads, grantor)) {
        put({
          kind: 'verb',
          act: phrase.tags.has('Praise') ? 'praise' : 'give',
          passive: true,
          grantor: sentence.slice(bodies[0]!.span.start, bodies.at(-1)!.span.end),
          comma: /[,;:]/.test(before),
          titled: false,
          first: at,
          last: phrase.last,
          strength: Math.min(phrase.strength, bodies[0]!.confidence),
        });
        continue;
      }
    }
    const shareAfter = found?.shareAfter;
    const percentAt = shareAfter?.groups['percent']?.first ?? at;
    // «có trên 94% số hộ đạt …»: the share counts who follows.
    if (
      percentAt > at &&
      /^(?:tren|hon|gan|khoang)$/.test(words[at]!.folded) &&
      (starts.get(percentAt)?.share ?? starts.get(percentAt)?.shareAward) !== undefined
    ) {
      at = percentAt;
      continue;
    }
    if (shareAfter !== undefined && isChange(shareAfter.first, words)) {
      at = shareAfter.last;
      continue;
    }
    if (shareAfter !== undefined) {
      put({
        kind: 'share',
        percent: decimal(words[shareAfter.groups['percent']!.first]!.text),
        aside: before.includes('('),
        first: at,
        last: shareAfter.last,
        strength: 1,
      });
      continue;
    }
    const said = totalBehind(at, events, words);
    if (said) {
      events.push({ kind: 'list', first: at + 1, last: at + 1, strength: 1 });
      at += 1;
      continue;
    }
    const phrase = heads.get(at);
    if (phrase === undefined) {
      // «2. Hồ sơ …», «ngày 12/3» number a list and a day, and count nothing.
      if (words[at]!.tags.has('Count') && !(at === 0 && /^[.)\n\t-]/.test(sentence.slice(words[at]!.end))))
        events.push({
          kind: 'count',
          count: digits(words[at]!.text.split('/')[0]!),
          first: at,
          last: at + 1,
          strength: 1,
        });
      else if (words[at]!.text === 'là' && namedFrom(at + 1, sentence, reading) !== null) {
        events.push({
          kind: 'named',
          name: namedFrom(at + 1, sentence, reading)!,
          first: at,
          last: at + 1,
          strength: 1,
        });
      } else if (prizeAlone(at, events, words)) {
        put(prizeOf(at, events, words));
        continue;
      } else {
        const title = quotedTitle(at, sentence, reading);
        if (title !== null) {
          put(title);
          continue;
        }
      }
      at += 1;
      continue;
    }
    if (phrase.tags.has('Award')) {
      // «đạt CSTĐ cơ sở/LĐTT»: behind the stroke stands the base of the share, not a second award.
      const isBase = before.includes('/') && events.at(-1)?.kind === 'award';
      // «điển hình tiên tiến» is a way to speak of people; only a counted one that is praised is an honour.
      if (isBase || formAt(phrase.entry.form!).code === 'NTVT' || namesAnother(phrase, reading, sentence))
        at = phrase.last;
      else
        for (const award of awardsOf(phrase, sentence, reading, heads)) {
          put(award);
          order = orderOf(phrase, award) ?? order;
        }
      continue;
    }
    if (phrase.tags.has('Grade') && order !== null) {
      put(gradeAlone(phrase, order, events, words));
      continue;
    }
    const act = acts.find(([tag]) => phrase.tags.has(tag))?.[1];
    if (act === 'aim' && namesPlan(at, phrase, reading, sentence)) {
      at = phrase.last;
      continue;
    }
    if (act !== undefined) {
      put({
        kind: 'verb',
        act,
        passive: words[at - 1]?.text.toLowerCase() === 'được' || /^được/iu.test(words[at]!.text),
        grantor: null,
        comma: /[,;:]/.test(before),
        titled: words[phrase.last - 1]!.folded === 'hieu',
        first: at,
        last: phrase.last,
        strength: phrase.strength,
      });
      continue;
    }
    if (phrase.tags.has('To') || phrase.tags.has('Part')) {
      put({ kind: phrase.tags.has('To') ? 'to' : 'part', first: at, last: phrase.last, strength: 1 });
      const named = phrase.tags.has('To') ? recipientByName(at, heads, sentence, reading) : null;
      if (named !== null) put(named);
      continue;
    }
    if (sorts.some((sort) => phrase.tags.has(sort)) && pureRecipient.test(phrase.entry.syllables.join(' '))) {
      if (isPlace(at, phrase, events, words)) {
        at = phrase.last;
        continue;
      }
      put(recipientOf(phrase, sentence, reading));
      continue;
    }
    // «Trường đạt …», «Khoa đã được …»: a body's plain word right before what it got.
    const inName = phrase.tags.has('Level') && at > 0 && !/[,;:]/.test(before);
    if (phrase.tags.has('Collective') && !inName && getsNext(phrase.last, heads, words)) {
      put(recipientOf(phrase, sentence, reading));
      continue;
    }
    at = phrase.last;
  }
  return { reading, events };
}

/** A number counts what follows it without a stop between («3. Tổ chức», «2023, Ban» count nothing), and a year does not. */
function whole(
  match: PatternMatch | undefined,
  group: string,
  sentence: string,
  { words }: SentenceReading,
): PatternMatch | undefined {
  const counted = match?.groups[group];
  if (match === undefined || counted === undefined) return undefined;
  for (let at = match.first + 1; at <= counted.first; at += 1)
    if (/[,;:.()\n\t–-]/.test(sentence.slice(words[at - 1]!.end, words[at]!.start))) return undefined;
  const isYear =
    /^(?:19|20)\d\d$/.test(words[match.first]!.text) && /^(?:năm|đoạn)$/iu.test(words[match.first - 1]?.text ?? '');
  return isYear ? undefined : match;
}

type FrameName = keyof typeof frames;

/** Tags without which a frame cannot match. */
const needs: Readonly<Record<FrameName, readonly string[]>> = {
  outOf: ['Count', 'Recipient'],
  counted: ['Count', 'Recipient'],
  share: ['Percent', 'Recipient'],
  several: ['Many', 'Recipient'],
  countedAward: ['Count', 'Award'],
  shareAward: ['Percent', 'Award'],
  passive: ['Honour'],
  badge: ['Count'],
  badgeAgain: ['Count'],
  ageAlone: ['Count'],
  shareAfter: ['Percent'],
};
const aboutBadges: ReadonlySet<FrameName> = new Set(['badge', 'badgeAgain', 'ageAlone']);

function matchesByStart(reading: SentenceReading): ReadonlyMap<number, Partial<Record<FrameName, PatternMatch>>> {
  const starts = new Map<number, Partial<Record<FrameName, PatternMatch>>>();
  const present = new Set(reading.words.flatMap(({ tags }) => [...tags]));
  const ages = reading.words.some(({ folded }) => folded === 'dang');
  for (const [name, wanted] of Object.entries(frames) as [FrameName, Pattern][]) {
    // A match costs the sentence's length and more: only where its words can be met.
    if (!needs[name].every((tag) => present.has(tag)) || (aboutBadges.has(name) && !ages)) continue;
    for (const match of reading.match(wanted)) {
      const there = starts.get(match.first) ?? {};
      there[name] = match;
      starts.set(match.first, there);
    }
  }
  return starts;
}

const hasVerb = (heads: ReadonlyMap<number, Phrase>, { first, last }: { first: number; last: number }): boolean => {
  for (let at = first; at < last; at += 1) {
    const phrase = heads.get(at);
    if (phrase !== undefined && (phrase.tags.has('Award') || acts.some(([tag]) => phrase.tags.has(tag)))) return true;
  }
  return false;
};

function recipientOf(phrase: Phrase, sentence: string, reading: SentenceReading): Recipient {
  const sort = sorts.find((one) => phrase.tags.has(one)) ?? 'Collective';
  return {
    kind: 'recipient',
    who:
      sort === 'Individual'
        ? 'individual'
        : sort === 'Household'
          ? 'household'
          : sort === 'Agency'
            ? 'organisation'
            : 'collective',
    sort,
    count: null,
    percent: null,
    comma: /[,;]/.test(sentence.slice(0, reading.words[phrase.first]!.start).trimEnd().slice(-1)),
    many: false,
    name: properAfter(phrase, sentence, reading),
    first: phrase.first,
    last: phrase.last,
    strength: phrase.strength,
  };
}

/** «Tập thể Ban Dân tộc tỉnh», «tập thể lãnh đạo Tổng cục Hải quan», «ông Nguyễn Văn A»: the name behind the word. */
function properAfter(phrase: Phrase, sentence: string, reading: SentenceReading): string | null {
  const { words } = reading;
  let at = phrase.last;
  if (words[at]?.folded === 'lanh' && words[at + 1]?.folded === 'dao') at += 2;
  if (at >= words.length || /[,;:.(]/.test(sentence.slice(words[phrase.last - 1]!.end, words[at]!.start))) return null;
  const end = nameEnd(at, sentence, reading);
  return end === null ? null : sentence.slice(words[phrase.first]!.start, words[end - 1]!.end);
}

/** End of the name that begins at a term: a body or capitalised words; null where none begins. */
function nameEnd(at: number, sentence: string, reading: SentenceReading): number | null {
  const { words } = reading;
  if (at >= words.length || !/^\p{Lu}/u.test(words[at]!.text)) return null;
  if (reading.phrases.some(({ first, tags }) => first === at && tags.has('Award'))) return null;
  const body = bodiesIn(reading, sentence, at, Math.min(words.length, at + 14))[0];
  if (body !== undefined && body.first === at) return body.last;
  let end = at;
  while (end < words.length && end < at + 8 && /^\p{Lu}/u.test(words[end]!.text)) {
    if (end > at && /[,;:.(\-–]/.test(sentence.slice(words[end - 1]!.end, words[end]!.start))) break;
    end += 1;
  }
  return end;
}

/** «cho Tổng cục Hải quan», «cho Đồn Biên phòng A»: a recipient by its name alone. */
function recipientByName(
  at: number,
  heads: ReadonlyMap<number, Phrase>,
  sentence: string,
  reading: SentenceReading,
): Recipient | null {
  const head = heads.get(at);
  if (head?.tags.has('Award') || (head !== undefined && pureRecipient.test(head.entry.syllables.join(' '))))
    return null;
  const body = bodiesIn(reading, sentence, at, Math.min(reading.words.length, at + 14))[0];
  const end = body?.first === at ? body.last : nameEnd(at, sentence, reading);
  if (end === null || !/\p{Lu}/u.test(sentence.slice(reading.words[at]!.start, reading.words[end - 1]!.end)))
    return null;
  return {
    kind: 'recipient',
    who: 'collective',
    sort: 'Collective',
    count: null,
    percent: null,
    comma: false,
    many: false,
    name: sentence.slice(reading.words[at]!.start, reading.words[end - 1]!.end),
    first: at,
    last: end,
    strength: body?.confidence ?? 0.8,
  };
}

/** The name of whoever begins at a term: «ông Nguyễn Văn A», «Cục Kiểm tra …». */
function namedFrom(at: number, sentence: string, reading: SentenceReading): string | null {
  const { words } = reading;
  const start = /^(?:ông|bà|anh|chị|em|đồng)$/u.test(words[at]?.text ?? '')
    ? at + (words[at]!.text === 'đồng' ? 2 : 1)
    : at;
  const end = nameEnd(start, sentence, reading);
  return end === null ? null : sentence.slice(words[at]!.start, words[end - 1]!.end);
}

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
  while (gradeable && last < words.length) {
    let at = last;
    if (words[at]?.folded === 'va' && grades.length > 0) at += 1;
    const head = heads.get(at);
    const spelled = head?.tags.has('Grade');
    const grade = spelled
      ? gradeNumber(words[head!.last - 1]!.folded)
      : grades.length > 0 && /^(?:Nhất|Nhì|Ba|nhất|nhì|ba|I{1,3})$/u.test(words[at]?.text ?? '')
        ? gradeNumber(words[at]!.folded)
        : null;
    if (grade === null || !/^[\s,"”]*$/u.test(gap(at))) break;
    last = spelled ? head!.last : at + 1;
    grades.push({ grade, last });
  }
  const quoted = /["“«'‘]\**$/u.test(sentence.slice(0, words[phrase.first]!.start).slice(-3).trimEnd());
  const titled = words[phrase.first - 1]?.text.toLowerCase() === 'hiệu';
  let { name, last: nameLast } = memorialName(row.award, phrase, last, sentence, reading);
  const { grantor, last: grantorLast } = grantorAfter(nameLast, sentence, reading);
  if (/^Cờ thi đua(?: xuất sắc)?$/u.test(name) && grantor !== null && isGovernment(grantor))
    name = 'Cờ thi đua của Chính phủ';
  else if (name === 'Cờ thi đua' && grantor !== null) name = `Cờ thi đua của ${grantor}`;
  const base = {
    kind: 'award' as const,
    evidence: row.evidence,
    count: null,
    percent: null,
    grantor,
    quoted,
    titled,
    rated: words.slice(Math.max(0, phrase.first - 4), phrase.first).some(({ folded }) => folded === 'le'),
    given:
      words[phrase.first - 1]?.text === 'cho' ||
      (/^\d/.test(words[phrase.first - 1]?.text ?? '') && words[phrase.first - 2]?.text === 'cho'),
    beforeName:
      /^\p{Lu}/u.test(words[nameLast]?.text ?? '') && !/[,;:.()"”]/.test(gap(nameLast)) && nameLast < words.length,
    strength: phrase.strength,
  };
  const code = row.code === '' ? null : row.code;
  if (grades.length === 0) return [{ ...base, name, code, first: phrase.first, last: Math.max(nameLast, grantorLast) }];
  return grades.map(({ grade, last: end }, i) => ({
    ...base,
    ...graded(name, code, grade),
    first: i === 0 ? phrase.first : grades[i - 1]!.last,
    last: i === grades.length - 1 ? Math.max(end, grantorLast) : end,
  }));
}

/** «Kỷ niệm chương “Vì sự nghiệp …”»: every ministry has its own, so the words behind it are its name. */
function memorialName(
  name: string,
  phrase: Phrase,
  last: number,
  sentence: string,
  reading: SentenceReading,
): { name: string; last: number } {
  const { words } = reading;
  if (name !== 'Kỷ niệm chương' || words[last]?.text.toLowerCase() !== 'vì') return { name, last };
  const opened = /["“«‘']/u.test(sentence.slice(words[phrase.last - 1]!.end, words[last]!.start));
  let end = last + 1;
  while (end < words.length && end < last + 14) {
    const between = sentence.slice(words[end - 1]!.end, words[end]!.start);
    if (opened ? /["”»’']/u.test(between) : /[,;:.()]/.test(between)) break;
    if (!opened && /^(?:cho|của|năm|tại|đối|và|theo)$/u.test(words[end]!.text)) break;
    end += 1;
  }
  const tail = sentence.slice(words[last]!.start, words[end - 1]!.end).replace(/["“”«»*]/gu, '');
  return { name: `${name} ${tail[0]!.toUpperCase()}${tail.slice(1)}`, last: end };
}

/** «của Chủ tịch UBND tỉnh hoặc của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc» right behind the award. */
function grantorAfter(
  last: number,
  sentence: string,
  reading: SentenceReading,
): { grantor: string | null; last: number } {
  const { words } = reading;
  if (!/^(?:của|do)$/iu.test(words[last]?.text ?? '')) return { grantor: null, last };
  if (/[,;.:]/.test(sentence.slice(words[last - 1]!.end, words[last]!.start))) return { grantor: null, last };
  const from = last + 1;
  const first = bodiesIn(reading, sentence, from, Math.min(words.length, from + 16))[0];
  if (first === undefined || first.first !== from) return { grantor: null, last };
  let end = first.last;
  while (/^(?:hoặc|và)$/u.test(words[end]?.text ?? '') && words[end + 1]?.text === 'của') {
    const next = bodiesIn(reading, sentence, end + 2, Math.min(words.length, end + 16))[0];
    if (next === undefined || next.first !== end + 2) break;
    end = next.last;
  }
  return { grantor: sentence.slice(words[from]!.start, words[end - 1]!.end), last: end };
}

/** «Huy hiệu 30, 40, 45 năm tuổi Đảng», «Huy hiệu 45 năm, 40 năm và 30 năm tuổi Đảng»: one number for several badges. */
function badgeList(at: number, { words }: SentenceReading): NamedAward | null {
  if (words[at]!.folded !== 'huy' || words[at + 1]?.folded !== 'hieu') return null;
  let end = words[at + 2]?.folded === 'dang' ? at + 3 : at + 2;
  let years = 0;
  while (end < words.length) {
    const { text, folded } = words[end]!;
    if (/^\d\d$/.test(text)) years += 1;
    else if (!(years > 0 && (folded === 'va' || folded === 'nam'))) break;
    end += 1;
  }
  if (years < 2 || (words[end - 1]!.folded !== 'nam' && words[end]?.folded !== 'tuoi')) return null;
  if (words[end]?.folded === 'tuoi' && words[end + 1]?.folded === 'dang') end += 2;
  return { ...plainAward, name: 'Huy hiệu Đảng', code: 'HHD', first: at, last: end };
}

/** «30 năm tuổi Đảng có 24 đảng viên, 40 năm tuổi Đảng có 3 đảng viên»: badges by their years alone, each with its number. */
function listsAges(sentence: string, reading: SentenceReading): boolean {
  if (!/tuổi đảng/iu.test(sentence)) return false;
  const ages = reading.match(frames.ageAlone).filter(({ groups }) => {
    const years = reading.words[groups['years']!.first]!.text;
    return awardRow(`HHD_${years}`) !== undefined;
  });
  return ages.length > 1 && !/trở lên|dưới|trên \d/iu.test(sentence);
}

interface PlainOrder {
  readonly name: string;
  readonly code: string | null;
}

/** An order or medal by its name without class, for classes that follow it. */
function orderOf(phrase: Phrase, award: NamedAward): PlainOrder | null {
  const row = formAt(phrase.entry.form!);
  return /^Hu[ây]n? chương/u.test(row.award) && award.name.startsWith(row.award)
    ? { name: row.award, code: row.code === '' ? null : row.code }
    : null;
}

/** «01 Huân chương Lao động hạng Nhì, 02 hạng Ba», «(hạng Nhất 1 tập thể; hạng Nhì 3 tập thể)»: the class stands for the order. */
function gradeAlone(
  phrase: Phrase,
  { name, code }: PlainOrder,
  events: AwardEvent[],
  words: SentenceReading['words'],
): NamedAward {
  const before = events.at(-1);
  const count = before?.kind === 'count' && before.last === phrase.first ? before : null;
  if (count !== null) events.pop();
  return {
    ...plainAward,
    ...graded(name, code, gradeNumber(words[phrase.last - 1]!.folded)!),
    count: count?.count ?? null,
    first: count?.first ?? phrase.first,
    last: phrase.last,
  };
}

const prizeWords: Readonly<Record<string, string>> = {
  Nhất: 'Giải Nhất',
  Nhì: 'Giải Nhì',
  Ba: 'Giải Ba',
  KK: 'Giải Khuyến khích',
};

/** «8 giải Nhất, 12 giải Nhì và 3 Ba»: a counted rank behind a prize is a prize. */
function prizeAlone(at: number, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  const before = events.at(-1);
  return (
    prizeWords[words[at]!.text] !== undefined &&
    before?.kind === 'count' &&
    before.last === at &&
    events.some((event) => event.kind === 'award' && event.code === 'GIAI')
  );
}

function prizeOf(at: number, events: AwardEvent[], words: SentenceReading['words']): NamedAward {
  const count = events.pop();
  return {
    ...plainAward,
    evidence: 'prize',
    name: prizeWords[words[at]!.text]!,
    code: 'GIAI',
    count: count?.kind === 'count' ? count.count : null,
    first: at - 1,
    last: at + 1,
  };
}

/** «tăng 160 xã», «giảm 2,5%»: the size of a change. */
const isChange = (at: number, words: SentenceReading['words']): boolean =>
  /^(?:tang|giam|vuot)$/.test(words[at - 1]?.folded ?? '');

/** «249 đơn vị thuộc 57 tỉnh», «16 tỉnh có 100% số xã đạt …»: where they are, not who. */
function isPlace(at: number, phrase: Phrase, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  const inside =
    /^(?:thuoc|tai|o)$/.test(words[at - 1]?.folded ?? '') && events.some(({ kind }) => kind === 'recipient');
  const next = words[phrase.last + 1];
  return (
    inside ||
    (words[phrase.last]?.folded === 'co' && (next?.tags.has('Percent') === true || next?.tags.has('Count') === true))
  );
}

const adverbs = /^(?:da|duoc|vinh|du|lien|tuc|luon|cung|con|deu|nam|hoc|\d{1,4})$/;

/** Whether the next verb, but for adverbs, is one of getting. */
function getsNext(from: number, heads: ReadonlyMap<number, Phrase>, words: SentenceReading['words']): boolean {
  for (let at = from; at < Math.min(from + 5, words.length); at += 1) {
    if (heads.get(at)?.tags.has('Receive')) return true;
    if (!adverbs.test(words[at]!.folded)) return heads.get(at)?.tags.has('Honour' as never) === true;
  }
  return false;
}

/** A line of a flattened table: number of the row, words, numbers. */
const numberedRow = /^\s*\d{1,3}\s+[^,;:.\d]{2,200}(?:\s+\d[\d.,]{0,12}%?){1,12}\s*$/u;

const isGovernment = (grantor: string): boolean => /^(?:thủ tướng )?chính phủ$/iu.test(grantor);

/** «kỳ thi chọn học sinh giỏi», «phong trào nông dân thi đua sản xuất, kinh doanh giỏi»: the name of a contest or movement. */
function namesAnother(phrase: Phrase, { words }: SentenceReading, sentence: string): boolean {
  const { evidence } = formAt(phrase.entry.form!);
  if (evidence !== 'title' && evidence !== 'counted') return false;
  const from = Math.max(0, phrase.first - 9);
  const before = ` ${words
    .slice(from, phrase.first)
    .map(({ folded }) => folded)
    .join(' ')} `;
  if (
    / (?:thi|thi chon|chon|boi duong|doi tuyen|on luyen|thi dua|luyen thi|hoi nghi|nuoi day|hieu qua|cau lac bo|tieu chuan|tieu chi) $/.test(
      before,
    )
  ) {
    return !/ dat (?:tieu chuan|tieu chi) $/.test(before);
  }
  if (/[;:.]/.test(sentence.slice(words[from]!.start, words[phrase.first]!.start))) return false;
  return / (?:phong trao|cuoc van dong|hoi thi|cuoc thi|ky thi|hoi nghi)(?! [a-z ]*(?:dat|danh hieu|duoc cong nhan|co) )/.test(
    before,
  );
}

/** «thực hiện chỉ tiêu», «vượt 3% so với chỉ tiêu» speak of a plan that was made; «chỉ tiêu: …» sets one. */
function namesPlan(at: number, phrase: Phrase, { words }: SentenceReading, sentence: string): boolean {
  const noun = words[at]!.folded === 'chi' || words[at]!.folded === 'muc';
  if (!noun || /^\s*:/.test(sentence.slice(words[phrase.last - 1]!.end))) return false;
  return /^(?:voi|vuot|hien|thanh|cac|nhung|nhieu|gia|vu|theo|dat|qua|giao|ke)$/.test(words[at - 1]?.folded ?? '');
}

/** «tổng số hộ đạt danh hiệu … đạt 8.200/9.000 hộ», «đạt danh hiệu … có 120/150»: the number of those who got it, said afterwards. */
function totalBehind(at: number, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  if (!/^(?:dat|co|la|len)$/.test(words[at]!.folded) || !words[at + 1]?.tags.has('Count')) return false;
  const sinceStop = events
    .slice(events.findLastIndex(({ kind }) => kind === 'stop' || kind === 'part') + 1)
    .filter(({ kind }) => kind !== 'count');
  const award = sinceStop.at(-1);
  if (award?.kind !== 'award' || !/^(?:title|recognition)$/.test(award.evidence) || at - award.last > 8) return false;
  if (sinceStop.filter(({ kind }) => kind === 'award').length > 1 || (award.count ?? award.percent) !== null)
    return false;
  return sinceStop.every(
    (event) =>
      event.kind !== 'recipient' ||
      (event.count === null && event.percent === null && words[event.first - 1]?.folded === 'so'),
  );
}

const plainAward = {
  kind: 'award',
  evidence: 'form',
  count: null,
  percent: null,
  grantor: null,
  quoted: false,
  titled: false,
  given: false,
  rated: false,
  beforeName: false,
  strength: 1,
} as const;

function badgeOf(match: PatternMatch, reading: SentenceReading): NamedAward | null {
  const years = Number(reading.words[match.groups['years']!.first]!.text);
  const code = `HHD_${years}`;
  if (awardRow(code) === undefined) return null;
  return { ...plainAward, name: `Huy hiệu ${years} năm tuổi Đảng`, code, first: match.first, last: match.last };
}

/** «danh hiệu “Trường học hạnh phúc”»: a title that no table knows. */
function quotedTitle(at: number, sentence: string, reading: SentenceReading): NamedAward | null {
  const { words } = reading;
  if (words[at - 1]?.text.toLowerCase() !== 'hiệu' || words[at - 2]?.text.toLowerCase() !== 'danh') return null;
  if (!/["“«]\**$/u.test(sentence.slice(words[at - 1]!.end, words[at]!.start)) || !/^\p{Lu}/u.test(words[at]!.text))
    return null;
  let end = at + 1;
  while (end < words.length && end < at + 10 && !/["”»]/u.test(sentence.slice(words[end - 1]!.end, words[end]!.start)))
    end += 1;
  if (end < words.length ? end >= at + 10 : !/["”»]/u.test(sentence.slice(words[end - 1]!.end))) return null;
  return {
    kind: 'award',
    name: sentence.slice(words[at]!.start, words[end - 1]!.end).replace(/\*/g, ''),
    code: null,
    evidence: 'title',
    count: null,
    percent: null,
    grantor: null,
    quoted: true,
    titled: true,
    given: false,
    rated: false,
    beforeName: false,
    first: at,
    last: end,
    strength: 0.7,
  };
}
