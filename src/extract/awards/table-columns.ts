import type { Award } from '../../model/index.js';
import type { RecipientKind } from './award-event.js';

/** What the heads of a column say of its numbers. */
export interface TableColumn {
  readonly column: number;
  /** all heads above it, folded, from the top */
  readonly heads: readonly string[];
  readonly status: Award['status'] | null;
  readonly recipient: RecipientKind | null;
  /** share: per cent; sum: of what stands beside it; other: neither counts awards nor their recipients */
  readonly kind: 'count' | 'share' | 'sum' | 'other';
  /** the year it is for */
  readonly year: string | null;
  /**
   * A part of what other columns of the row count, by why it was given («theo công trạng», «đột xuất») or to what kind of
   * recipient («trong đó: doanh nghiệp»).
   */
  readonly part: 'occasion' | 'within' | null;
}

const notCounts =
  /(?<![a-z])(?:s{0,2}tt|so tt|so thu tu|ghi chu|so tien|tien thuong|muc thuong|kinh phi|thanh tien|don gia|he so|nam sinh|so (?:va |, ?)?(?:ngay[a-z, ]{0,24} )?quyet dinh|ngay quyet dinh|so nam|so diem|diem)(?![a-z])/;
const occasion =
  /(?<![a-z])(?:theo (?:cong trang|chuyen de|dot|dien|qua trinh|loai hinh)|cong trang|chuyen de|dot xuat|nien han|doi ngoai|cong hien|thanh tich khang chien|cho doanh nghiep)(?![a-z])/;
const sum = /(?<![a-z])(?:tong so|tong cong|tong|cong)(?: luong)?\s*$/;

/** What the head of a column of numbers says of them. */
export function statusOfHead(head: string): Award['status'] | null {
  if (/(?<![a-z])(?:dang k[yi]|giao uoc)(?![a-z])/.test(head)) return 'registered';
  // «Đạt/đề nghị»: what is asked for alone is marked in its cell.
  if (/(?<![a-z])dat ?\/ ?(?:de nghi|trinh)(?![a-z])/.test(head)) return 'granted';
  if (/(?<![a-z])(?:de nghi|trinh)(?![a-z])/.test(head)) return 'proposed';
  if (/(?<![a-z])(?:phan dau|chi tieu|ke hoach|muc tieu)(?![a-z])/.test(head)) return 'target';
  return /(?<![a-z])(?:dat(?! duoc)|ket qua|duoc tang|da tang|cong nhan|quyet dinh|thuc hien)(?![a-z])/.test(head)
    ? 'granted'
    : null;
}

/** Whom a head names: null where it names several kinds, or none. */
export function recipientOfHead(head: string): RecipientKind | null {
  if (/(?<![a-z])ca nhan(?![a-z])/.test(head)) return /(?<![a-z])tap the(?![a-z])/.test(head) ? null : 'individual';
  if (/(?<![a-z])(?:tap the|don vi)(?![a-z])/.test(head)) return 'collective';
  return /(?<![a-z])(?:ho(?!,? (?:va )?ten)|gia dinh)(?![a-z])/.test(head) ? 'household' : null;
}

/** The lowest head says most of its own column; what it leaves open, the one above it may say. */
function lowest<T>(heads: readonly string[], read: (head: string) => T | null): T | null {
  for (const head of heads.toReversed()) {
    const found = read(head);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Reads the heads of a column.
 *
 * @param heads from the top, folded: «da duoc trinh de nghi khen thuong», «sl tap the»
 */
export function tableColumn(column: number, heads: readonly string[]): TableColumn {
  const last = heads.at(-1) ?? '';
  const words = heads.join(' | ');
  const kind = notCounts.test(last)
    ? 'other'
    : /%|(?<![a-z])(?:ty le|ti le)(?![a-z])/.test(last)
      ? 'share'
      : sum.test(last)
        ? 'sum'
        : 'count';
  return {
    column,
    heads,
    status: lowest(heads, statusOfHead),
    recipient: lowest(heads, recipientOfHead),
    kind,
    year: lowest(heads, (head) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(head)?.[0] ?? null),
    part: occasion.test(words) ? 'occasion' : /(?<![a-z])trong do(?![a-z])/.test(words) ? 'within' : null,
  };
}

/** A number of a row under its column. */
export interface ColumnCount {
  readonly of: TableColumn;
  readonly value: number;
}

/**
 * Chooses which numbers of a row are records of their own. A number that only says again, by occasion, what another of the
 * row counts whole says nothing new of who got what, and is none; nor is a sum beside the numbers it is the sum of.
 *
 * @param counts numbers of one award, left to right
 */
export function ownCounts<T extends ColumnCount>(counts: readonly T[]): readonly T[] {
  const whole = counts.filter(({ of }) => of.part !== 'occasion');
  const candidates = whole.length > 0 ? whole : counts;
  const told = candidates.filter(({ of }) => of.status !== null);
  if (told.length === 0) return perKind(candidates, false);
  const statuses = [...new Set(told.map(({ of }) => of.status))];
  const chosen = statuses.flatMap((status) =>
    perKind(
      told.filter(({ of }) => of.status === status),
      true,
    ),
  );
  return counts.filter((one) => chosen.includes(one));
}

/** Of the numbers under one status: by kind of recipient where these make up the sum, else the sum. */
function perKind<T extends ColumnCount>(counts: readonly T[], told: boolean): readonly T[] {
  const total = counts.find(({ of }) => of.kind === 'sum');
  const kinds = counts.filter(({ of }) => of.kind !== 'sum' && of.recipient !== null);
  if (total !== undefined) {
    const sumOfKinds = kinds.reduce((sum, { value }) => sum + value, 0);
    return kinds.length > 0 && sumOfKinds === total.value ? kinds : [total];
  }
  const plain = counts.filter(({ of }) => of.part !== 'within');
  const years = new Set(plain.map(({ of }) => of.year));
  if (told || (years.size === plain.length && !years.has(null))) return plain;
  const plainKinds = plain.filter(({ of }) => of.recipient !== null);
  return plainKinds.length > 0 ? plainKinds : plain.slice(0, 1);
}
