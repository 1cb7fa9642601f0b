import { tailOf } from './date-and-issuer.js';
import {
  congressResolutionAt,
  constitutionAt,
  lawAt,
  type NamedDocument,
  plenumResolutionAt,
} from './named-documents.js';
import { numberedMention } from './numbered-mentions.js';
import { anaphorOf, type RawMention } from './raw-mention.js';
import { documentNumberAt } from './read-number.js';
import { standardAt } from './standard-number.js';
import { typeWordAt } from './type-words.js';

/** The bit by which a small letter of ASCII differs from its capital. */
const capitalBit = 0x20;

/** A law, an ordinance, the Constitution or a resolution by name. A few letters settle nearly every word. */
export function namedAt(text: string, at: number): RawMention | null {
  let named: NamedDocument | null = null;
  switch (text.charCodeAt(at) | capitalBit) {
    case 0x6c: // Luật
      if (isEither(text, at + 2, 'ậ', 'Ậ')) named = lawAt(text, at);
      break;
    case 0x62: // Bộ luật
      if (isEither(text, at + 1, 'ộ', 'Ộ') && isEither(text, at + 3, 'l', 'L')) named = lawAt(text, at);
      break;
    case 0x70:
      if (isEither(text, at + 2, 'á', 'Á') && /^pháp lệnh/iu.test(text.slice(at, at + 9))) named = lawAt(text, at);
      break;
    case 0x68:
      if (text[at] === 'H' && text[at + 1] === 'i' && text[at + 2] === 'ế') named = constitutionAt(text, at);
      break;
    case 0x6e:
      if (isEither(text, at + 3, 'ị', 'Ị') && /^nghị[ \t\n]{1,3}quyết/iu.test(text.slice(at, at + 12)))
        named = congressResolutionAt(text, at) ?? plenumResolutionAt(text, at);
      break;
  }
  return named === null ? null : finishNamed(text, named);
}

function isEither(text: string, at: number, small: string, capital: string): boolean {
  const code = text.charCodeAt(at);
  return code === small.charCodeAt(0) || code === capital.charCodeAt(0);
}

const gap = '[ \\t\\n\\u00a0]{0,3}';

const lawMaker = /^(?:Quốc hội|Ủy ban [Tt]hường vụ|Uỷ ban [Tt]hường vụ|Hội đồng Nhà nước|Chủ tịch nước|nước)/u;

const numberAfterName = new RegExp(`${gap},?${gap}(?:số${gap}:?${gap})?(?=[0-9]{1,3}/(?:19|20)[0-9]{2}/)`, 'uy');

function finishNamed(text: string, named: NamedDocument): RawMention {
  // "Luật Đất đai số 31/2024/QH15" is one reference, by number.
  numberAfterName.lastIndex = named.end;
  if (numberAfterName.test(text)) {
    const number = documentNumberAt(text, numberAfterName.lastIndex, 'type-word');
    if (number !== null) {
      const typeWord = typeWordAt(text, named.start);
      const lead = { start: named.start, typeWord, so: true, inherited: false, barred: false };
      return { ...numberedMention(text, lead, number, '', `citation/${number.family}`), named };
    }
  }
  const own = tailOf(text, named.end, false);
  // "Luật … của HĐND các cấp": a law's maker is the National Assembly, or it is none.
  const tail =
    own.issuer === null || named.type === 'NQ' || lawMaker.test(text.slice(own.issuer.start, own.issuer.end))
      ? own
      : { ...own, issuer: null, end: Math.max(named.end, own.date?.end ?? 0) };
  return {
    kind: 'named',
    start: named.start,
    coreEnd: named.end,
    number: null,
    sharedTail: '',
    named,
    typeWord: null,
    inherited: false,
    so: false,
    rule: named.rule,
    ...tail,
  };
}

/** "TCVN 6909:2001", "QCVN 01-1:2018/BYT". */
export function standardMentionAt(text: string, at: number): RawMention | null {
  if (text.charCodeAt(at + 1) !== 0x43 || (text[at] !== 'T' && text[at] !== 'Q')) return null;
  const standard = standardAt(text, at);
  if (standard === null) return null;
  const lead = { start: at, typeWord: null, so: false, inherited: false, barred: false };
  return numberedMention(text, lead, standard, '', 'citation/standard');
}

const anaphor =
  /[ \t\n\u00a0]{1,3}(?:này|nêu trên|nói trên|kể trên|trên đây|đó(?=[ \t\n]*[,;.:)])|trên(?=[ \t\n]*[,;.:)]|$))(?![\p{L}])/uy;

/** "Luật 2022", "Luật năm 2013": the law of that year, among those the report has named. */
const ofYear =
  /[ \t\n\u00a0]{1,3}(?:năm[ \t\n\u00a0]{1,3})?(?:19[4-9]|20[0-4])[0-9](?=[ \t\n]{0,3}(?:$|[,;:.)”"]|(?:đã|quy|được|là|có|thì|và|cũng|chưa|còn|không|cần|bộc|nêu|cho|về|ra|gồm|sửa|với|mới|do|để|nhằm|đang|sẽ)(?![\p{L}])))/uy;

/** "Quyết định này", "Kế hoạch nói trên": the type word has its capital. */
export function anaphorAt(text: string, at: number): RawMention | null {
  const typeWord = typeWordAt(text, at);
  if (typeWord === null || !typeWord.capital) return null;
  anaphor.lastIndex = typeWord.end;
  ofYear.lastIndex = typeWord.end;
  const byYear = typeWord.word.code === 'L' && ofYear.test(text);
  if (!byYear && !anaphor.test(text)) return null;
  const end = byYear ? ofYear.lastIndex : anaphor.lastIndex;
  return anaphorOf(at, end, typeWord, byYear ? 'citation/law-of-year' : 'citation/anaphora');
}
