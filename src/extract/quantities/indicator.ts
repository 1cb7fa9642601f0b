import { clauseStart } from './clause.js';
import {
  type Around,
  heldAgainst,
  type Measured,
  type Position,
  together,
  type Whole,
  withAt,
} from './figure-context.js';
import { indicatorOfCount } from './indicator-of-count.js';
import { indicatorOfMeasure } from './indicator-of-measure.js';
import { type Phrase, under } from './phrase.js';
import { type PhraseBefore, phraseBefore } from './phrase-before.js';
import type { Draft } from './reading.js';

/** "trong đó", "gồm": what follows are parts of the figure before. */
const opensParts = /(?:^|[\s,;:(])(?:trong đó|bao gồm|gồm)(?=[\s:,]|$)/;
/** "12 km; diện tích tự nhiên gồm 393 ha": what has parts is named anew. */
const ofAnother = /;[^;]*[\p{L}][^;,]* (?:bao )?gồm [^;,]*$/u;
/** Names of a measure of its own, which is no part of the one before. */
const fullName =
  /^(?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|năng suất|giá trị|doanh thu|thu nhập|kinh phí|vốn|mức|tốc độ|chỉ số|thu ngân sách|chi ngân sách|số)(?![\p{L}])/iu;

/**
 * What a figure measures (domain rules, section 7): for a count its noun with what is said of it; for other figures the
 * subject of its clause, else the words before the colon, else what the figure before it measured. A part stands under
 * the name of its whole.
 */
export function measure(position: Position): Measured {
  const { text, lower, drafts, index, floor, end, previous, after } = position;
  const draft = drafts[index]!;
  const from = Math.max(floor, previous?.draft.end ?? floor);
  const limit = Math.min(end, drafts[index + 1]?.start ?? end);
  const clause = clauseStart(lower, draft.start, from);
  const before = wordsBefore(position, draft, clause, from);
  const gap = previous === null ? '' : lower.slice(previous.draft.end, draft.start);
  const whole = previous === null ? null : beginsParts(gap) ? wholeOf(previous) : stillPart(previous, gap);
  const counts =
    draft.unitEnd > draft.unitStart &&
    draft.unit !== '%' &&
    draft.unitCode !== 'VND' &&
    (draft.kind === 'count' || draft.kind === 'ratio' || (draft.kind === 'change' && isThing(draft)));
  // Written out: copying the position field by field is many times faster than spreading it.
  const around: Around = {
    text,
    lower,
    drafts,
    index,
    floor,
    end,
    previous,
    after,
    draft,
    before,
    clause,
    from,
    limit,
    gap,
    whole,
  };
  const own = counts ? indicatorOfCount(around) : indicatorOfMeasure(around);
  const indicator = own !== null && whole !== null && isPart(around, own) ? under(whole.name, own) : own;
  const coordinated = previous !== null && together.test(gap);
  return {
    draft,
    indicator,
    action: before.action ?? (coordinated ? previous.action : null),
    actor: before.actor ?? (coordinated ? previous.actor : null),
    whole,
    own,
    matter: draft.unit !== 'đồng' ? null : previous?.matter != null && before.verbal ? previous.matter : own,
  };
}

/** Whether the words between two figures say that the second is a part of the first. */
function beginsParts(gap: string): boolean {
  if (!gap.includes('gồm') && !gap.includes('trong đó')) return false;
  const near = gap.slice(-120);
  return opensParts.test(near) && !ofAnother.test(near);
}

const wholeOf = ({ own, draft }: Measured): Whole | null => (own === null ? null : { name: own, unit: draft.unit });

const isThing = ({ unitCode }: Draft): boolean => unitCode !== 'times' && unitCode !== 'percent_point';

/** Parts go on in a list: "trong đó 05 ở xã, 01 ở huyện"; a clause of its own, or a whole sentence, ends them. */
const stillPart = ({ whole }: Measured, gap: string): Whole | null =>
  whole !== null && gap.length < 60 && !/[.;]/.test(gap) ? whole : null;

/** A sum is told after one of these. */
const costWord = /giá |phí |tiền /;
const costAhead = / (?:tổng )?(?:trị giá|kinh phí|giá trị|số tiền) (?:là |trên |hơn )?$/;
const seams = [' và ', ' cho ', ' gồm ', ' có ', ' là '] as const;

/** Where the words behind the last of the seams begin; -1 when there is none. */
function lastSeam(between: string): number {
  let [found, behind] = [-1, -1];
  for (const seam of seams) {
    const at = between.lastIndexOf(seam);
    if (at > found) [found, behind] = [at, at + seam.length - 1];
  }
  return behind;
}

function wordsBefore({ text, lower, previous }: Position, draft: Draft, clause: number, from: number): PhraseBefore {
  // "… cho người dân với tổng kinh phí 4,2 tỷ đồng"
  const means = withAt(lower, clause, draft.start);
  let start = means < 0 ? clause : means + 5;
  // Without a sign between, the words up to "và" go on about the figure before.
  if (previous !== null && clause === from && means < 0) {
    const between = lower.slice(from, draft.start);
    const cost = costWord.test(between) ? costAhead.exec(between) : null;
    const seam = lastSeam(between);
    if (cost !== null) start = from + cost.index;
    else if (seam > 0) start = from + seam;
    else if (heldAgainst.test(lower.slice(from, from + 14))) start = draft.start;
  }
  return phraseBefore(text, lower, Math.min(start, draft.start), draft.start);
}

/** Whether the words name a part of the whole before, and no measure of their own. */
function isPart({ draft, before }: Around, own: Phrase): boolean {
  if (draft.kind === 'change' || draft.kind === 'percent' || fullName.test(own.words)) return false;
  // "trong đó có 13 mô hình đã đạt mục tiêu" names itself; "trong đó 795 tổ chức", "trong đó lúa 450 ha" do not.
  const short = own.words.split(' ').length <= 3;
  return short && (before.span === null || !before.verbal);
}
