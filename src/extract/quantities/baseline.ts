import type { Draft } from './reading.js';

const held = /^[^.;:()]{0,30}?(?<base>so với [^,.;:()\n]{2,60}|so cùng kỳ[^,.;:()\n]{0,40})/;
const heldBefore = /(?<base>so với [^,.;:()\n]{2,60}?),? ?(?:thì )?(?:đã )?(?:tăng|giảm|vượt|bằng)(?: thêm)? ?$/;
const againstPlan =
  /^ ?(?<base>(?:kế hoạch|(?:kh|dt)(?= |[.,;)]|$)|chỉ tiêu|dự toán|tổng số|nghị quyết|cùng kỳ)[^,.;:()\n]{0,40})/;
/** Where the words of a comparison end and another statement begins: "dự toán tỉnh giao và tăng 13%". */
const another = / (?:(?:và|nhưng|song)? ?(?:tăng|giảm|đạt|vượt|bằng|chiếm)(?= |$)|(?:và|nhưng|song) ?$)/;
/** "So với cùng kỳ năm 2022, số vụ giảm 05 vụ, số người chết giảm 02 người": said once for all changes of the sentence. */
const heldAhead = /^[\s\-–+*•]*(?<base>so với [^,.;:()\n]{2,60}|so cùng kỳ[^,.;:()\n]{0,40}),/;

/** What a change or a percentage is held against, as printed: "so với cùng kỳ", "kế hoạch giao"; null when nothing. */
export function baselineOf(text: string, lower: string, draft: Draft, floor: number, limit: number): string | null {
  const printed = (start: number, base: string) => {
    const stop = another.exec(base);
    return text.slice(start, start + (stop === null ? base : base.slice(0, stop.index)).trimEnd().length);
  };
  const after = lower.slice(draft.end, Math.min(limit, draft.end + 110));
  const plan = draft.unit === '%' || draft.kind === 'change' ? againstPlan.exec(after) : null;
  if (plan !== null) return printed(draft.end + plan[0].length - plan.groups!['base']!.length, plan.groups!['base']!);
  const found = held.exec(after);
  if (found !== null)
    return printed(draft.end + found[0].length - found.groups!['base']!.length, found.groups!['base']!);
  if (draft.kind !== 'change') return null;
  const verbEnd = Math.min(draft.at, draft.start + 4);
  const from = Math.max(floor, draft.start - 90);
  const ahead = heldBefore.exec(lower.slice(from, verbEnd));
  if (ahead !== null) return printed(from + ahead.index, ahead.groups!['base']!);
  const opening = heldAhead.exec(lower.slice(floor, Math.min(draft.start, floor + 80)));
  const base = opening?.groups?.['base'];
  return base === undefined ? null : printed(floor + opening![0].length - base.length - 1, base);
}
