import type { Block, SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import { readSentence } from '../../text/nlp/vietnamese-nlp.js';

/** The line above a list of awards: «Nhà nước tặng thưởng:», «THÀNH TÍCH», «Danh hiệu tập thể:». */
export interface ListLead {
  readonly block: number;
  /** who gives what the items name: the body before the verb that ends the line */
  readonly grantor: string | null;
  /** what the line says of the items: given already, or only its kind */
  readonly given: boolean;
  /** the verb it ends in, which is the items' own too: «Đề nghị Thủ tướng Chính phủ tặng:» */
  readonly act: 'give' | 'propose' | null;
}

/** How far above an item its lead may stand. */
const longestList = 60;
const longestLead = 200;
const aboutAwards =
  /(?<![a-z])(?:khen thuong|danh hieu|thanh tich|bang khen|giay khen|huan chuong|huy chuong|co thi dua|phan thuong|tang thuong|tang)(?![a-z])/;
const endsGiving =
  /(?<![a-z])(?:tang|tang thuong|trao tang|khen thuong|khen tang|phong tang|trao)\s*(?:nhu sau|cho|gom)?\s*[.:]?\s*$/;
/** Rules, forms and plans list awards that nobody got. */
const aboutRules =
  /(?<![a-z])(?:tieu chuan|tieu chi|quy dinh|tham quyen|thu tuc|ho so|hinh thuc khen|cac danh hieu thi dua|ty le|muc thuong|tien thuong|dieu kien|doi tuong|nguyen tac|quyen loi)(?![a-z])/;
const itemMark = /^\s*(?:[-–—+*•·]|[a-zđ][.)]|\d{1,2}[.)]|(?:năm(?: học)? )?\d{4}(?=[\s:|–-]))\s*/iu;

/** What the names of awards begin with, folded, at the head of an item or of a sentence. */
export const awardHeads =
  'danh hieu|bang khen|giay khen|huan chuong|huy chuong|ky niem chuong|chien s[iy] thi dua|tap the lao dong|lao dong tien tien';
/** Pages and dossiers list what was achieved a line each, without marks: «Huân chương Lao động hạng Nhất năm 2006», «Năm 2010». */
const bareItem = new RegExp(
  `^\\s*["“«'(]?\\s*(?:(?:\\d{1,3} |nhieu )?(?:${awardHeads}|co |giai thuong|giai |cup |don vi |truong |anh hung|nha giao|thay thuoc|nghe s[iy]|cong doan co so|chi bo|dang bo)|nam (?:hoc )?\\d{4}(?!\\d)|(?:nhieu|\\d{1,2}) nam li[ae]n)`,
);
const longestBareItem = 300;
/** A closed line that speaks of an award stands among the others: «Giám đốc được tặng danh hiệu Doanh nhân tiêu biểu.» */
const isItem = (text: string, { kind }: Block): boolean => {
  if (itemMark.test(text) || kind === 'list-item') return true;
  if (text.length > longestBareItem) return false;
  const folded = fold(text);
  return (
    bareItem.test(folded) ||
    (/[.;]$/.test(text) && (aboutAwards.test(folded) || folded.includes('giai thuong')) && !endsGiving.test(folded))
  );
};

/** «Bằng khen của Bộ Xây dựng (năm 2005, 2010)», «Huân chương Lao động hạng Ba năm 1996 cho …»: what has its year was given in it. */
const dated = new RegExp(
  `^\\s*(?:[-–—+*•·]\\s*|\\d{1,2}[.)]\\s*)?["“«']?(?:(?:\\d{1,3} |nhieu )?(?:${awardHeads}|co |bang lao dong sang tao|giai thuong|cup ))[^.;:]{0,160}?(?:\\((?:[a-z ]{0,12})?(?:19|20)\\d\\d|(?<![a-z])nam (?:hoc )?(?:19|20)\\d\\d)`,
);
const isDated = (text: string): boolean => text.length <= longestDated && !/:$/.test(text) && dated.test(fold(text));
const longestDated = 400;

const textOf = (document: SourceDocument, { span }: Block): string => document.text.slice(span.start, span.end).trim();

/**
 * Finds the lead of the list a block stands in, where it speaks of awards.
 *
 * @returns a function of the block's index; linear over all blocks of a list, as each keeps what it learned
 */
export function listLeads(document: SourceDocument): (blockIndex: number) => ListLead | null {
  const known = new Map<number, ListLead | null>();
  const above = (from: number): number => {
    let at = from - 1;
    while (at >= 0 && textOf(document, document.blocks[at]!) === '') at -= 1;
    return at;
  };
  const below = (from: number): number => {
    let at = from + 1;
    while (at < document.blocks.length && textOf(document, document.blocks[at]!) === '') at += 1;
    return at;
  };
  /** Whether a block is one of several lines that name awards with their years. */
  const amongDated = (blockIndex: number): boolean =>
    [blockIndex, above(blockIndex), below(blockIndex)].filter((at) => {
      const block = document.blocks[at];
      return block !== undefined && block.kind !== 'table-cell' && isDated(textOf(document, block));
    }).length > 1 && isDated(textOf(document, document.blocks[blockIndex]!));
  const withYears = (blockIndex: number, lead: ListLead | null, over: string): ListLead | null =>
    lead?.given === true || lead?.act === 'propose' || aboutRules.test(fold(over)) || !amongDated(blockIndex)
      ? lead
      : { ...(lead ?? { block: blockIndex, grantor: null, act: null }), given: true };
  const leadOf = (blockIndex: number): ListLead | null => {
    let at = above(blockIndex);
    for (let steps = 0; at >= 0 && steps < longestList; steps += 1) {
      const block = document.blocks[at]!;
      if (block.kind === 'table-cell') return withYears(blockIndex, null, '');
      const text = textOf(document, block);
      if (!isItem(text, block) || text.endsWith(':')) return withYears(blockIndex, asLead(text, at), text);
      const before = known.get(at);
      if (before !== undefined) return withYears(blockIndex, before, '');
      at = above(at);
    }
    return withYears(blockIndex, null, '');
  };
  return (blockIndex) => {
    const found = known.get(blockIndex);
    if (found !== undefined) return found;
    const lead = leadOf(blockIndex);
    known.set(blockIndex, lead);
    return lead;
  };
}

/**
 * The lead of a list of what was given, in the words before a colon; null for any other words.
 *
 * @param folded the same, from `fold()`
 */
export function leadOf(words: string, folded: string): ListLead | null {
  const lead = achievements.test(folded) ? asLead(words, -1) : null;
  return lead?.given === true && lead.act === null ? lead : null;
}
const achievements = /^[^:]{0,80}(?<![a-z])thanh tich(?: [a-z]+){0,10}:$/;

/** Reads a short line that ends in a colon, in a verb of giving, or in no stop at all. */
function asLead(whole: string, block: number): ListLead | null {
  // A paragraph's last sentence may lead in a list: «… Thành tích các năm qua như sau:».
  const text = whole.endsWith(':') ? whole.slice(/(?:.*[.;]\s)?/s.exec(whole)![0].length) : whole;
  if (text.length > longestLead) return null;
  const folded = fold(text);
  if (!aboutAwards.test(folded) || aboutRules.test(folded)) return null;
  const gives = endsGiving.test(folded);
  if (!gives && /[.;,]$/.test(text)) return null;
  const given =
    gives ||
    /(?<![a-z])(?:thanh tich|da duoc|da dat|ket qua|duoc tang|duoc nhan|don nhan|phan thuong cao quy)(?![a-z])/.test(
      folded,
    );
  // «đã trình và được Chủ tịch nước quyết định khen thưởng:»
  const asks = /(?<![a-z])(?:de nghi|de xuat|trinh)(?! (?:[a-z]+,? ){0,6}?(?:va|da) (?:da )?duoc )(?![a-z])/.test(
    folded,
  );
  return {
    block,
    given: given && !asks,
    act: gives ? (asks ? 'propose' : 'give') : null,
    grantor: gives ? giverIn(text) : null,
  };
}

function giverIn(text: string): string | null {
  const reading = readSentence(text);
  const body = bodiesIn(reading, text).at(-1);
  if (body === undefined) return null;
  // «… đã khen thưởng như sau:»: the words that lead in the list stand behind the verb.
  const closing = /(?<![a-z])(?:nhu sau|cho|gom)\s*[.:]?\s*$/.exec(fold(text))?.index ?? text.length;
  const verbs = reading.words.filter(({ start }) => start >= body.span.end && start < closing);
  return verbs.length > 4 ? null : body.words;
}
