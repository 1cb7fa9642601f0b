import type { Modifier } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';
import { digitAt, wordStartAt } from '../../text/word-edges.js';

export interface Word {
  readonly word: string;
  readonly start: number;
}

/** The word right before `at`, with nothing but spaces between; null at a sign, a digit or the floor. */
export function wordBefore(lower: string, at: number, floor: number): Word | null {
  let end = at;
  while (end > floor && at - end < 4 && (lower[end - 1] === ' ' || lower[end - 1] === '\n')) end -= 1;
  const start = wordStartAt(lower, end, floor);
  // The letters of "F0" and "QH13" are no word.
  return start === end || (start > floor && digitAt(lower, start - 1))
    ? null
    : { word: lower.slice(start, end), start };
}

/** Words before a number that say how exact it is, by the domain's table; longest phrases first. */
const modifiers: readonly (readonly [phrase: readonly string[], modifier: Modifier])[] = (
  [
    ['không vượt quá', 'at-most'],
    ['không thấp hơn', 'at-least'],
    ['không ít hơn', 'at-least'],
    ['không nhiều hơn', 'at-most'],
    ['không cao hơn', 'at-most'],
    ['không dưới', 'at-least'],
    ['không quá', 'at-most'],
    ['không hơn', 'at-most'],
    ['không đến', 'under'],
    ['chưa đến', 'under'],
    ['chưa tới', 'under'],
    ['không tới', 'under'],
    ['chưa đầy', 'under'],
    ['ít nhất', 'at-least'],
    ['tối thiểu', 'at-least'],
    ['tối đa', 'at-most'],
    ['nhiều nhất', 'at-most'],
    ['xấp xỉ', 'nearly'],
    ['suýt soát', 'nearly'],
    ['tiệm cận', 'nearly'],
    ['ước tính', 'about'],
    ['ước đạt', 'about'],
    ['ước khoảng', 'about'],
    ['ước chừng', 'about'],
    ['tương đương', 'about'],
    ['vượt quá', 'over'],
    ['trên', 'over'],
    ['hơn', 'over'],
    ['quá', 'over'],
    ['dưới', 'under'],
    ['gần', 'nearly'],
    ['ngót', 'nearly'],
    ['khoảng', 'about'],
    ['chừng', 'about'],
    ['ước', 'about'],
  ] as const
).map(([phrase, modifier]) => [phrase.split(' ').reverse(), modifier]);
const modifiersByLast = groupBy(modifiers, ([[last]]) => last!);

/** What may stand between the verb of a change and its size ("tăng thêm bình quân hàng năm trên 5%"). */
const between = new Set(
  'thêm được bình quân trung hàng hằng mỗi năm mạnh nhẹ nhanh sâu cao đáng kể thêm khoảng tới mức là'.split(' '),
);
/** After one of these the number is the level that was reached, not the size of the change. */
const levels = new Set(['từ', 'lên', 'xuống', 'còn', 'đến', 'thành', 'đạt', 'về']);
const changes: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['tăng', 'up'],
  ['vượt', 'up'],
  ['gấp', 'up'],
  ['giảm', 'down'],
  ['hụt', 'down'],
]);
/** "cao hơn 5%": a comparison, where "hơn" is no approximator. */
const comparatives: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['cao', 'up'],
  ['nhiều', 'up'],
  ['lớn', 'up'],
  ['thấp', 'down'],
  ['ít', 'down'],
  ['kém', 'down'],
  ['nhỏ', 'down'],
]);

export interface LeftContext {
  readonly modifier: Modifier;
  readonly direction: 'up' | 'down' | null;
  /** where the quantity's own words begin: its modifier, or the verb of its change */
  readonly start: number;
  /** where the word or words begin that stand right before the number and its modifiers */
  readonly edge: number;
  /** the number is what something rose or fell to, or from */
  readonly level: boolean;
  /** the verb before "từ": the direction of a range ("tăng từ 5 đến 7%"), not of a level ("tăng từ 5% lên 7%") */
  readonly from: 'up' | 'down' | null;
}

function modifierAt(lower: string, last: Word, floor: number): readonly [Modifier, number] | null {
  for (const [phrase, modifier] of modifiersByLast.get(last.word) ?? []) {
    let start = last.start;
    let matched = true;
    for (let index = 1; index < phrase.length && matched; index += 1) {
      const word = wordBefore(lower, start, floor);
      matched = word?.word === phrase[index];
      if (word !== null) ({ start } = word);
    }
    if (matched) return [modifier, start];
  }
  return null;
}

/**
 * Reads the words left of a number: approximators ("trên", "không quá"), and the verb of a change with its direction.
 *
 * @param floor the block's start
 */
export function readLeft(lower: string, at: number, floor: number): LeftContext {
  let modifier: Modifier | null = null;
  let start = at;
  let edge = at;
  let level = false;
  let since = false;
  for (let steps = 0; steps < 8; steps += 1) {
    const last = wordBefore(lower, edge, floor);
    if (last === null) break;
    if (last.word === 'hơn') {
      const before = wordBefore(lower, last.start, floor);
      const direction = before === null ? undefined : comparatives.get(before.word);
      if (before !== null && direction !== undefined) {
        const more = wordBefore(lower, before.start, floor);
        if (more?.word !== 'không')
          return {
            modifier: modifier ?? 'exact',
            direction,
            start: before.start,
            edge: before.start,
            level: false,
            from: null,
          };
      }
    }
    const direction = changes.get(last.word);
    if (direction !== undefined && !(last.word === 'vượt' && level)) {
      const edges = { modifier: modifier ?? ('exact' as const), edge: last.start };
      if (level) return { ...edges, direction: null, start, level, from: since ? direction : null };
      return { ...edges, direction, start: last.start, level, from: null };
    }
    const found = modifierAt(lower, last, floor);
    if (found !== null) {
      modifier ??= found[0];
      start = found[1];
      edge = start;
      continue;
    }
    if (levels.has(last.word)) {
      // Only "tăng lên", "giảm xuống còn" and the like matter: other verbs leave the number what it is.
      since = !level && last.word === 'từ';
      level = true;
      edge = last.start;
      continue;
    }
    if (!between.has(last.word)) break;
    edge = last.start;
  }
  // No verb of change was found: the words between are not the quantity's own.
  return { modifier: modifier ?? 'exact', direction: null, start, edge: start, level: false, from: null };
}

const comparison =
  /(?<verb>tăng|giảm|vượt)(?: thêm)? (?:so với|so cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|dự toán|mức)[^.;:()\n]{0,60}$/;

/** "giảm tỷ lệ hộ nghèo bình quân 3%/năm"; what it falls to would have "còn" or "xuống" before it. */
const changeOfRate =
  /(?:^|[\s(])(?<verb>tăng|giảm) (?:tỷ|tỉ) (?:lệ|suất|trọng) (?:(?!xuống|còn|lên|đạt|dưới|trên|từ)[^.,;:()\n\d]){1,60}$/;

/**
 * The verb of a change that is parted from its size by what it is held against: "tăng so với cùng kỳ năm 2022 là 5,2%",
 * "vượt kế hoạch 12%".
 */
export function readDistantChange(lower: string, edge: number, floor: number): 'up' | 'down' | null {
  const window = lower.slice(Math.max(floor, edge - 80), edge).trimEnd();
  if (/lệ |suất |trọng /.test(window)) {
    const rate = changeOfRate.exec(window);
    if (rate !== null) return rate.groups!['verb'] === 'giảm' ? 'down' : 'up';
  }
  if (!window.includes('so ') && !window.includes('vượt ')) return null;
  const verb = comparison.exec(window);
  if (verb === null) return null;
  const between = window.slice(verb.index);
  // A number of its own, or a clause of its own, lies between: the verb belongs to that.
  if (
    /\d+[,.\d]*\s*%|,| đạt | còn | lên | xuống /.test(
      between.replace(/năm \d{4}|quý [ivx\d]+(?:\/\d{4})?|tháng [\d/]+/g, ''),
    )
  )
    return null;
  if (/(?:^|\s)\d/.test(between.replace(/năm \d{4}|quý [ivx\d]+(?:\/\d{4})?|tháng [\d/]+|\d+ tháng/g, ''))) return null;
  return verb.groups!['verb'] === 'giảm' ? 'down' : 'up';
}

/** "trở lên", "trở xuống" after the unit. */
export function readRightModifier(
  lower: string,
  at: number,
  limit: number,
): { modifier: Modifier; end: number } | null {
  let start = at;
  while (start < limit && lower[start] === ' ' && start - at < 3) start += 1;
  if (lower.startsWith('trở lên', start) && start + 7 <= limit) return { modifier: 'at-least', end: start + 7 };
  if (lower.startsWith('trở xuống', start) && start + 9 <= limit) return { modifier: 'at-most', end: start + 9 };
  return null;
}

/** The words before a number that mean something; for docs/rules.md. */
export const leftWords = {
  modifiers: modifiers.map(([phrase, modifier]) => [phrase.toReversed().join(' '), modifier] as const),
  changes: [...changes],
  comparatives: [...comparatives],
  levels: [...levels],
};
