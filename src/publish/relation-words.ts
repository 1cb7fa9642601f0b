import type { RelationKind } from '../model/index.js';
import type { Language } from './cross-reference-index.js';

/**
 * One relation between two documents in words: as a verb between the two, and as the head under which the other document
 * stands when one looks from either end, in the manner of the «lược đồ» of the national database of legal documents.
 */
export interface RelationWords {
  /** first document … second document */
  readonly verb: string;
  /** seen from the first: what the second is */
  readonly target: string;
  /** seen from the second: what the first is */
  readonly source: string;
  /** the second «… by» the first: how its validity changed; null when it did not */
  readonly changed: string | null;
}

type Words = readonly [verb: string, target: string, source: string, changed?: string];

/** Heads as vbpl.vn's lược đồ has them; below the line what only reports know: no database of law has a head for it. */
const vi: Readonly<Record<string, Words>> = {
  based_on: ['căn cứ', 'Căn cứ ban hành', 'Văn bản áp dụng'],
  refers_to: ['dẫn chiếu', 'Văn bản được dẫn chiếu', 'Văn bản dẫn chiếu'],
  amends: ['sửa đổi, bổ sung', 'Văn bản được sửa đổi, bổ sung', 'Văn bản sửa đổi, bổ sung', 'được sửa đổi, bổ sung'],
  corrects: ['đính chính', 'Văn bản được đính chính', 'Văn bản đính chính', 'được đính chính'],
  replaces: ['thay thế', 'Văn bản được thay thế', 'Văn bản thay thế', 'bị thay thế'],
  repeals: ['bãi bỏ', 'Văn bản bị bãi bỏ', 'Văn bản bãi bỏ', 'bị bãi bỏ'],
  suspends: ['đình chỉ thi hành', 'Văn bản bị đình chỉ thi hành', 'Văn bản đình chỉ thi hành', 'bị đình chỉ thi hành'],
  consolidates: ['hợp nhất', 'Văn bản được hợp nhất', 'Văn bản hợp nhất'],
  details: [
    'quy định chi tiết',
    'Văn bản được quy định chi tiết, hướng dẫn thi hành',
    'Văn bản quy định chi tiết, hướng dẫn thi hành',
  ],
  guides: [
    'hướng dẫn',
    'Văn bản được quy định chi tiết, hướng dẫn thi hành',
    'Văn bản quy định chi tiết, hướng dẫn thi hành',
  ],
  interprets: ['giải thích', 'Văn bản được giải thích', 'Văn bản giải thích'],
  announces: ['công bố', 'Văn bản được công bố', 'Văn bản công bố'],
  // —
  extends: ['gia hạn', 'Văn bản được gia hạn', 'Văn bản gia hạn', 'được gia hạn'],
  implements: ['thực hiện', 'Văn bản được thực hiện', 'Văn bản thực hiện'],
  approves: ['phê duyệt', 'Văn bản được phê duyệt', 'Văn bản phê duyệt'],
  issues: ['ban hành', 'Văn bản được ban hành', 'Văn bản ban hành'],
  annexed_to: ['ban hành kèm theo', 'Văn bản được ban hành kèm theo', 'Văn bản ban hành'],
  launches: ['phát động', 'Văn bản được ban hành', 'Văn bản phát động'],
  responds_to: ['trả lời', 'Văn bản được trả lời', 'Văn bản trả lời'],
};

const en: Readonly<Record<string, Words>> = {
  based_on: ['based on', 'Based on', 'Basis of'],
  refers_to: ['refers to', 'Refers to', 'Referred to by'],
  amends: ['amends', 'Amends', 'Amended by', 'amended'],
  corrects: ['corrects', 'Corrects', 'Corrected by', 'corrected'],
  replaces: ['replaces', 'Replaces', 'Replaced by', 'replaced'],
  repeals: ['repeals', 'Repeals', 'Repealed by', 'repealed'],
  suspends: ['suspends', 'Suspends', 'Suspended by', 'suspended'],
  consolidates: ['consolidates', 'Consolidates', 'Consolidated by'],
  details: ['details', 'Details', 'Detailed by'],
  guides: ['guides', 'Guides', 'Guided by'],
  interprets: ['interprets', 'Interprets', 'Interpreted by'],
  announces: ['announces', 'Announces', 'Announced by'],
  extends: ['extends', 'Extends', 'Extended by', 'extended'],
  implements: ['implements', 'Implements', 'Implemented by'],
  approves: ['approves', 'Approves', 'Approved by'],
  issues: ['issues', 'Issues', 'Issued by'],
  annexed_to: ['issues as its annex', 'Issues as its annex', 'Annexed to'],
  launches: ['launches', 'Launches', 'Launched by'],
  responds_to: ['responds to', 'Responds to', 'Answered by'],
};

/**
 * @param detail the fine word of data/relations.csv; where it is none of ours the kind speaks
 */
export function relationWords(relation: RelationKind, detail: string | null, language: Language): RelationWords {
  const table = language === 'vi' ? vi : en;
  const kind = relation.replace('-', '_');
  const [verb, target, source, changed] = table[detail ?? kind] ?? table[kind]!;
  return { verb, target, source, changed: changed ?? null };
}

/** «đã bị thay thế bởi», «later amended by»: how a change of validity stands to the day asked for, as `ValidityChange` has it. */
export function changeInWords(
  relation: RelationKind,
  detail: string | null,
  before: boolean | null,
  language: Language,
): string {
  const changed = relationWords(relation, detail, language).changed ?? relationWords(relation, null, language).changed;
  if (language === 'vi') return `${before === null ? '' : before ? 'đã ' : 'sau đó '}${changed} bởi`;
  return `${before === null ? '' : before ? 'already ' : 'later '}${changed} by`;
}
