import type { RawMention } from './raw-mention.js';

/**
 * The kind of a cited document as a code of data/document-types.csv.
 *
 * The word decides over the symbol ("Quy định số 1167-QĐ/TU" is a regulation), but a longer word of the same kind does
 * not ("Kết luận thanh tra số 3136/KL-TTCP" is a KL). A letter's symbol names no type: its word does.
 *
 * @returns null when neither word nor symbol says it
 */
export function documentTypeOf(mention: RawMention): string | null {
  const { number, named, typeWord } = mention;
  if (mention.kind === 'named') return named!.type;
  if (named !== null) return named.type;
  if (number?.family === 'standard') return number.typeCode;
  const ofSymbol = number?.typeCode ?? null;
  const word = typeWord?.word;
  if (word === undefined || word.code === null) return ofSymbol;
  if (ofSymbol === null || ofSymbol === word.code) return word.code;
  // The symbol's code belongs to the head of the same words: "kết luận" of "kết luận thanh tra".
  if (word.name.split(' ').length > 2 && headCodes[word.name.split(' ').slice(0, 2).join(' ')] === ofSymbol)
    return ofSymbol;
  return word.code;
}

const headCodes: Readonly<Record<string, string>> = {
  'kết luận': 'KL',
  'kế hoạch': 'KH',
  'nghị quyết': 'NQ',
  'quyết định': 'QĐ',
  'chương trình': 'CTr',
  'thông báo': 'TB',
  'hướng dẫn': 'HD',
  'báo cáo': 'BC',
  'biên bản': 'BB',
  'quy chế': 'QC',
  'tờ trình': 'TTr',
  'thông tư': 'TT',
};
