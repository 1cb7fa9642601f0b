import { bands, figureSlots, hashOf, mixed, sketchBytes, textSlots } from './text-sketch.js';

/** Share of the shingles of both texts together that both have, from which they are nearly the same text. */
export const nearShare = 0.9;
/** Reports of two years over one template share their words; of the figures of a copy, this share is the same. */
export const figureShare = 2 / 3;

/** What tells two reports apart whose words agree; null: unknown, which contradicts nothing. */
export interface OwnMarks {
  readonly number: string | null;
  readonly date: string | null;
}

export interface NearGroups {
  /** the indexes of texts that are nearly the same, the first one first; in one group all are within two steps of it */
  readonly near: readonly (readonly number[])[];
  /** texts over one template, with figures, a number or a day of their own: different reports */
  readonly sameTemplate: readonly (readonly number[])[];
}

/** How many texts that are not alike are remembered in a bucket: more only say that a template is common. */
const mostInBucket = 12;
/** Sketches kept in one piece of memory. */
const pieceSketches = 1024;

/** Finds texts that are nearly the same, in time linear in their number; keeps 408 bytes of each. */
export class NearDuplicates {
  private readonly pieces: Uint8Array[] = [];
  private readonly marks: Uint32Array[] = [];
  private count = 0;

  /** @returns the text's index, counted from 0 */
  add(sketch: Uint8Array, { number, date }: OwnMarks): number {
    const at = this.count % pieceSketches;
    if (at === 0) {
      this.pieces.push(new Uint8Array(pieceSketches * sketchBytes));
      this.marks.push(new Uint32Array(pieceSketches * 2));
    }
    this.pieces.at(-1)!.set(sketch, at * sketchBytes);
    this.marks.at(-1)!.set([markOf(number), markOf(date)], at * 2);
    this.count += 1;
    return this.count - 1;
  }

  groups(): NearGroups {
    const near = openSets(this.count);
    const templates = openSets(this.count);
    const consider = (one: number, other: number, sameFigures: boolean) => {
      const [a, b] = [near.leader(one), near.leader(other)];
      if (a === b) return;
      // Of one template already: only like figures are a reason to look again.
      if (!sameFigures && templates.leader(a) === templates.leader(b)) return;
      const how = this.compare(a, b);
      if (how === 'near') near.join(a, b);
      else if (how === 'same-template') templates.join(a, b);
    };
    for (let band = 0; band < bands; band += 1) {
      this.meetInBuckets(
        near.leader,
        (one, other) => consider(one, other, false),
        (index) => this.band(index, band),
      );
      // Hundreds of reports over one template fill a bucket: a copy of one of them has its figures too.
      this.meetInBuckets(
        near.leader,
        (one, other) => consider(one, other, true),
        (index) => this.bandWithFigures(index, band),
      );
    }
    return {
      near: near.sets(),
      sameTemplate: templates
        .sets()
        .map((set) => [...new Set(set.map(near.leader))])
        .filter((set) => set.length > 1),
    };
  }

  private meetInBuckets(
    leader: (index: number) => number,
    consider: (one: number, other: number) => void,
    keyOf: (index: number) => number,
  ): void {
    const buckets = new Map<number, number | number[]>();
    for (let index = 0; index < this.count; index += 1) {
      const key = keyOf(index);
      const bucket = buckets.get(key);
      // Most buckets hold one text, which then costs no list.
      if (bucket === undefined) buckets.set(key, index);
      else {
        const met = typeof bucket === 'number' ? [bucket] : bucket;
        for (const other of met) consider(index, other);
        if (met.length < mostInBucket && !met.some((other) => leader(other) === leader(index))) met.push(index);
        buckets.set(key, met);
      }
    }
  }

  private compare(one: number, other: number): 'near' | 'same-template' | 'other' {
    if (this.shared(one, other, 0, textSlots) < nearShare) return 'other';
    const [number, date] = [this.mark(one, 0), this.mark(one, 1)];
    const [otherNumber, otherDate] = [this.mark(other, 0), this.mark(other, 1)];
    const contradict = (a: number, b: number) => a !== 0 && b !== 0 && a !== b;
    return contradict(number, otherNumber) ||
      contradict(date, otherDate) ||
      this.shared(one, other, textSlots, figureSlots) < figureShare
      ? 'same-template'
      : 'near';
  }

  /** The share that equal slots tell: of unequal ones, one in 256 is equal by chance. */
  private shared(one: number, other: number, from: number, slots: number): number {
    const [a, b] = [this.sketch(one), this.sketch(other)];
    let equal = 0;
    for (let slot = from; slot < from + slots; slot += 1) if (a[slot] === b[slot]) equal += 1;
    return (equal / slots - 1 / 256) / (1 - 1 / 256);
  }

  private sketch(index: number): Uint8Array {
    const at = (index % pieceSketches) * sketchBytes;
    return this.pieces[Math.floor(index / pieceSketches)]!.subarray(at, at + sketchBytes);
  }

  private mark(index: number, which: 0 | 1): number {
    return this.marks[Math.floor(index / pieceSketches)]![(index % pieceSketches) * 2 + which]!;
  }

  private band(index: number, band: number): number {
    const sketch = this.sketch(index);
    const at = textSlots + figureSlots + band * 4;
    return ((sketch[at]! << 24) | (sketch[at + 1]! << 16) | (sketch[at + 2]! << 8) | sketch[at + 3]!) >>> 0;
  }

  private bandWithFigures(index: number, band: number): number {
    const sketch = this.sketch(index);
    const at = textSlots + band * 2;
    return mixed(this.band(index, band), (sketch[at]! << 8) | sketch[at + 1]!);
  }
}

const markOf = (mark: string | null): number => (mark === null ? 0 : hashOf(mark) || 1);

/** Sets that are joined two at a time; each is known by its least member. */
function openSets(count: number) {
  const parents = Uint32Array.from({ length: count }, (_, index) => index);
  const leader = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  return {
    leader,
    join: (one: number, other: number) => {
      const [a, b] = [leader(one), leader(other)];
      parents[Math.max(a, b)] = Math.min(a, b);
    },
    /** those of more than one, members in their order */
    sets: (): number[][] => {
      const sets = new Map<number, number[]>();
      for (let index = 0; index < count; index += 1) {
        const first = leader(index);
        if (first !== index) {
          const set = sets.get(first) ?? [first];
          set.push(index);
          sets.set(first, set);
        }
      }
      return [...sets.values()];
    },
  };
}
