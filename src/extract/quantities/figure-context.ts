import type { TextSpan } from '../../model/index.js';
import { clauseStart } from './clause.js';
import type { Commendation } from './commendation.js';
import { type Phrase, phraseOf } from './phrase.js';
import { type PhraseAfter, phraseAfter } from './phrase-after.js';
import { type PhraseBefore, phraseBefore } from './phrase-before.js';
import type { Draft } from './reading.js';

/** A figure with what it measures, as the figures after it in the sentence see it. */
export interface Measured {
  readonly draft: Draft;
  readonly indicator: Phrase | null;
  /** what was done with it ("xây mới và sửa chữa"), without the figure */
  readonly action: TextSpan | null;
  /** the body or place that did it, where its clause names one */
  readonly actor: TextSpan | null;
  /** what the figure that this one is a part of measures ("trong đó …") */
  readonly whole: Whole | null;
  /** what it measures, without the name of its whole */
  readonly own: Phrase | null;
  /** what the list that it stands in breaks down ("Diện tích gieo trồng: lúa …, ngô …") */
  readonly list: Phrase | null;
  /** the figure before it in its sentence */
  readonly previous: Measured | null;
  /** of a sum of money: what sums after it in the sentence are a use of ("Nhu cầu kinh phí …, đã cấp …") */
  readonly matter: Phrase | null;
  /** what those who are counted were given */
  readonly commendation: Commendation | null;
}

/** What has parts, and the unit that it is counted in. */
export interface Whole {
  readonly name: Phrase;
  readonly unit: string;
}

/** One figure among those of its block, and the sentence around it. */
export interface Position {
  readonly text: string;
  readonly lower: string;
  readonly drafts: readonly Draft[];
  readonly index: number;
  /** the sentence's start and end */
  readonly floor: number;
  readonly end: number;
  /** the figure before this one in the same sentence */
  readonly previous: Measured | null;
  readonly after: PhrasesAfter;
  /** what the list of paragraphs that this one is an item of is about ("Diện tích gieo trồng:", then "- Lúa: 320 ha") */
  readonly head: Phrase | null;
  /** what the items of that list, or a paragraph that opens with "Trong đó", are parts of */
  readonly wholeOfList: Whole | null;
}

/** The noun phrase of each figure's unit, up to `end`; read once, since figures named together look at one another's. */
export type PhrasesAfter = (index: number, end: number) => PhraseAfter;

export function phrasesAfter(text: string, lower: string, drafts: readonly Draft[]): PhrasesAfter {
  const known: PhraseAfter[] = [];
  return (index, end) => {
    const { unitStart, unitEnd } = drafts[index]!;
    known[index] ??= phraseAfter(text, lower, unitStart, unitEnd, Math.min(end, drafts[index + 1]?.start ?? end));
    return known[index];
  };
}

/** One figure with what its clause says before it. */
export interface Around extends Position {
  readonly draft: Draft;
  readonly before: PhraseBefore;
  readonly clause: number;
  readonly from: number;
  readonly limit: number;
  /** between the figure before and this one */
  readonly gap: string;
  readonly whole: Whole | null;
}

/** After a percentage, these say what it is held against, not what it is a share of. */
export const heldAgainst =
  /^ ?(?:kế hoạch|(?:kh|dt)(?= |[.,;)]|$)|chỉ tiêu|dự toán|so với|so cùng|cùng kỳ|yêu cầu|nhiệm vụ|mục tiêu|nghị quyết|trở|tổng|năm|vào|trong|và|với|khối lượng)/;
/** Between two figures that are named together: "03 tập thể và 12 cá nhân". */
export const together = /^(?:,| và|, và|;| hoặc|,? cùng) ?$/;
/** What may be said of several things at once: "… được tặng Bằng khen", "… đang hoạt động". */
export const predicate =
  /(?:^| )(?:được|bị|đạt|đã|đang|chưa|không|tham gia|đăng ký|hoàn thành|thành lập|vi phạm|có thành tích|ngừng|giải thể|mới)(?= )/;

/** The last "với" that brings a means or a cost; none in "đối với", "so với". */
export function withAt(lower: string, from: number, to: number): number {
  const found = lower.slice(from, to).lastIndexOf(' với ');
  const at = from + found;
  return found < 0 || /(?:đối|so|cùng|gắn|hợp|kết)$/.test(lower.slice(Math.max(from, at - 5), at)) ? -1 : at;
}

/** The words before the colon that a clause follows: "Tổng số vụ vi phạm: 18.642 vụ". */
export function lead({ text, lower, clause, floor, draft, previous }: Around): PhraseBefore | null {
  let at = clause - 1;
  while (at > floor && lower[at] === ' ') at -= 1;
  if (at <= floor) return null;
  // "- Lĩnh vực phi nông nghiệp (60 người)"
  if (
    lower[at] === '(' &&
    lower[draft.end] === ')' &&
    (previous === null || previous.draft.end < clauseStart(lower, at, floor))
  )
    return phraseBefore(text, lower, clauseStart(lower, at, floor), at);
  if (lower[at] === '\n') return lineAbove(text, lower, at, floor);
  if (lower[at] !== ':') return null;
  const start = clauseStart(lower, at, floor);
  const words = phraseBefore(text, lower, start, at);
  // "Số hộ thoát nghèo: năm 2021: 45 hộ": a time alone is no name.
  const above = start - 1;
  return words.span === null && above > floor && lower[above] === ':'
    ? phraseBefore(text, lower, clauseStart(lower, above, floor), above)
    : words;
}

/** "Điểm trung tâm", and under it "7.505 m²": a line of a few words over the line of a figure. */
function lineAbove(text: string, lower: string, at: number, floor: number): PhraseBefore | null {
  const start = Math.max(floor, lower.lastIndexOf('\n', at - 1) + 1);
  const line = lower.slice(start, at);
  return line.length > 80 || /\d|[.;,]\s*$/.test(line) ? null : phraseBefore(text, lower, start, at);
}

/** "Một số địa phương giảm diện tích lúa: Hà Nội giảm 5 nghìn ha": what a list of places is of. */
export function leadOfActor(around: Around): Phrase | null {
  const { text, before, clause, from } = around;
  return before.actor !== null && before.actor === before.span && clause - 1 > from
    ? namedBefore(text, lead(around))
    : null;
}

/** The words before a figure as the name of what it measures; null when they say who, what was done, or against what. */
export function namedBefore(text: string, phrase: PhraseBefore | null): Phrase | null {
  if (phrase === null || phrase.verbal || phrase.actor === phrase.span) return null;
  const subject = phraseOf(text, phrase.span);
  return subject === null ||
    /^(?:so với|cùng kỳ|so cùng|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn|(?:bình quân|trung bình)$)| (?:cho|của|để|tại)$/i.test(
      subject.words,
    )
    ? null
    : subject;
}
