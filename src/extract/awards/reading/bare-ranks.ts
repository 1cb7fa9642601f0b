import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, NamedAward } from '../award-event.js';
import { formAt, graded, gradeNumber } from '../award-names.js';
import { plainAward } from './plain-award.js';
import { type PlainOrder, put, type Reader } from './scan.js';

/** An order or medal by its name without class, for classes that follow it. */
export function orderOf(phrase: Phrase, award: NamedAward): PlainOrder | null {
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

/** «60 sản phẩm 3 sao, 25 sản phẩm đạt 4 sao» where OCOP is spoken of. */
export const readStars: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (words[at + 1]?.text !== 'sao' || !/^0?[345]$/.test(words[at]!.text) || !/ocop/iu.test(scan.sentence)) return null;
  const before = scan.events.at(-1);
  const what = before?.kind === 'recipient' ? before.last : before?.kind === 'verb' ? before.last : -1;
  if (what !== at && words[at - 1]?.text !== 'hạng') return null;
  return put(scan, at, {
    ...plainAward,
    evidence: 'recognition',
    name: 'Sản phẩm OCOP',
    code: 'OCOP',
    first: at,
    last: words[at + 2]?.text === 'OCOP' ? at + 3 : at + 2,
  });
};

export const readClass: Reader = (scan, at) => {
  const phrase = scan.heads.get(at);
  if (scan.order === null || phrase === undefined || !phrase.tags.has('Grade')) return null;
  return put(scan, at, gradeAlone(phrase, scan.order, scan.events, scan.reading.words));
};

export const readPrize: Reader = (scan, at) => {
  if (scan.heads.has(at) || !prizeAlone(at, scan.events, scan.reading.words)) return null;
  return put(scan, at, prizeOf(at, scan.events, scan.reading.words));
};
