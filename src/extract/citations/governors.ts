import type { CitationRole, RelationKind } from '../../model/index.js';
import { relations } from '../../text/lexicon/generated/relations.js';

/** A phrase that says how what stands before it stands to the document after it. */
export interface Governor {
  /** fine relation of data/relations.csv, or "transparent": the phrase before it governs */
  readonly detail: string;
  /** the report's own role; "issued" still asks who the subject is */
  readonly role: CitationRole;
  /** between two documents; null where the fine relation is none between documents */
  readonly kind: RelationKind | null;
  /** it counts only right before the document: "đã có Công văn số …" */
  readonly direct: boolean;
}

const roles: Readonly<Record<string, CitationRole>> = {
  implements: 'implements',
  based_on: 'based-on',
  responds_to: 'responds-to',
  issues: 'issued',
};

const kinds: Readonly<Record<string, RelationKind>> = {
  implements: 'implements',
  based_on: 'based-on',
  responds_to: 'responds-to',
  amends: 'amends',
  corrects: 'amends',
  consolidates: 'amends',
  extends: 'amends',
  replaces: 'replaces',
  repeals: 'repeals',
  suspends: 'repeals',
  approves: 'approves',
  issues: 'issues',
  announces: 'issues',
  launches: 'issues',
  annexed_to: 'issues',
  guides: 'guides',
  details: 'guides',
  interprets: 'guides',
};

const governor = (detail: string, direct = false): Governor => ({
  detail,
  role: roles[detail] ?? 'mentions',
  kind: kinds[detail] ?? null,
  direct,
});

/** Beside the table: what the words mean in front of a number, and words that only look like one of its phrases. */
const more: Readonly<Record<string, string>> = {
  based_on:
    'theo hướng dẫn|theo chỉ đạo|theo quy định|theo kết luận|theo ý kiến|theo ý kiến chỉ đạo|theo thông báo|theo quyết định|' +
    'theo kế hoạch|theo nghị quyết|theo phê duyệt|ban hành theo|thành lập theo|được thành lập theo|đúng theo|thực hiện theo|' +
    'thực hiện theo quy định|thực hiện theo quy định tại|thực hiện đúng quy định|thực hiện theo hướng dẫn|đúng quy định tại|' +
    'thực hiện đúng quy định tại|đảm bảo theo quy định tại|chiểu theo|chiếu theo quy định|căn cứ các quy định|phù hợp với quy định|' +
    'phù hợp với quy định tại|theo các quy định|theo đúng quy định|theo đúng quy định tại|theo đúng quy định của|theo đúng hướng dẫn|' +
    'trên cơ sở xem xét|theo tinh thần chỉ đạo|theo nội dung chỉ đạo|trên tinh thần|thực hiện theo đúng|thực hiện theo đúng quy định|' +
    'thực hiện theo đúng quy định tại|triển khai theo|trên cơ sở quy định|trên cơ sở hướng dẫn',
  implements:
    'thực hiện nghiêm|thực hiện nghiêm túc|thực hiện tốt|thực hiện có hiệu quả|chấp hành nghiêm|triển khai có hiệu quả|' +
    'thực hiện chỉ đạo|thực hiện ý kiến chỉ đạo|thực hiện nội dung|thực hiện nhiệm vụ|thực hiện các nhiệm vụ|phát huy|gắn với|' +
    'thực hiện sự chỉ đạo|nhiệm vụ giao tại|các nhiệm vụ giao tại|đẩy mạnh|học tập|cụ thể hoá|thể chế hoá|đưa|tổ chức học tập|nghiên cứu, học tập|nghiên cứu và học tập|nghiên cứu, quán triệt|nghiên cứu, triển khai|nghiêm túc thực hiện|' +
    'thực hiện thắng lợi|thực hiện quy định|thực hiện quy định tại|thực hiện theo tinh thần|thực hiện hướng dẫn|tinh thần',
  responds_to:
    'theo đề nghị|như đề nghị|theo như đề nghị|như đề xuất|như kiến nghị|trên cơ sở đề nghị|trên cơ sở đề xuất|trên cơ sở kiến nghị|theo yêu cầu|theo đề xuất|nhận được|tiếp nhận|xét đề nghị|thực hiện yêu cầu|phúc đáp|xét nội dung|thực hiện đề nghị|' +
    'sau khi xem xét|sau khi nghiên cứu|qua nghiên cứu|qua xem xét|tiếp nhận và xử lý|xem xét đề nghị|trả lời nội dung',
  reports_on:
    'báo cáo kết quả triển khai thực hiện|báo cáo kết quả triển khai|báo cáo tình hình triển khai thực hiện|báo cáo việc thực hiện|' +
    'báo cáo sơ kết thực hiện|báo cáo tổng kết thực hiện|sơ kết việc thực hiện|tổng kết việc thực hiện|sơ kết thực hiện|' +
    'tổng kết thực hiện|đánh giá việc thực hiện|đánh giá tình hình thực hiện|kiểm tra thực hiện|giám sát thực hiện|' +
    'kiểm tra tình hình thực hiện|kiểm tra kết quả thực hiện|kiểm tra, giám sát việc thực hiện',
  refers_to:
    'tuyên truyền|phổ biến|tuyên truyền, phổ biến|góp ý|lấy ý kiến|tham gia ý kiến|phù hợp với|trái với|vi phạm|so với|nhận thức về|' +
    'tổ thi hành|tổ công tác thi hành|nghiên cứu|xem xét|thẩm tra|thẩm định|đối với|đối chiếu|đối chiếu với|đối chiếu với quy định tại|đối chiếu quy định tại|hiểu biết về|sau khi có|từ khi có|kể từ khi có|quy định trong|tập huấn|hội nghị quán triệt|liên quan tới',
  guides:
    'hướng dẫn tổ chức thực hiện|hướng dẫn việc thực hiện|hướng dẫn một số nội dung thực hiện|hướng dẫn thực hiện một số điều của|' +
    'hướng dẫn thực hiện một số nội dung của|hướng dẫn chi tiết|về việc hướng dẫn thực hiện|về việc hướng dẫn triển khai|' +
    'về việc hướng dẫn triển khai thực hiện|về việc hướng dẫn tổ chức thực hiện|về việc hướng dẫn thi hành|về việc hướng dẫn một số nội dung',
  amends: 'sửa|sớm sửa|rà soát, sửa đổi|kiến nghị sửa đổi|điều chỉnh nội dung|điều chỉnh, bổ sung một số nội dung',
  extends:
    'gia hạn thời gian thực hiện|gia hạn thời hạn thực hiện|gia hạn việc thực hiện|kéo dài thời hạn thực hiện|kéo dài việc thực hiện|' +
    'kéo dài thời gian áp dụng|kéo dài thời hạn áp dụng|kéo dài việc áp dụng|gia hạn thời gian áp dụng|gia hạn thời hạn áp dụng|' +
    'kéo dài thời hạn hiệu lực|gia hạn hiệu lực',
  approves:
    'xem xét, thông qua|xem xét thông qua|xem xét, phê duyệt|xem xét phê duyệt|xem xét, quyết định|xem xét và thông qua|' +
    'biểu quyết thông qua|thảo luận, thông qua|thảo luận và thông qua',
  issues:
    'ban hành theo thẩm quyền|cụ thể hóa bằng|cụ thể hoá bằng|cụ thể hóa thành|cụ thể hoá thành|phát hành|xây dựng, ban hành|tham mưu xây dựng|tham mưu|ban hành các|ký kết ban hành|soạn thảo, ban hành',
  transparent:
    'căn cứ phát sinh|căn cứ xác định|căn cứ tính|căn cứ xác lập|căn cứ chấm dứt|căn cứ xử lý|căn cứ thu hồi|căn cứ chứng minh|' +
    'có hiệu quả|có kết quả|có chất lượng|theo dõi|làm theo|noi theo|theo đó|kèm theo|theo thẩm quyền|kéo theo|đi theo|ban hành kèm theo|được ban hành kèm theo|phụ lục kèm theo|tại phụ lục kèm theo|phụ lục ban hành kèm theo|tại|trong|như|nêu tại|' +
    'nội dung tại|quy định tại|đề cập tại|trong đó|trong đó có|xem|nhất là|đặc biệt là|bao gồm|gồm|gửi kèm|đính kèm|giao|phát động|duyệt|' +
    'đồng ý|thống nhất|công nhận|thông qua|giao tại|giao nhiệm vụ tại|phân công tại|trong việc|cùng với|bên cạnh|hệ thống|nghiên cứu khoa học',
};
/** They govern only what follows at once; elsewhere they are everyday verbs. */
const direct: Readonly<Record<string, string>> = {
  issues: 'có|đã có|gửi|ra|ký|xây dựng|đã ký|có văn bản|lập|trình ký|ban hành được',
  responds_to: 'tiếp theo|theo công văn|theo văn bản|theo tờ trình|theo giấy mời',
  submits: 'trình|dự thảo|xây dựng dự thảo',
};

/** They govern only at the head of a sentence; elsewhere "về đề nghị …" opens a title. */
const sentenceHeads: Readonly<Record<string, string>> = {
  responds_to: 'về đề nghị|về kiến nghị|về việc đề nghị|về ý kiến|về đề xuất|về việc kiến nghị',
};

/** A phrase by its words. */
export interface Entry {
  readonly syllables: readonly string[];
  readonly governor: Governor;
  /** after up to four more words: "sơ kết … năm thực hiện"; [] when the phrase has no gap */
  readonly beyond: readonly string[];
  /** it counts only at the head of a sentence: "Về đề nghị của X tại …" */
  readonly heads: boolean;
}
const index = new Map<string, Entry[]>();

const syllablesOf = (phrase: string): string[] => phrase.toLowerCase().match(/[\p{L}\p{N}]+|,/gu) ?? [];
const keyOf = ({ syllables, beyond }: Pick<Entry, 'syllables' | 'beyond'>): string =>
  `${syllables.join(' ')}…${beyond.join(' ')}`;

function put(phrase: string, found: Governor, heads = false): void {
  const [before = '', after = ''] = phrase.split('…');
  const syllables = syllablesOf(before);
  const beyond = syllablesOf(after);
  const first = syllables[0];
  if (first === undefined) return;
  const entries = index.get(first) ?? [];
  if (entries.some((entry) => keyOf(entry) === keyOf({ syllables, beyond }))) return;
  entries.push({ syllables, governor: found, beyond, heads });
  entries.sort((a, b) => b.syllables.length + b.beyond.length - a.syllables.length - a.beyond.length);
  index.set(first, entries);
}

for (const [detail, phrases] of Object.entries(direct))
  for (const phrase of phrases.split('|')) put(phrase, governor(detail, true));
for (const [detail, phrases] of Object.entries(more))
  for (const phrase of phrases.split('|')) put(phrase, governor(detail));
for (const [detail, phrases] of Object.entries(sentenceHeads))
  for (const phrase of phrases.split('|')) put(phrase, governor(detail), true);
// Other phrases with a gap ("theo đề nghị của … tại") are read by their parts.
for (const { phrase, relation, direction } of relations)
  if (direction === 'out' && (!phrase.includes('…') || relation === 'reports_on')) put(phrase, governor(relation));

/** Phrases with a common beginning, word by word. */
export interface PhraseNode {
  /** the phrase that ends here, and its place among those of its first word: the first that fits counts */
  whole: { readonly entry: Entry; readonly rank: number } | null;
  next: Map<string, PhraseNode> | null;
}
/** All phrases that begin with one word. */
export interface Phrases {
  readonly tree: PhraseNode;
  /** those with a gap */
  readonly gapped: readonly { readonly entry: Entry; readonly rank: number }[];
}

function phrasesOf(entries: readonly Entry[]): Phrases {
  const tree: PhraseNode = { whole: null, next: null };
  const ranked = entries.map((entry, rank) => ({ entry, rank }));
  for (const one of ranked) {
    if (one.entry.beyond.length > 0) continue;
    let node = tree;
    for (const syllable of one.entry.syllables.slice(1)) {
      node.next ??= new Map();
      const next: PhraseNode = node.next.get(syllable) ?? { whole: null, next: null };
      node.next.set(syllable, next);
      node = next;
    }
    node.whole = one;
  }
  return { tree, gapped: ranked.filter(({ entry }) => entry.beyond.length > 0) };
}

/** The words that phrases begin with; "qui định" is "quy định": one spelling for the phrases. */
export const phrasesByWord: ReadonlyMap<string, Phrases> = new Map(
  [...index].map(([word, entries]) => [word, phrasesOf(entries)] as const),
);

export const relationKindOf = (detail: string): RelationKind | null => kinds[detail] ?? null;

/** Every phrase that governs a document, with what it means; for docs/rules.md. */
export const governingPhrases = (): readonly { readonly phrase: string; readonly governor: Governor }[] =>
  [...index.values()].flat().map(({ syllables, governor }) => ({
    phrase: syllables.join(' ').replaceAll(' ,', ','),
    governor,
  }));
