import { fold } from '../../text/fold.js';
import { awardForms } from '../../text/lexicon/generated/award-forms.js';
import { numbersInWords } from '../../text/nlp/confirm-terms.js';
import { phrasesOf, recipientTags, spellingsOf, syllablesOf } from '../../text/nlp/lexicon.js';

type Trie = Map<string, Trie>;
const gap = '[^a-z0-9]{1,5}';

/** One expression for many phrases, with what they begin with in common written once, so that a failing word fails fast. */
function anyOf(phrases: readonly string[]): string {
  const root: Trie = new Map();
  for (const phrase of phrases) {
    let node = root;
    for (const syllable of syllablesOf(phrase).map(fold)) {
      const next = node.get(syllable) ?? new Map();
      node.set(syllable, next);
      node = next;
    }
    // What goes on after a whole phrase need not be read: the phrase alone makes a candidate.
    node.clear();
    node.set('', new Map());
  }
  const write = (node: Trie): string => {
    if (node.has('')) return '(?![a-z0-9])';
    const branches = [...node].map(([syllable, next]) =>
      next.has('') ? `${syllable}(?![a-z0-9])` : `${syllable}${gap}${write(next)}`,
    );
    return branches.length === 1 ? branches[0]! : `(?:${branches.join('|')})`;
  };
  return write(root);
}

/** «người tốt, việc tốt», «điển hình tiên tiến»: ways to speak of people, and honours only where somebody is named one. */
const epithets = 'NTVT';
const forms = (kind: 'form' | 'title' | 'epithet'): string[] =>
  awardForms
    .filter(({ code, evidence }) => (code === epithets ? 'epithet' : evidence === 'form' ? 'form' : 'title') === kind)
    .flatMap(({ form }) => [...spellingsOf(form)]);

/** Names that are awards wherever they stand, and the badges and titles whose names are not in the table. */
const plainForm = new RegExp(
  `(?<![a-z0-9])(?:${anyOf([...forms('form'), 'huy hiệu', 'năm tuổi đảng'])}|(?:tang|trao|nhan|thuong) co(?: (?:don vi|dan dau|xuat sac|luan luu|cho)|\\s*(?:[.;,]|$))|(?:danh hieu|co|cup|bang|huy hieu|tang|tang thuong|trao|dat|cong nhan|binh chon(?: la)?|bau chon|phong|tuyen duong|bieu duong|ton vinh|vinh danh)[\\s*]{1,3}["“«‘'])`,
);
/** Titles that are ordinary words too («gia đình văn hóa»): only where somebody gets them, or they are counted. */
const titleForm = new RegExp(`(?<![a-z0-9])${anyOf(forms('title'))}`);
const getting =
  /\d|(?<![a-z0-9])(?:dat|xep|ve dich|danh hieu|cong nhan|chung nhan|dang k[yi]|phan dau|tang|trao|gianh|doat|don nhan|nhan (?:giai thuong|cup|danh hieu)|thuoc ve|vung manh)(?![a-z0-9])|(?<![a-z0-9])giai (?:nhat|nhi|ba|khuyen khich)\s*:|(?<![a-z0-9])(?:doi|doi tuyen|chi hoi|chi doan|lien doi|truong|xa|thon|khoi) [a-z0-9 ]{1,30} giai (?:nhat|nhi|ba|khuyen khich)(?=[ ,.;]|$)|["“«]/;
/** Heads of names that no table knows: «Giải thưởng Tôn Đức Thắng», «Cúp …». */
const openForm =
  /(?<![a-z0-9])(?:huy chuong|giai thuong|cup|dat danh hieu|(?:cong nhan|danh hieu|lai|moi|giu vung) (?:nong thon moi|ntm|chuan quoc gia|ocop)|(?:dat|doat|gianh|duoc)(?: duoc)? giai(?! (?:phap|doan|quyet|ngan|phong|trinh|thich|toa|tri|dap|cuu|the))|\d{1,3} giai(?= (?:cac loai|cap|quoc gia|cho|\()|[:,(;./])|co giai(?= \(|[,.;])|(?:khong|chua) dat giai|(?:cong doan|cdcs)[^.;]{1,40}vung manh|\d+ ?%? (?:chi hoi|chi doan|co so hoi|co so doan|doan co so|lien doi|nghiep doan|to hoi)[a-z ]{0,20} vung manh|\d+ san pham (?:[a-z]+ ){0,3}[345] sao|tang (?:thuong )?giay chung nhan|\d{1,3} giai (?:trang nguyen|violympic|ioe|olympic|hoc sinh gioi|cap))(?![a-z0-9])/;
/** «khen thưởng 05 cá nhân»: an honour without a name, where somebody is counted or denied. */
const praise =
  /(?<![a-z0-9])(?:(?<!(?:bang|giay|thu|loi) )khen(?! ngoi)|bieu duong|tuyen duong|ton vinh|vinh danh|duoc khen|tang thuong cac hinh thuc|khen tang|trao thuong|thuong nong)(?![a-z0-9])/;
const words = (phrases: Iterable<string>): string =>
  [...new Set([...phrases].map((phrase) => fold(phrase.split(' ')[0]!)))].join('|');
const bearers = words(recipientTags.flatMap(phrasesOf));
/** A number, and right behind it whom it may count; several; or the words that deny. */
const somebody = new RegExp(
  `(?:\\d|%|(?<![a-z0-9])(?:${words(numbersInWords.keys())}))[^a-z0-9]{1,5}(?:(?:trieu|nghin|ngan|van|luot|cap|tro|len|so|cac|tong|tren|\\d[\\d.]*)[^a-z0-9]{1,5}){0,5}(?:${bearers})(?![a-z0-9])|(?<![a-z0-9])(?:tap the|ca nhan|ho|ho gia dinh)[^a-z0-9]{1,4}\\d|(?<![a-z0-9])da (?:[a-z]+ ){0,3}(?:bieu duong|tuyen duong|khen thuong|ton vinh|vinh danh)[^.;]{0,24}(?<![a-z0-9])cac (?:tap the|ca nhan|ho)|(?<![a-z0-9])(?:(?:khong|chua) (?:co|duoc|de nghi|dat|khen|tang)|(?:nhieu|hang tram|hang chuc) (?:luot )?(?:tap the|ca nhan))(?![a-z0-9])`,
);
/** «UBND tỉnh khen thưởng ông Lê Văn A», «Công an phường B được UBND thành phố khen thưởng» */
const praisedByName =
  /(?<![a-z0-9])(?:(?:chu tich|ubnd|uy ban|giam doc|cong an|bo|tinh doan|hoi|dang uy|huyen uy)(?![a-z0-9])[^.;]{0,60}(?:khen thuong|tuyen duong|bieu duong|khen)(?: dot xuat)?(?: cho)? (?:ong|ba|anh|chi|em|chau|cong an|dong chi)|duoc (?:chu tich|ubnd|uy ban|giam doc|bo|tinh doan|huyen doan|thanh doan|quan doan|thi doan|bi thu|dang uy|huyen uy|tinh uy|thanh uy|hoi|cong doan|lien doan|phong|so|cong an)(?![a-z0-9])[^.;,]{0,60}(?:khen thuong|tuyen duong|bieu duong))(?![a-z0-9])/;
const epithetForm = new RegExp(`(?<![a-z0-9])${anyOf(forms('epithet'))}`);
const epithet = new RegExp(
  `(?:\\d[^a-z0-9]{1,4}(?:(?:danh|tam|chiec|luot) )?(?:hieu )?|(?<![a-z0-9])(?:hieu|nhan|dat|duoc|gianh|doat|chuan|chon|tang|thuong|trao|phong)[^a-z0-9]{1,6})${anyOf(forms('epithet'))}`,
);

/** Whether a folded text names a title that is one only where somebody gets it, as an item of a list of awards does. */
export const mayNameTitle = (folded: string): boolean => titleForm.test(folded);

/**
 * Whether a folded text can hold an award. Only such sentences are worth compromise's time. Linear.
 *
 * @param folded from `fold()`
 */
export const mayNameAward = (folded: string): boolean =>
  plainForm.test(folded) ||
  ((titleForm.test(folded) || openForm.test(folded)) && getting.test(folded)) ||
  (praise.test(folded) && (somebody.test(folded) || praisedByName.test(folded))) ||
  (epithetForm.test(folded) && epithet.test(folded));
