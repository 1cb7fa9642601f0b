import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Items that are sorted in memory; more of them go to the disk in runs of so many. */
const itemsARun = 20_000;

/** What ends a line for readline, and stands in JSON as it is. */
const otherLineEnds = /[\u2028\u2029]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16)}`;

/** Items in their order, to be read as often as one likes. */
export interface Sorted<T> {
  readonly count: number;
  read(): AsyncGenerator<T>;
}

/** A folder for what does not fit in memory; who gives it takes it away with all that is in it. */
export interface Scratch {
  readonly folder: string;
  /** for names that no other run of it has */
  next: number;
}

/**
 * Sorts what may be more than memory holds: runs on the disk, merged two by two as they are read. Items that compare equal
 * stay in their order. They must survive JSON.
 */
export async function sortOnDisk<T>(
  items: AsyncIterable<T>,
  compare: (a: T, b: T) => number,
  scratch: Scratch,
  atOnce = itemsARun,
): Promise<Sorted<T>> {
  const files: string[] = [];
  let run: T[] = [];
  let count = 0;
  for await (const item of items) {
    run.push(item);
    count += 1;
    if (run.length < atOnce) continue;
    files.push(await writeRun(run.sort(compare), scratch));
    run = [];
  }
  const last = run.sort(compare);
  return {
    count,
    read: () => mergeAll([...files.map((file) => readRun<T>(file)), each(last)], compare),
  };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function writeRun(run: readonly unknown[], scratch: Scratch): Promise<string> {
  const file = join(scratch.folder, `run-${scratch.next++}`);
  await pipeline(
    Readable.from(
      (function* () {
        for (const item of run) yield `${JSON.stringify(item).replace(otherLineEnds, escaped)}\n`;
      })(),
    ),
    createWriteStream(file),
  );
  return file;
}

async function* readRun<T>(file: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as T;
}

function mergeAll<T>(runs: readonly AsyncGenerator<T>[], compare: (a: T, b: T) => number): AsyncGenerator<T> {
  if (runs.length === 1) return runs[0]!;
  const middle = Math.ceil(runs.length / 2);
  return merge(mergeAll(runs.slice(0, middle), compare), mergeAll(runs.slice(middle), compare), compare);
}

async function* merge<T>(
  left: AsyncGenerator<T>,
  right: AsyncGenerator<T>,
  compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
  try {
    let [one, other] = [await left.next(), await right.next()];
    while (one.done !== true && other.done !== true) {
      if (compare(one.value, other.value) <= 0) {
        yield one.value;
        one = await left.next();
      } else {
        yield other.value;
        other = await right.next();
      }
    }
    for (; one.done !== true; one = await left.next()) yield one.value;
    for (; other.done !== true; other = await right.next()) yield other.value;
  } finally {
    await left.return(undefined);
    await right.return(undefined);
  }
}
