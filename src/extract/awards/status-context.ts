import type { Block, SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { Layout } from '../layout.js';

/** What the headings and lead-ins above a place make of a bare «đạt»; null when they say nothing. */
export type StatusContext = 'granted' | 'proposed' | 'registered' | 'target' | null;

/** How far above a list its lead-in may stand. */
const longestList = 40;
const cues: readonly (readonly [RegExp, Exclude<StatusContext, null>])[] = [
  [/(?<![a-z])(?:ket qua|da dat|dat duoc|thanh tich|da duoc|tong ket)(?![a-z])/, 'granted'],
  // «đã phấn đấu …» tells what was done.
  [
    /(?<![a-z])(?:(?<!da |luon |ngung |luc |trinh |(?:qua|sau) (?:[a-z]+ )?(?:\d+ )?nam )phan dau(?! va truong thanh)|phuong huong|(?<!(?<![a-z])(?:hoan thanh|thuc hien|vuot|dat|dien ra)(?: [a-z\d]+){0,4} )(?:(?<!chuong trinh )muc tieu(?! quoc gia)|chi tieu(?! (?:it|nay|khen))|nhiem vu trong tam))(?![a-z])/,
    'target',
  ],
  // «VI. KẾ HOẠCH NĂM 2016», «III. Nhiệm vụ 6 tháng cuối năm»
  [
    /^(?!.*ket qua)\s*(?:(?:[ivx]{1,5}|[a-z\d]|\d\.\d)\s?[./)-]\s*|phan (?:thu )?[a-z]+\W+)?(?:mot so |cac )?(?:ke hoach|nhiem vu|phuong an|dinh huong|giai phap)(?: (?:cong tac|hoat dong|va giai phap|va nhiem vu|trong tam))* (?:trong )?(?:(?:nam(?: hoc)? )?20\d\d|nam toi|nam sau|6 thang|quy|nhiem ky|thoi gian toi|nhung thang|tiep theo)/,
    'target',
  ],
  [/(?<![a-z])(?:dang k[yi]|giao uoc)(?![a-z])/, 'registered'],
  [
    /(?<![a-z])(?:(?:de nghi|trinh) (?:[a-z]+ ){0,8}(?:khen|tang|xet|cong nhan)|de xuat khen|trinh cap tren)/,
    'proposed',
  ],

  // «3. Đề nghị Chủ tịch UBND tỉnh»: the items say what of him.
  [
    /^\s*(?:[-+*•]\s*|(?:[ivx]{1,5}|[a-z\d]|\d\.\d)\s?[./)]\s*)?(?:kinh )?(?:de nghi|trinh|de xuat)(?: voi)? (?:chu tich|ubnd|uy ban|hoi dong|bo|thu tuong|chinh phu|giam doc|so|nha nuoc|trung uong|tinh|huyen|thanh pho|cap|chanh an|vien truong|tong|lien doan|ldld|hoi|dang uy|cuc|lanh dao|tinh uy|huyen uy|thanh uy|tu lenh|quan khu|cong an)(?: [a-z-]+){0,8}\s*:?\s*$/,
    'proposed',
  ],
  // «2. Đang đề nghị (đợt 2)», «3. Hồ sơ đang trình»
  [
    /^\s*(?:[-+*•]\s*|(?:[ivx]{1,5}|[a-z\d]|\d\.\d)\s?[./)]\s*)?(?:ho so |danh sach )?(?:hien )?dang (?:de nghi|trinh|cho (?:xet|quyet dinh|ket qua))(?: [a-z-]+){0,6}\s*(?:\([^()]{0,40}\))?\s*:?\s*$/,
    'proposed',
  ],
];
/** What tells by itself of what a list is: «Chi tiết khen thưởng của cấp trên:», «Danh hiệu thi đua:». */
const namesList = /(?<![a-z])(?:khen thuong|danh hieu|duoc khen|bang khen|giay khen)(?![a-z])/;
const listMark = /^\s*(?:[-–—+*•·]|[a-zđ][.)]|\d{1,2}[.)])\s*/u;
const headingMark =
  /^\s*(?:(?:phần|chương|mục)\s+[\p{L}\d]+|[IVXL]{1,5}\s?[./-]|\d{1,2}(?:\.\d{1,2}){0,3}[./)]|[a-zđ]\s?[.)/])\s/iu;

/** «đã xét, trình và được cấp có thẩm quyền khen thưởng như sau:»: what was asked for came. */
const wasGiven =
  /(?<![a-z])(?:de nghi|trinh)(?![a-z])[^.:]{0,80}(?<![a-z])ket qua(?: cu the)?(?: nhu sau)?\s*:|(?<![a-z])da (?:[a-z\d]+ ){0,6}(?:xet|hop)(?: [a-z\d]+){0,4} (?:va )?de nghi (?:[a-z]+ ){0,4}khen thuong(?: nhu sau)?\s*:|(?<![a-z])(?:de nghi|trinh)(?![a-z])[^;.:]{0,60}(?<![a-z])(?:va|da) duoc (?:[a-z]+,? ){0,12}(?:khen|tang|cong nhan|phong)(?![a-z])/;

/** «Nhân tổng kết năm 2022, Ban Chỉ đạo huyện đề nghị:» and its items: «- UBND tỉnh tặng Bằng khen: 02 tập thể»; of folded words. */
export const endsAsking =
  /(?<!(?<![a-z])(?:nhung|cac|mot so|y kien|noi dung|kien nghi,?) )(?<![a-z])(?:de nghi|trinh)\s*:\s*$/;

/** «Kết quả thi đua năm học (đề nghị các cấp xét)», «Kết quả bình xét cuối năm (trình cấp có thẩm quyền):»: a bracket says how far it is. */
const asideAsks = /\((?:dang |da |de )?(?:de nghi|trinh)(?![a-z])(?![^()]*(?<![a-z])duoc(?![a-z]))[^()]*\)\s*:?\s*$/;

/** «Căn cứ kết quả năm học trước, trường đề ra các chỉ tiêu sau:» rests on what was reached, and sets what is aimed at. */
const basis =
  /(?<![a-z])(?:can cu(?: vao)?|tren co so|dua (?:tren|vao)|tu) (?:cac |nhung )?(?:ket qua|thanh tich)(?: da| dat| duoc)*(?![a-z])/g;

/** The first cue that a text gives, by its place in the text. */
function cueOf(text: string): StatusContext {
  const folded = fold(text)
    .replace(basis, (words) => ' '.repeat(words.length))
    // «Kết quả đăng ký:»
    .replace(/ket qua(?= dang k[yi])/g, (words) => ' '.repeat(words.length));
  if (asideAsks.test(folded)) return 'proposed';
  if (wasGiven.test(folded)) return 'granted';
  if (endsAsking.test(folded)) return 'proposed';
  let best: StatusContext = null;
  let at = Number.POSITIVE_INFINITY;
  for (const [cue, status] of cues) {
    const found = folded.search(cue);
    if (found >= 0 && found < at) {
      best = status;
      at = found;
    }
  }
  return best;
}

/**
 * What a sentence that names a sum makes of the parts in the next one: «19 trường hợp đề nghị khen thưởng. Trong đó, …».
 *
 * @param folded from `fold()`
 */
export function wantedIn(folded: string): StatusContext {
  if (/(?<![a-z])(?:da|duoc) (?:duoc )?(?:tang|khen|trao)(?![a-z])/.test(folded)) return null;
  return cues.find(([cue, status]) => status !== 'granted' && cue.test(folded))?.[1] ?? null;
}

const textOf = (document: SourceDocument, { span }: Block): string => document.text.slice(span.start, span.end);

/** A short line that names what follows: by its kind, or by its number and want of a full stop. */
export const isHeading = (document: SourceDocument, block: Block): boolean => {
  if (block.kind === 'heading') return true;
  if (block.span.end - block.span.start > 220 || block.kind === 'table-cell') return false;
  const text = textOf(document, block).trim();
  return headingMark.test(text) ? !/[;,]$/.test(text) && !/\.$/.test(text.slice(4)) : /^\p{Lu}[^.]*:$/u.test(text);
};

/** «2. Phong trào thi đua: có 98.415 hộ đăng ký, …»: what a heading names is what stands before its text. */
const titleOf = (heading: string): string => /^[^:]{1,160}(?=:\s*\S)/u.exec(heading)?.[0] ?? heading;

/** «II. CÁC PHONG TRÀO», «PHẦN THỨ HAI»: no list goes on beyond it. */
const sectionMark = /^\s*(?:(?:[IVXL]{1,5}|[A-Z])\s?[./-]\s|(?:PHẦN|Phần|CHƯƠNG|Chương)\s)/u;

/** What a block is to the items below it. */
interface Above {
  /** lead: it ends in a colon; section: a heading that ends the lists above it; item: of a list; gap: no text, or out of the flow */
  readonly kind: 'lead' | 'section' | 'heading' | 'item' | 'gap' | 'plain';
  readonly cue: StatusContext;
}

/** «… đăng ký thi đua từ đầu năm. Kết quả như sau:»: what is nearest to the list says of what it is. */
const lastSentence = (text: string): string => text.slice(/(?:.*[.;]\s)?/s.exec(text)![0].length);
/** What an item opens with that tells of what came. */
const ownResult = /^\s*(?:[-–+*•]\s*|\d{1,2}[.)]\s*|[a-z][.)]\s*)ket qua(?! dang k[yi])[^:.;]{0,60}:/;

/** «d) Đô thị: Thị trấn A phấn đấu …»: each item has its own matter. */
const ownMatter = /^\s*(?:[a-zđ]|\d{1,2})[.)]\s*[^:.]{2,60}:\s/u;

function aboveOf(document: SourceDocument, block: Block, own: () => StatusContext): Above {
  if (block.kind === 'header' || block.kind === 'footer' || block.kind === 'footnote')
    return { kind: 'gap', cue: null };
  const text = textOf(document, block).trim();
  if (text === '') return { kind: 'gap', cue: null };
  const heading = isHeading(document, block);
  if (text.endsWith(':')) {
    const ends = lastSentence(text);
    // «…, đề nghị Trung ương Đoàn tặng Cờ thi đua. Chi tiết khen thưởng của cấp trên:» is a new matter.
    const cue = cueOf(ends) ?? (ends !== text && namesList.test(fold(ends)) ? null : cueOf(text.slice(-160)));
    // «- Danh hiệu tập thể:» is an item of the list that goes on below it.
    const item = listMark.test(text.slice(0, 12)) && !headingMark.test(text);
    return { kind: cue !== null ? 'lead' : heading ? 'heading' : item ? 'item' : 'lead', cue };
  }
  if (heading) return { kind: sectionMark.test(text) ? 'section' : 'heading', cue: cueOf(titleOf(text)) };
  if (listMark.test(text.slice(0, 12)) || block.kind === 'list-item')
    return { kind: 'item', cue: ownMatter.test(text) ? null : own() };
  return { kind: 'plain', cue: null };
}

/** The kind of number that a block's text begins with: «1.» is «d», «a)» is «l»; null where it begins with none. */
function numberOf(document: SourceDocument, blockIndex: number): 'd' | 'l' | null {
  const mark = /^\s*(?:(\d{1,2})[.)]|[a-zđ][.)])\s/u.exec(textOf(document, document.blocks[blockIndex]!).slice(0, 8));
  return mark === null ? null : mark[1] === undefined ? 'l' : 'd';
}

/** Whether a block is text without a mark, as a paragraph is. */
function isPlain(document: SourceDocument, blockIndex: number): boolean {
  const block = document.blocks[blockIndex]!;
  const text = textOf(document, block).trim();
  return block.kind === 'paragraph' && !listMark.test(text.slice(0, 12)) && !isHeading(document, block);
}

/** «CHỈ TIÊU THI ĐUA NĂM HỌC 2015 - 2016», «BẢN ĐĂNG KÝ THI ĐUA»: how a list of aims or promises is called. */
const wantingTitle =
  /^(?:(?:ban|bang|phieu|danh sach|ke hoach|cac) )?(?:(dang k[yi]|giao uoc)|(?:chi tieu|phan dau))(?: [a-z]+){0,4} (?:thi dua|danh hieu|giao uoc|phan dau|khen thuong)(?![a-z])/;
/** In blocks, below a page's own head. */
const reachOfTitle = 15;

/** What the title of a document makes of its lists: where nothing nearer says otherwise, they are aimed at or promised. */
function cueOfTitle(document: SourceDocument): StatusContext {
  for (const block of document.blocks.slice(0, reachOfTitle)) {
    const text = textOf(document, block).trim();
    if (/\p{Ll}/u.test(text) && block.kind !== 'heading') continue;
    for (const line of fold(text).split('\n')) {
      const found = wantingTitle.exec(line.trim());
      if (found !== null) return found[1] === undefined ? 'target' : 'registered';
    }
  }
  return null;
}

/**
 * Says under which status the items of a document stand: by the lead-in of the list («Trong đó, phấn đấu:»), else by the
 * nearest heading that says so. An item with a verb of its own tells its later sisters.
 *
 * @param own what the verbs of an item say, null when it has none
 * @returns a function of the block's index; what it learns of a block it keeps
 */
export function statusContexts(
  document: SourceDocument,
  layout: Layout,
  own: (blockIndex: number) => StatusContext,
): (blockIndex: number) => StatusContext {
  const seen = new Map<number, Above>();
  let title: StatusContext | undefined;
  let petition: boolean | undefined;
  return (blockIndex) => {
    // «- Kết quả bình xét: …» says itself that it is over.
    if (ownResult.test(fold(textOf(document, document.blocks[blockIndex]!).slice(0, 80)))) return 'granted';
    let sameList = true;
    const number = numberOf(document, blockIndex);
    // A paragraph behind a list is none of its items.
    const behindList = isPlain(document, blockIndex);
    for (let at = blockIndex - 1; at >= 0 && at >= blockIndex - longestList; at -= 1) {
      let above = seen.get(at);
      if (above === undefined) {
        above = aboveOf(document, document.blocks[at]!, () => own(at));
        seen.set(at, above);
      }
      if (above.kind === 'item' && behindList) break;
      // «1. … đăng ký thi đua. Cụ thể:» with its items, and then «3. Phong trào …»: its list is not its sisters'.
      if (number !== null && above.kind === 'lead' && numberOf(document, at) === number) continue;
      if (above.kind === 'heading') sameList = false;
      // «- 03 người đăng ký …» below «1.» tells nothing of «2.».
      const below = number !== null && above.kind === 'item' && numberOf(document, at) === null;
      if (above.cue !== null && !below && (above.kind !== 'item' || sameList)) return above.cue;
      if (above.kind === 'plain' || above.kind === 'lead' || above.kind === 'section') break;
    }
    for (const heading of [...(layout.headings[blockIndex] ?? [])].reverse()) {
      const cue = cueOf(titleOf(heading));
      if (cue !== null) return cue;
    }
    title ??= cueOfTitle(document);
    if (title !== null || !asks.test(fold(textOf(document, document.blocks[blockIndex]!).slice(0, 60)))) return title;
    petition ??= isPetition(document);
    return petition ? 'proposed' : null;
  };
}

/** «TỜ TRÌNH Về việc đề nghị khen thưởng …», «V/v đề nghị tặng Bằng khen»: how a paper that asks for awards is called. */
const petitionTitle =
  /^(?:to trinh(?: [^\n]*)?\n+(?:[^\n]*\n+){0,2}?)?(?:v\/v|ve viec|to trinh|trich yeu|de nghi)[ :]{0,3}(?:[a-z]+,? ){0,4}?(?:(?:de nghi|trinh|xet|xin) )*[a-z, ]{0,30}?(?:khen thuong|tang|truy tang|cong nhan danh hieu|phong tang|khen)(?![a-z])/m;
/** What is asked beside awards: money for them, rules on them. */
const otherPetition =
  /(?<![a-z])(?:kinh phi|quy che|quy dinh|nghi quyet|tien thuong|ngan sach|muc chi|tham quyen)(?![a-z])/;
const asksThere = /(?<![a-z])(?:de nghi|to trinh|trinh)(?![a-z])/;
/** «Tặng Bằng khen cho 14 tập thể», «Danh hiệu Lao động tiên tiến: 20 người»: an item of what is asked for. */
const asks =
  /^\s*(?:[-–—+*•·]\s*|\d{1,2}(?:\.\d{1,2})?[.)]\s*|[a-z][.)]\s*)?(?:tang|truy tang|phong tang|cong nhan|khen thuong|danh hieu|hinh thuc|bang khen|giay khen|huan chuong|co thi dua|ky niem chuong)(?![a-z])/;

/** Whether a paper as a whole asks that somebody be honoured. */
function isPetition(document: SourceDocument): boolean {
  const head = document.blocks
    .slice(0, reachOfTitle)
    .map((block) => fold(textOf(document, block)).trim())
    .filter((text) => text !== '')
    .join('\n');
  const found = petitionTitle.exec(head);
  return found !== null && asksThere.test(found[0]) && !otherPetition.test(found[0]);
}
