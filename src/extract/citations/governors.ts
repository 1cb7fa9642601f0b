import type { CitationRole, RelationKind } from '../../model/index.js';
import { isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { relations } from '../../text/lexicon/generated/relations.js';
import { phraseTable } from '../../text/phrase-table.js';

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
    'theo tinh thần chỉ đạo|theo nội dung chỉ đạo|trên tinh thần|thực hiện theo đúng|thực hiện theo đúng quy định|' +
    'thực hiện theo đúng quy định tại|triển khai theo|trên cơ sở quy định|trên cơ sở hướng dẫn',
  implements:
    'thực hiện nghiêm|thực hiện nghiêm túc|thực hiện tốt|thực hiện có hiệu quả|chấp hành nghiêm|triển khai có hiệu quả|' +
    'thực hiện chỉ đạo|thực hiện ý kiến chỉ đạo|thực hiện nội dung|thực hiện nhiệm vụ|thực hiện các nhiệm vụ|phát huy|gắn với|' +
    'thực hiện sự chỉ đạo|nhiệm vụ giao tại|các nhiệm vụ giao tại|đẩy mạnh|học tập|cụ thể hoá|thể chế hoá|đưa|tổ chức học tập|nghiên cứu|nghiêm túc thực hiện|' +
    'thực hiện thắng lợi|thực hiện quy định|thực hiện quy định tại|thực hiện theo tinh thần|thực hiện hướng dẫn|tinh thần',
  responds_to:
    'theo đề nghị|theo yêu cầu|theo đề xuất|nhận được|tiếp nhận|xét đề nghị|thực hiện yêu cầu|phúc đáp|xét nội dung|thực hiện đề nghị|' +
    'sau khi xem xét|sau khi nghiên cứu|tiếp nhận và xử lý|xem xét đề nghị|trả lời nội dung',
  reports_on:
    'báo cáo kết quả triển khai thực hiện|báo cáo kết quả triển khai|báo cáo tình hình triển khai thực hiện|báo cáo việc thực hiện|' +
    'báo cáo sơ kết thực hiện|báo cáo tổng kết thực hiện|sơ kết việc thực hiện|tổng kết việc thực hiện|sơ kết thực hiện|' +
    'tổng kết thực hiện|đánh giá việc thực hiện|đánh giá tình hình thực hiện|kiểm tra thực hiện|giám sát thực hiện|' +
    'kiểm tra tình hình thực hiện|kiểm tra kết quả thực hiện|kiểm tra, giám sát việc thực hiện',
  refers_to:
    'tuyên truyền|phổ biến|tuyên truyền, phổ biến|góp ý|lấy ý kiến|tham gia ý kiến|phù hợp với|trái với|vi phạm|so với|nhận thức về|' +
    'hiểu biết về|sau khi có|từ khi có|kể từ khi có|quy định trong|tập huấn|hội nghị quán triệt|liên quan tới',
  amends: 'sửa|sớm sửa|rà soát, sửa đổi|kiến nghị sửa đổi|điều chỉnh nội dung|điều chỉnh, bổ sung một số nội dung',
  extends:
    'gia hạn thời gian thực hiện|gia hạn thời hạn thực hiện|gia hạn việc thực hiện|kéo dài thời hạn thực hiện|kéo dài việc thực hiện',
  issues: 'phát hành|xây dựng, ban hành|tham mưu xây dựng|tham mưu|ban hành các|ký kết ban hành|soạn thảo, ban hành',
  transparent:
    'căn cứ phát sinh|căn cứ xác định|căn cứ tính|căn cứ xác lập|căn cứ chấm dứt|căn cứ xử lý|căn cứ thu hồi|căn cứ chứng minh|' +
    'có hiệu quả|có kết quả|có chất lượng|theo dõi|làm theo|noi theo|theo đó|kèm theo|kéo theo|đi theo|ban hành kèm theo|được ban hành kèm theo|tại|trong|như|nêu tại|' +
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

interface Entry {
  readonly syllables: readonly string[];
  readonly governor: Governor;
  /** after up to four more words: "sơ kết … năm thực hiện"; [] when the phrase has no gap */
  readonly beyond: readonly string[];
  /** it counts only at the head of a sentence: "Về đề nghị của X tại …" */
  readonly heads: boolean;
}
const widestGap = 4;
const index = new Map<string, Entry[]>();

const syllablesOf = (phrase: string): string[] => phrase.toLowerCase().match(/[\p{L}\p{N}]+|,/gu) ?? [];

function put(phrase: string, found: Governor, heads = false): void {
  const [before = '', after = ''] = phrase.split('…');
  const syllables = syllablesOf(before);
  const beyond = syllablesOf(after);
  const first = syllables[0];
  if (first === undefined) return;
  const entries = index.get(first) ?? [];
  const key = (entry: Pick<Entry, 'syllables' | 'beyond'>): string =>
    `${entry.syllables.join(' ')}…${entry.beyond.join(' ')}`;
  if (entries.some((entry) => key(entry) === key({ syllables, beyond }))) return;
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

/** A word or a sign of a sentence. */
export interface Token {
  /** in lower case */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** begins with a capital: "Thuận" of a province is no verb */
  readonly capital: boolean;
  /** phrases that begin with this word, longest first; null when none does */
  readonly opens: readonly Entry[] | null;
}

/** The words that phrases are made of, so that most words of a sentence are known without being cut out of it. */
const vocabulary = phraseTable(
  [
    ...new Set(['qui', ...[...index.values()].flat().flatMap(({ syllables, beyond }) => [...syllables, ...beyond])]),
  ].map((word) => {
    // "qui định" is "quy định": one spelling for the phrases.
    const text = word === 'qui' ? 'quy' : word;
    return [word, { text, opens: index.get(text) ?? null }] as const;
  }),
);

/** Words and signs between two offsets. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const from = at;
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 160) {
      at += 1;
      continue;
    }
    const known = vocabulary.longestAt(text, from);
    if (known !== null && vocabulary.edge() <= end) {
      at = vocabulary.edge();
      const capital = text.charCodeAt(from) !== known.text.charCodeAt(0);
      tokens.push({ text: known.text, start: from, end: at, capital, opens: known.opens });
      continue;
    }
    while (at < end && isLetterOrDigitAt(text, at)) at += 1;
    if (at === from) at += 1;
    const printed = text.slice(from, at);
    const lower = printed.toLowerCase();
    const capital = lower.charCodeAt(0) !== code;
    tokens.push({ text: lower, start: from, end: at, capital, opens: null });
  }
  return tokens;
}

/** A governing phrase in a sentence; `from` and `to` index its tokens. */
export interface Hit extends Governor {
  readonly from: number;
  readonly to: number;
  /** offsets of the phrase in the text */
  readonly start: number;
  readonly end: number;
}

/**
 * All governing phrases of a token run, longest first at each place, without overlap.
 *
 * @param taken one entry a token, 1 where it belongs to a reference or a name: "Hướng dẫn" of "theo Hướng dẫn số …" is
 *   its type word, not a verb
 */
export function governorsIn(tokens: readonly Token[], taken: Uint8Array | null): Hit[] {
  const hits: Hit[] = [];
  const isFree = (at: number): boolean => taken === null || taken[at] === 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { opens, start } = tokens[at]!;
    if (opens === null || !isFree(at)) continue;
    for (const entry of opens) {
      const to = entry.heads && at > 0 ? -1 : endOf(entry, tokens, at, isFree);
      if (to < 0) continue;
      hits.push({ ...entry.governor, from: at, to, start, end: tokens[to - 1]!.end });
      at = to - 1;
      break;
    }
  }
  return hits;
}

/** Index after the phrase that begins at `at`, whose first word stands there; -1 when the rest does not. */
function endOf(
  { syllables, beyond }: Entry,
  tokens: readonly Token[],
  at: number,
  isFree: (at: number) => boolean,
): number {
  const stands = (words: readonly string[], from: number, skip: number): boolean => {
    for (let offset = skip; offset < words.length; offset += 1)
      if (tokens[from + offset]?.text !== words[offset] || !isFree(from + offset)) return false;
    return true;
  };
  if (!stands(syllables, at, 1)) return -1;
  const end = at + syllables.length;
  if (beyond.length === 0) return end;
  for (let from = end + 1; from <= end + widestGap && from < tokens.length; from += 1) {
    if (!isFree(from - 1) || gapEnds.has(tokens[from - 1]!.text)) return -1;
    if (stands(beyond, from, 0)) return from + beyond.length;
  }
  return -1;
}
const gapEnds = new Set([',', ';', '.', ':']);

export const relationKindOf = (detail: string): RelationKind | null => kinds[detail] ?? null;

/** Every phrase that governs a document, with what it means; for docs/rules.md. */
export const governingPhrases = (): readonly { readonly phrase: string; readonly governor: Governor }[] =>
  [...index.values()].flat().map(({ syllables, governor }) => ({
    phrase: syllables.join(' ').replaceAll(' ,', ','),
    governor,
  }));
