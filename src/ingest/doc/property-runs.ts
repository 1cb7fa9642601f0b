import { wordOf } from './sprms.js';

/** A stretch of the file that has one list of property changes. */
export interface PropertyRun {
  /** offsets in the stream */
  readonly start: number;
  readonly end: number;
  /** of paragraphs; 0 for characters */
  readonly style: number;
  readonly changes: Uint8Array;
}

const pageSize = 512;
const none = new Uint8Array();

/**
 * Reads the pages of formatted stretches that a table of pages points to, in the order of the file.
 *
 * @source [MS-DOC] 2.8.5 (PlcBteChpx), 2.8.6 (PlcBtePapx), 2.9.33 (ChpxFkp), 2.9.175 (PapxFkp)
 */
export function readPropertyRuns(main: Uint8Array, pages: Uint8Array, of: 'characters' | 'paragraphs'): PropertyRun[] {
  const view = new DataView(pages.buffer, pages.byteOffset, pages.byteLength);
  const count = Math.floor((pages.length - 4) / 8);
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const number = view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    const page = main.subarray(number * pageSize, (number + 1) * pageSize);
    if (page.length < pageSize || seen.has(number)) continue;
    seen.add(number);
    const inside = page[511]!;
    const starts = new DataView(page.buffer, page.byteOffset, page.byteLength);
    const step = of === 'characters' ? 1 : 13;
    if ((inside + 1) * 4 + inside * step > 511) continue;
    for (let run = 0; run < inside; run += 1) {
      const at = page[(inside + 1) * 4 + run * step]! * 2;
      const found = at === 0 ? null : of === 'characters' ? charactersAt(page, at) : paragraphAt(page, at);
      runs.push({
        start: starts.getUint32(run * 4, true),
        end: starts.getUint32(run * 4 + 4, true),
        style: found?.style ?? 0,
        changes: found?.changes ?? none,
      });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

const charactersAt = (page: Uint8Array, at: number) => ({
  style: 0,
  changes: page.subarray(at + 1, Math.min(511, at + 1 + page[at]!)),
});

function paragraphAt(page: Uint8Array, at: number) {
  const size = page[at]!;
  const from = size === 0 ? at + 2 : at + 1;
  const length = size === 0 ? page[at + 1]! * 2 : size * 2 - 1;
  return { style: wordOf(page, from), changes: page.subarray(from + 2, Math.min(511, from + length)) };
}

/** The run that holds an offset; undefined where none does. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  const found = runs[firstEndingAfter(runs, offset)];
  return found !== undefined && found.start <= offset ? found : undefined;
}

/** Where what an offset lies in ends: its run, or the gap before the next one. */
export function stretchEnd(runs: readonly PropertyRun[], offset: number): number {
  const next = runs[firstEndingAfter(runs, offset)];
  return next === undefined ? Number.POSITIVE_INFINITY : next.start <= offset ? next.end : next.start;
}

function firstEndingAfter(runs: readonly PropertyRun[], offset: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
