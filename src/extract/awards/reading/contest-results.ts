import type { NamedAward, Recipient, Verb } from '../award-event.js';
import { formAt } from '../award-names.js';
import { addressedPerson } from './named-recipients.js';
import { countAt } from './numbers.js';
import { plainAward } from './plain-award.js';
import { plainVerb } from './plain-verb.js';
import { closesClause, gapBefore, put, type Reader, type Scan } from './scan.js';

const winning = (first: number, last: number): Verb => ({ ...plainVerb, act: 'receive', first, last, strength: 0.9 });
const anyPrize = (first: number): NamedAward => ({
  ...plainAward,
  evidence: 'prize',
  name: 'Giải',
  code: 'GIAI',
  first,
  last: first + 1,
});

/** Whether a prize by its rank begins at a term. */
function isPrize({ heads }: Scan, at: number): boolean {
  const form = heads.get(at)?.entry.form;
  return form != null && formAt(form).code === 'GIAI';
}

/** «05 bài đạt giải B», «03 bài được giải khuyến khích»: what was sent in and won. */
export const readEntries: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (!words[at]!.tags.has('Count') || words[at + 1]?.text !== 'bài' || scan.heads.has(at + 1)) return null;
  const behind = words[at + 2]?.text ?? '';
  if (!/^(?:đạt|đoạt|giành|được)$/u.test(behind) || words[at + 3]?.text !== 'giải') return null;
  return put(scan, at, {
    kind: 'recipient',
    who: null,
    sort: 'Case',
    count: countAt(at, words),
    percent: null,
    comma: gapBefore(scan, at).includes(','),
    many: false,
    name: null,
    first: at,
    last: at + 2,
    strength: 1,
  });
};

/** «03 giải pháp có giải (01 nhì, 02 khuyến khích)»: those who are counted have prizes. */
export const readHadPrizes: Reader = (scan, at) => {
  const { words } = scan.reading;
  const who = scan.events.at(-1);
  if (words[at]!.text !== 'có' || words[at + 1]?.text !== 'giải' || scan.heads.has(at + 1)) return null;
  if (who?.kind !== 'recipient' || who.count === null || who.last !== at) return null;
  if (!closesClause(scan, at + 1) && !/^\s*\(/.test(scan.sentence.slice(words[at + 1]!.end))) return null;
  put(scan, at, winning(at, at + 1));
  return put(scan, at, anyPrize(at + 1));
};

/** «Hội thi chỉ huy Đội giỏi: không đạt giải»: no prize was won. */
export const readNoPrize: Reader = (scan, at) => {
  const { words } = scan.reading;
  const verb = scan.events.at(-1);
  if (words[at]!.text !== 'giải' || scan.heads.has(at) || verb?.kind !== 'verb') return null;
  if (verb.act !== 'deny' || verb.last !== at || words[at - 1]!.text !== 'đạt' || !closesClause(scan, at)) return null;
  // «Trường có 03 em dự thi, không đạt giải»
  if (verb.comma) dropEntrants(scan, scan.events.length - 2);
  return put(scan, at, { ...anyPrize(at), heads: true });
};

/** «cô Lê Thị A (môn Tiếng Anh) xếp giải Nhì», «đội B xếp giải Ba»: where somebody stood in a contest. */
export const readPlaced: Reader = (scan, at) => {
  if (scan.reading.words[at]!.text !== 'xếp' || !isPrize(scan, at + 1)) return null;
  return put(scan, at, winning(at, at + 1));
};

/** «cô Lê Thị A (môn Tiếng Anh) xếp giải Nhì»: a teacher as pupils call her, with her name, right before what she won. */
export const readWinner: Reader = (scan, at) => {
  if (scan.heads.has(at) || !/^(?:thầy|cô)$/iu.test(scan.reading.words[at]!.text)) return null;
  const person = addressedPerson(scan, at);
  if (person === null) return null;
  const behind = scan.sentence.slice(scan.reading.words[person.last - 1]!.end);
  return /^(?:\s*\([^()]{1,40}\))?\s+(?:xếp|đạt|đoạt|giành)(?: được)? giải(?!\p{L})/u.test(behind)
    ? // «có 05 giáo viên, trong đó cô Lê Thị A xếp giải Ba»: of the others it is not said.
      put(scan, at, { ...person, clause: true })
    : null;
};

/** «chi hội thôn A giải nhất, chi hội thôn B giải nhì»: whoever is named right before a prize won it. */
export const readPrizeOfNamed: Reader = (scan, at) => {
  if (!isPrize(scan, at) || gapBefore(scan, at) !== ' ') return null;
  const who = scan.events.at(-1);
  if (who?.kind !== 'recipient' || who.name === null || who.count !== null || endOf(who) !== at) return null;
  const before = scan.events.findLast(({ kind }) => kind !== 'recipient');
  if (before?.kind === 'to' || before?.kind === 'verb') return null;
  dropEntrants(scan, scan.events.length - 2);
  scan.events.push(winning(at, at));
  return null;
};

const endOf = ({ first, last, name }: Recipient): number => Math.max(last, first + (name?.split(/\s+/).length ?? 0));

/** «có 16 đội tham gia, đội A đoạt giải Nhất»: those who took part did not all win it. */
export const readWinningVerb: Reader = (scan, at) => {
  if (!scan.heads.get(at)?.tags.has('Receive') || !isPrize(scan, scan.heads.get(at)!.last)) return null;
  const last = scan.events.length - 1;
  const between = scan.sentence.slice(
    scan.reading.words[(scan.events[last]?.last ?? 1) - 1]!.end,
    scan.reading.words[at]!.start,
  );
  if (/,\s*\p{Lu}/u.test(between)) dropEntrants(scan, last);
  return null;
};

/** Takes away whoever is only told to be there. */
function dropEntrants({ events }: Scan, at: number): void {
  const entrants = events[at];
  if (entrants?.kind === 'recipient' && entrants.ofBody === true && entrants.count !== null) events.splice(at, 1);
}

const ranks: Readonly<Record<string, string>> = { nhất: 'Giải Nhất', nhì: 'Giải Nhì', ba: 'Giải Ba', tư: 'Giải Tư' };
/** «Giải Nhất thuộc về đội A; nhì: đội B; ba: đội C»: a rank labels the next ones. */
export const readRankLabel: Reader = (scan, at) => {
  const { words } = scan.reading;
  const name = ranks[words[at]!.text.toLowerCase()];
  if (
    name === undefined ||
    !/[;,]\s*$/.test(gapBefore(scan, at)) ||
    !/^\s*:\s*\p{Lu}/u.test(scan.sentence.slice(words[at]!.end))
  )
    return null;
  if (!scan.events.some((event) => event.kind === 'award' && event.code === 'GIAI')) return null;
  return put(scan, at, { ...anyPrize(at), name, heads: true, label: true });
};

/** «được Ban Tổ chức trao giải Ba»: whoever held the contest gave it. */
export const readByOrganisers: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at]!.text !== 'được') return null;
  const written = words.slice(at + 1, at + 4).map(({ text }) => text.toLowerCase());
  const last = written[0] === 'btc' ? at + 2 : written.join(' ') === 'ban tổ chức' ? at + 4 : null;
  const verb = last === null ? undefined : scan.heads.get(last);
  if (last === null || !verb?.tags.has('Grant')) return null;
  return put(scan, at, {
    ...plainVerb,
    act: 'give',
    passive: true,
    grantor: scan.sentence.slice(words[at + 1]!.start, words[last - 1]!.end),
    comma: gapBefore(scan, at).includes(','),
    first: at,
    last: verb.last,
    strength: verb.strength,
  });
};

const occasion =
  /(?:^|[.;,]\s|\n)\s*(?:[-–+*•]\s*)?(?:Tại|Trong|Qua|Tham gia|Tham dự) (?:Liên hoan|Hội thi|Hội thao|Hội diễn|Cuộc thi|Ngày hội|Đại hội|Hội nghị|Festival|Giải)[^,;:.\d]*$/iu;
/** In characters. */
const longestOccasion = 160;
/** «Tại Liên hoan các câu lạc bộ gia đình hạnh phúc, đội A được trao giải Ba»: whom the occasion's name tells got nothing there. */
export const readOfOccasion: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  const { words } = scan.reading;
  const named = ['Many', 'Household', 'Collective', 'Individual'] as const;
  if (phrase === undefined || phrase.tags.has('Award') || !named.some((tag) => phrase.tags.has(tag))) return null;
  if (!occasion.test(scan.sentence.slice(Math.max(0, words[at]!.start - longestOccasion), words[at]!.start)))
    return null;
  const behind = scan.sentence.slice(words[phrase.last - 1]!.end).slice(0, longestOccasion);
  return /^[^,;:.\d]*,\s/.test(behind) && !/^[^,]*(?:được|đạt|giành|đoạt|nhận)/u.test(behind) ? phrase.last : null;
};
