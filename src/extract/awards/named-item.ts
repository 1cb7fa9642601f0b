import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, Recipient } from './award-event.js';
import { listedName } from './listed-name.js';

const separator = /\s*(?::|\s[-–—]\s|\||,\s)\s*/u;
const opener = /^\s*(?:(?:[-–—+*•·]|\(?\d{1,3}[.)/]|[a-zđ][.)])\s*){0,2}/u;

const marked = /^\s*(?:[-–—+*•·]|\(?\d{1,3}[.)/]|[a-zđ][.)])\s/u;

/**
 * An item of a list that names who and then what: «- Trường Tiểu học A: Tập thể lao động xuất sắc», «2. Bà Lê Thị B, Phó
 * Giám đốc: Bằng khen của UBND tỉnh», «3. Ông Trần C, Trưởng phòng, Chiến sĩ thi đua cơ sở».
 *
 * @param inList whether it stands in a list of awards; elsewhere it needs a verb of getting («Huyện A: Đón nhận Huân chương …»),
 *   or a number of its own before a person's name
 * @returns its events with the name as one recipient; null where the item is no such thing
 */
export function namedItem(
  sentence: string,
  { words }: SentenceReading,
  events: readonly AwardEvent[],
  inList: boolean,
): readonly AwardEvent[] | null {
  const at = events.findIndex(({ kind }) => kind === 'award');
  const award = events[at];
  if (award?.kind !== 'award' || award.count !== null || award.percent !== null) return null;
  // «Hội Nông dân tỉnh: tặng Bằng khen 04 tập thể»: the label gives.
  if (events.slice(at + 1).some((event) => event.kind === 'recipient' && event.count !== null)) return null;
  const begins = words[award.first]!.start;
  const mark = opener.exec(sentence)![0].length;
  // The last mark before the award and its verb parts the two.
  const label = sentence.slice(0, begins);
  const parts = [...label.slice(mark).matchAll(new RegExp(separator, 'gu'))];
  const last = parts.at(-1);
  if (last === undefined) return null;
  const nameEnd = mark + last.index;
  const rest = label.slice(nameEnd + last[0].length).trim();
  if (
    rest !== '' &&
    !/^(?:["“«'‘]|(?:được |đề nghị )?(?:vinh dự )?(?:tặng|tặng thưởng|đạt|công nhận|nhận|đón nhận|vinh danh)?(?: danh hiệu)?\s*["“«'‘]?)$/iu.test(
      rest,
    )
  )
    return null;
  const name = listedName(sentence.slice(0, nameEnd), null);
  if (name === null) return null;
  const ownItem = name.who === 'individual' && marked.test(sentence) && closesItem(sentence, words, events, award);
  if (!inList && !ownItem && !/^(?:vinh dự )?(?:được tặng|đón nhận|nhận)/iu.test(rest)) return null;
  // «Bà B, Phó Giám đốc, Bằng khen …»: a comma parts the award from who got it, where nothing else stands before it.
  if (last[0].includes(',') && rest !== '' && !/^(?:danh hiệu )?["“«'‘]?$/iu.test(rest)) return null;
  const from = words.findIndex(({ start }) => start >= name.start);
  const to = words.findIndex(({ start }) => start >= nameEnd);
  const recipient: Recipient = {
    kind: 'recipient',
    who: name.who,
    sort: name.who === 'individual' ? 'Individual' : name.who === 'household' ? 'Household' : 'Collective',
    count: 1,
    percent: null,
    comma: false,
    many: false,
    name: name.name,
    first: from,
    last: to,
    strength: 0.9,
  };
  return [recipient, ...events.filter(({ kind, first }) => first >= to && kind !== 'list')];
}

/** Whether behind the award stands nothing but a year or more awards: the item says what somebody got, not what else they are. */
function closesItem(
  sentence: string,
  words: SentenceReading['words'],
  events: readonly AwardEvent[],
  award: AwardEvent,
): boolean {
  const others = events.filter(({ kind, first }) => first > award.first && kind !== 'list' && kind !== 'to');
  const end = words[(others.at(-1) ?? award).last - 1]!.end;
  return others.every(({ kind }) => kind === 'award') && yearAtMost.test(sentence.slice(end));
}

const yearAtMost =
  /^[\s.;,)"”»]*(?:\(?(?:(?:trong )?năm(?: học)? )?(?:19|20)\d\d(?:\s?[-–,]\s?(?:19|20)\d\d)*)?[\s.;,)]*$/iu;
