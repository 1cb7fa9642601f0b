import { fold } from '../../text/fold.js';
import { isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { documentTypeOf } from './document-type.js';
import { anaphorOf, type RawMention } from './raw-mention.js';
import { bareNumberAt } from './read-number.js';
import { type PlacedTypeWord, typeWordAt } from './type-words.js';

/** A short name that a report gives to a document: "(sau đây gọi tắt là Chương trình 1719)". */
interface Alias {
  readonly words: string;
  readonly document: RawMention;
}

const definition =
  /\([*_“" ]{0,3}(?:(?:sau|dưới|từ)[ \n](?:đây|đó|nay)(?:[ \n]được)?[ \n])?(?:gọi|viết)[ \n](?:(?:tắt|chung|ngắn gọn)[ \n])?là:?[ \n]{1,2}[*_“"« ]{0,3}(?<words>\p{Lu}[^()“”"*_»;:]{2,60}?)[*_”"» ]{0,3}\)/giu;
const sentenceEnd = /[.;][ \n]+\p{Lu}/u;
/** After an alias of common words ("Chương trình", "Kế hoạch") these begin a name or a number of another document. */
const ownWords =
  /^[ \t\n\u00a0]{0,3}(?:$|[,;:.)”"\]…]|[ \t\n\u00a0](?:và|do|được|đã|là|có|này|hoặc|cho|để|nhằm|với|đến|vào|trong|thì|còn|từ|không|chưa|gắn|cùng|theo|bởi|như|vẫn|cần|phải|giúp|góp phần|đạt|trên|tại|năm|giai đoạn|đang|sẽ|bị|gồm|yêu cầu|nêu|của|ở|mà|nên)(?![\p{L}]))/u;
/** What a decision lays down under a name of its own. */
const contents: ReadonlySet<string> = new Set(['CTr', 'ĐA', 'KH', 'QC', 'QyĐ', 'CL', 'ĐL', 'PA', 'DA']);

/**
 * Follows the blocks of a report, in reading order, and finds where it uses the short names it has given to documents.
 *
 * A name holds from its definition to the end of the report. One with a number ("Nghị định 38") is a citation wherever it
 * stands; one of common words ("Chương trình") is an anaphor, and only where no name or number of its own follows.
 * Names of bodies, areas and movements ("sau đây gọi tắt là cấp xã") are none.
 *
 * @returns for a block's text and its mentions, the same mentions with those by short name, in reading order
 */
export function aliasReader(): (text: string, mentions: readonly RawMention[]) => readonly RawMention[] {
  const aliases: Alias[] = [];
  return (text, mentions) => {
    const here = definitionsIn(text, mentions);
    const cited = withoutLawNames(text, mentions);
    if (aliases.length === 0 && here.length === 0) return cited;
    const found = cited.map((mention) => {
      const words = text.slice(mention.start, mention.coreEnd);
      const alias = [...here.map(({ alias: own }) => own), ...aliases].find((each) => each.words === words);
      return alias === undefined || mention.number?.family !== 'bare'
        ? mention
        : { ...mention, standsFor: alias.document };
    });
    const added: RawMention[] = [];
    const free = (start: number, end: number): boolean =>
      [...found, ...added].every((mention) => mention.end <= start || mention.start >= end);
    for (const { alias, from } of [...here, ...aliases.map((each) => ({ alias: each, from: 0 }))])
      for (let at = text.indexOf(alias.words, from); at >= 0; at = text.indexOf(alias.words, at + alias.words.length)) {
        const mention = mentionOf(text, at, alias);
        if (mention !== null && free(mention.start, mention.end)) added.push(mention);
      }
    // A later definition of the same words wins.
    aliases.unshift(...here.map(({ alias }) => alias).reverse());
    return added.length === 0 ? found : [...found, ...added].sort((a, b) => a.start - b.start);
  };
}

const lawTypes: ReadonlySet<string | null> = new Set(['L', 'BL', 'PL', 'HP']);
const opensDefinition = /\([*_“" ]{0,3}(?:[\p{L}]+[ \n]){1,6}là:?[ \n]{1,2}[*_“"« ]{0,3}$/u;

/** "Luật Đất đai năm 2024 (sau đây gọi tắt là Luật Đất đai)": the short name is told, not cited once more. */
function withoutLawNames(text: string, mentions: readonly RawMention[]): readonly RawMention[] {
  return mentions.length < 2
    ? mentions
    : mentions.filter((mention, index) => {
        const before = mentions[index - 1];
        if (mention.kind !== 'named' || before === undefined || !lawTypes.has(documentTypeOf(before))) return true;
        const close = /^[*_”"» ]{0,3}\)/u.test(text.slice(mention.end, mention.end + 5));
        const lead = text.slice(Math.max(before.end, mention.start - 60), mention.start);
        return !(close && opensDefinition.test(lead) && /(?:gọi|viết)[ \n]/u.test(lead));
      });
}

function definitionsIn(
  text: string,
  mentions: readonly RawMention[],
): { readonly alias: Alias; readonly from: number }[] {
  const found: { readonly alias: Alias; readonly from: number }[] = [];
  if (mentions.length === 0 || !text.includes(' là')) return found;
  for (const match of text.matchAll(definition)) {
    const words = match.groups!['words']!.replace(/[ \t\n]+$/u, '');
    const typeWord = typeWordAt(words, 0);
    if (typeWord === null || !typeWord.capital || /[/]/u.test(words)) continue;
    const digits = /^[ \n]+(?:năm[ \n])?0*(?<digits>[1-9][0-9]{0,4})[a-zđ]?$/u.exec(words.slice(typeWord.end))
      ?.groups?.['digits'];
    if (digits === undefined && words.length > typeWord.end) continue;
    const document = documentBefore(text, match.index, mentions, typeWord, digits ?? null);
    // The definition of a name with a number points at its document by that number.
    const from = digits === undefined ? match.index + match[0].length : match.index;
    if (document !== null) found.push({ alias: { words, document }, from });
  }
  return found;
}

/** The document that stands before the parenthesis at `at`: by its number, by its kind, or by what its title names. */
function documentBefore(
  text: string,
  at: number,
  mentions: readonly RawMention[],
  typeWord: PlacedTypeWord,
  digits: string | null,
): RawMention | null {
  const before = mentions.filter(
    ({ kind, end }) => kind !== 'anaphora' && end <= at && !sentenceEnd.test(text.slice(end, at)),
  );
  const byDigits = before.filter(
    ({ number }) => digits !== null && number !== null && number.digits.replace(/^0+/, '') === digits,
  );
  if (byDigits.length > 0) return byDigits.at(-1)!;
  const { code, name } = typeWord.word;
  const byKind = before.filter((mention) => code !== null && documentTypeOf(mention) === code);
  if (byKind.length > 0 && (digits === null || code === 'L' || code === 'BL')) return byKind.at(-1)!;
  if (code === null || !contents.has(code)) return null;
  return before.findLast(({ end }) => fold(text.slice(end, at)).includes(fold(name))) ?? null;
}

/** A use of an alias at `at`; null when the words there are part of something longer. */
function mentionOf(text: string, at: number, { words, document }: Alias): RawMention | null {
  const end = at + words.length;
  if ((at > 0 && isLetterOrDigitAt(text, at - 1)) || isLetterOrDigitAt(text, end)) return null;
  const typeWord = typeWordAt(text, at);
  if (typeWord === null) return null;
  let digit = typeWord.end;
  while (digit < end && !/[0-9]/.test(text[digit]!)) digit += 1;
  const number = digit < end && documentTypeOf(document) !== 'L' ? bareNumberAt(text, digit) : null;
  if (number === null && digit === end && !ownWords.test(text.slice(end, end + 16))) return null;
  if (number !== null && /^[ \t]{0,2}[/-]/u.test(text.slice(end, end + 3))) return null;
  return {
    ...anaphorOf(at, end, typeWord, 'citation/alias'),
    kind: number === null ? 'anaphora' : 'numbered',
    number,
    standsFor: document,
  };
}
