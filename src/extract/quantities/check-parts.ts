import type { Diagnostic, Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import { isAddable, placeOf } from './check-figures.js';
import { type Decimal, roundingOf } from './rounding.js';
import { unitOfWords } from './unit-lexicon.js';

/** How a text brings the parts of a figure. */
export type Opening =
  /** "gồm", "chia ra": they are the whole */
  | 'all'
  /** "trong đó": they are some of it, and may overlap */
  | 'some'
  /** "45 đơn (12 đơn khiếu nại, 33 đơn tố cáo)": as a rule they are the whole */
  | 'bracket';

/** A longer list is a paragraph of its own things. */
const longestList = 600;
const opens = /(?:^|[\s,;(:])(?<word>trong đó|bao gồm|gồm|chia ra|cụ thể)(?=[\s:,]|$)/;
const opensWithin = /(?:^|[\s,;(:])(?:trong đó|bao gồm|gồm|trong số đó)(?=[\s:,]|$)/;
/** Another time or another state of the same thing, which is no part of it. */
const compares =
  /so với|so cùng|cùng kỳ|kế hoạch|chỉ tiêu|dự toán|tăng|giảm|năm (?:19|20)\d\d|năm (?:ngoái|trước)|tháng|quý|mỗi|bình quân|trị giá|lũy kế|luỹ kế|đến nay|trước đây|hiện (?:có|còn)/;
/** Parts without a number, or more than are told. */
const unnumbered = /^[^.;)\n]*(?: và (?!\d)|…|\.\.\.|v\.v| còn lại(?! \d))/u;

/** In what people and households are told apart; those of two kinds, or of one kind and all others, overlap. */
const facets: readonly (readonly [string, RegExp])[] = [
  ['sex', /(?<!phụ )(?<!\p{L})(?:nữ|nam)(?!\p{L})/u],
  ['party', /đảng viên|đoàn viên|hội viên/],
  ['ethnic', /dân tộc|dtts|đồng bào|(?<!\p{L})kinh(?!\p{L})/u],
  ['faith', /tôn giáo|theo đạo|công giáo|phật giáo/],
  ['degree', /đại học|cao đẳng|thạc s[ĩỹ]|tiến s[ĩỹ]|sau đại học|trung cấp|cao cấp|sơ cấp|cử nhân|trình độ|bằng cấp/],
  ['age', /(?<!\p{L})tuổi|trẻ em|người cao tuổi|(?<!\p{L})trẻ(?!\p{L})/u],
  ['need', /nghèo|khuyết tật|chính sách|người có công|mồ côi|khó khăn/],
];
const facetOf = (words: string): string | null => facets.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** Whether what two figures count may be a whole and its part: one unit, or people of any kind. */
export function isPartOf(whole: Quantity, part: Quantity): boolean {
  if (whole.unit === '' || whole.kind !== part.kind) return false;
  // "30 hộ thoát nghèo, gồm xã A Vao 10 hộ", "45 đơn, gồm 12 đơn khiếu nại"
  if (`${part.unit} `.startsWith(`${whole.unit} `) || whole.unit.startsWith(`${part.unit} `)) return part.unit !== '';
  const [unit, other] = [unitOfWords(whole.unit), unitOfWords(part.unit)];
  return unit?.dimension === 'people' && other?.dimension === 'people' && !/lượt/.test(whole.unit + part.unit);
}

/** "06 cá nhân, gồm 05 …, 01 …": the parts that the same sentence names after a figure. */
export function contradictedParts(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const sum = quantities[index]!;
  const first = quantities[index + 1];
  if (first === undefined || first.block !== sum.block || !isAddable(sum)) return null;
  const opened = openingOf(lower, sum, quantities, index);
  if (opened === null) return null;
  const parts = partsIn(lower, quantities, opened.from, sum, opened.opening);
  return parts === null ? null : judge(sum, parts.figures, parts.labels, parts.isOpen ? 'some' : opened.opening);
}

function openingOf(
  lower: string,
  sum: Quantity,
  quantities: readonly Quantity[],
  index: number,
): { readonly opening: Opening; readonly from: number } | null {
  // "10 công chức, đạt 100%; trong đó …": what is said of the sum itself stands between.
  let from = index + 1;
  while (quantities[from]?.kind === 'percent' && quantities[from]!.span.start - sum.span.end < 90) from += 1;
  const first = quantities[from];
  if (first === undefined || first.block !== sum.block) return null;
  const gap = lower.slice(sum.span.end, first.span.start);
  if (gap.length > 160 || /[.](?!\d)/.test(gap)) return null;
  const word = opens.exec(gap)?.groups?.['word'];
  // "20 lớp, gồm 12 lớp": "gồm" brings a whole, unless something was said of it before.
  if (word !== undefined) return { opening: word === 'trong đó' ? 'some' : 'all', from };
  return from === index + 1 && /^ ?\((?:[^\d.;:()]{0,30} )?$/u.test(gap) && !compares.test(gap)
    ? { opening: 'bracket', from }
    : null;
}

interface Parts {
  readonly figures: readonly Quantity[];
  /** the words around each part, in lower case */
  readonly labels: readonly string[];
  /** more follows, or other things stand between, so that they need not be the whole */
  readonly isOpen: boolean;
}

function partsIn(
  lower: string,
  quantities: readonly Quantity[],
  from: number,
  sum: Quantity,
  opening: Opening,
): Parts | null {
  const figures: Quantity[] = [];
  const labels: string[] = [];
  let isOpen = false;
  let last = sum.span.end;
  let [depth, own] = [0, -1];
  for (let at = from; at < quantities.length; at += 1) {
    const part = quantities[at]!;
    if (part.block !== sum.block || part.span.start - sum.span.end > longestList) break;
    const gap = lower.slice(last, part.span.start);
    depth += depthOf(gap);
    if (own < 0) own = depth;
    else if (depth < own) break;
    if (figures.length > 0 && /[.](?!\d)|\n/.test(gap)) break;
    // What stands in a bracket after a part is said of that.
    if (depth > own) {
      last = part.span.end;
      continue;
    }
    // "; trong đó" after the parts tells of one of them.
    if (figures.length > 0 && opensWithin.test(gap)) {
      isOpen = true;
      break;
    }
    const isOther = part.kind === 'percent' || part.kind === 'change' || part.kind === 'ratio';
    if (!isOther && !isPartOf(sum, part)) {
      if (figures.length === 0) return null;
      isOpen ||= quantities.slice(at + 1).some((next) => next.block === sum.block && isPartOf(sum, next));
      break;
    }
    if (!isOther) {
      if (!isAddable(part) || compares.test(gap)) {
        if (opening === 'bracket' || figures.length === 0) return null;
        isOpen = true;
        break;
      }
      figures.push(part);
      const behind = quantities[at + 1]?.span.start ?? part.span.end + 40;
      labels.push(`${gap} ${lower.slice(part.span.start, Math.min(behind, part.span.end + 40)).split(/[,;.)]/)[0]!}`);
    }
    last = part.span.end;
  }
  if (figures.length === 0) return null;
  return { figures, labels, isOpen: isOpen || unnumbered.test(lower.slice(last, last + 80)) };
}

const depthOf = (gap: string): number => gap.split('(').length - gap.split(')').length;

/** Whether parts contradict their sum: more than it, or, where they should be all of it, less. */
export function judge(
  sum: Quantity,
  parts: readonly Quantity[],
  labels: readonly string[],
  opening: Opening,
): Diagnostic | null {
  // "20 người, gồm 20 người": a part alone is a part that is larger, or nothing.
  if (parts.length < 2 && opening !== 'some') return null;
  const sums: Decimal[] = [];
  for (const { exact } of parts) sums.push((sums.at(-1) ?? exactDecimal(0)).plus(exact));
  const total = sums.at(-1)!;
  const slack = roundingOf([sum, ...parts]);
  const agrees = (value: Decimal) => value.minus(sum.exact).abs().lessThanOrEqualTo(slack);
  // What stands after the last part may tell of something else in the same unit.
  if (total.isZero() || sums.slice(1).some(agrees) || agrees(total)) return null;
  const over = total.greaterThan(sum.exact);
  if (!over && opening === 'some') return null;
  if (over && opening !== 'all' && parts.length > 1 && mayOverlap(labels)) return null;
  return {
    code: 'quantities/parts-contradict-sum',
    // A bracket may name the chief parts alone.
    level: !over && opening === 'bracket' ? 'info' : 'warning',
    message: `the parts of “${sum.quote}” add up to ${total.toString()}: ${parts.map(({ quote }) => quote).join(', ')}`,
    ...placeOf(sum),
  };
}

/** "nữ 12, đảng viên 20": whoever is one may be the other. */
function mayOverlap(labels: readonly string[]): boolean {
  const kinds = new Set(labels.map(facetOf));
  return kinds.size > 1;
}
