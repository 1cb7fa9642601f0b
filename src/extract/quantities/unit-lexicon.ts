import { units } from '../../text/lexicon/generated/units.js';
import { digitAt, letterAt, wordEndAt } from '../../text/word-edges.js';

export interface Unit {
  readonly end: number;
  /** the words of the table that matched, in lower case ("lượt người") */
  readonly words: string;
  readonly code: string;
  readonly dimension: string;
}

interface Entry {
  /** in lower case */
  readonly surface: string;
  readonly code: string;
  readonly dimension: string;
  /** the surface as it must stand in the text, where case tells it from a common word ("HS", "ha") */
  readonly exactCase: string | null;
}

/**
 * Short units are read by their very letters: "HS" is học sinh and "hs" nothing, "m" is a metre and "M" nothing.
 */
const caseMatters = (surface: string): boolean =>
  surface.length <= 3 && (surface.length === 1 || /\p{Lu}/u.test(surface));

const byFirstWord = new Map<string, Entry[]>();
for (const { surface, canonical, dimension } of units) {
  const lower = surface.toLowerCase();
  const first = letterAt(lower, 0) ? lower.slice(0, wordEndAt(lower, 0, lower.length)) : lower[0]!;
  const entries = byFirstWord.get(first) ?? [];
  if (!entries.some((entry) => entry.surface === lower))
    entries.push({ surface: lower, code: canonical, dimension, exactCase: caseMatters(surface) ? surface : null });
  byFirstWord.set(first, entries);
}
for (const entries of byFirstWord.values()) entries.sort((a, b) => b.surface.length - a.surface.length);

/** "12/12 nhiệm vụ13 (đạt …": a footnote's mark that lost its raised print. */
const isNoteMark = (lower: string, at: number): boolean => /^\d{1,2}(?![\p{L}\d/.,%-])/u.test(lower.slice(at, at + 4));

/**
 * The longest unit of data/units.csv that begins at `at`.
 *
 * @param text and `lower`: the same text as printed and in lower case
 * @returns null when no unit of the table begins there
 */
export function readUnit(text: string, lower: string, at: number, limit: number): Unit | null {
  const first = letterAt(lower, at) ? lower.slice(at, wordEndAt(lower, at, limit)) : lower[at];
  const entries = first === undefined ? undefined : byFirstWord.get(first);
  if (entries === undefined) return null;
  for (const { surface, code, dimension, exactCase } of entries) {
    const end = at + surface.length;
    if (end > limit || !lower.startsWith(surface, at)) continue;
    if (letterAt(lower, end)) {
      if (letterAt(surface, surface.length - 1)) continue;
    } else if (digitAt(lower, end) && !(surface.length >= 4 && isNoteMark(lower, end))) continue;
    if (exactCase !== null && !text.startsWith(exactCase, at)) continue;
    return { end, words: surface, code, dimension };
  }
  return null;
}

/** The unit whose whole text is `words` ("triệu đồng" in a table's head); null when there is none. */
export function unitOfWords(words: string): Unit | null {
  const unit = readUnit(words, words.toLowerCase(), 0, words.length);
  return unit !== null && unit.end === words.length ? unit : null;
}

/** Factor of a money unit that holds a scale word; the base unit is đồng. */
export const moneyFactors: ReadonlyMap<string, string> = new Map([
  ['VND', '1'],
  ['VND_thousand', '1000'],
  ['VND_million', '1000000'],
  ['VND_billion', '1000000000'],
  ['VND_trillion', '1000000000000'],
]);

const measured = new Set(['area', 'length', 'volume', 'mass', 'energy', 'measure']);
/** Measures that the table files under what they measure. */
const measuredCodes = new Set(['forest_ha', 'road_km']);
export const isMeasure = (unit: Unit): boolean => measured.has(unit.dimension) || measuredCodes.has(unit.code);

/** A span of time is no quantity; a day of work and an hour of broadcasting are things that are counted. */
const countedTimes = new Set(['ngày công', 'ca làm việc']);
export const isTime = (unit: Unit): boolean => unit.dimension === 'time' && !countedTimes.has(unit.words);

const whole = new Set(['people', 'household', 'administrative', 'organisation', 'document', 'award', 'gift', 'event']);
const animals = new Set(['head_animal', 'tree']);
/** Whether the unit counts things that have no halves ("1,290 người" is 1290). */
export const isWhole = (unit: Unit): boolean => whole.has(unit.dimension) || animals.has(unit.code);
