import type { AttentionReason } from '../../store/index.js';

/** What the program says of what people should look at and have decided. */
export interface ReviewMessages {
  readonly conflicts: (count: number) => string;
  readonly reasons: Readonly<Record<AttentionReason, string>>;
}

export const reviewVi: ReviewMessages = {
  conflicts: (count) => `Chỗ mâu thuẫn (${count})`,
  reasons: {
    conflict: 'mâu thuẫn',
    ambiguous: 'có thể là nhiều văn bản',
    repair: 'số đã được sửa lỗi nhận dạng',
    'low-confidence': 'chưa chắc',
  },
};

export const reviewEn: ReviewMessages = {
  conflicts: (count) => `Contradictions (${count})`,
  reasons: {
    conflict: 'contradiction',
    ambiguous: 'may be one of several documents',
    repair: 'a number repaired from recognition',
    'low-confidence': 'uncertain',
  },
};
