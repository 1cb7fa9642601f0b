/** A dictionary of a stream is a few hundred bytes. */
const longestDictionary = 4_000;

/**
 * A PDF in which no cross-reference stream claims more objects than the file has bytes: readers make a table of as many
 * rows as are claimed, and two thousand million do not fit into any memory.
 *
 * @returns the file itself where nothing is wrong; else a copy that claims as many as there are
 * @source ISO 32000-1, 7.5.8.2
 */
export function withBelievableCounts(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let mended: Buffer | null = null;
  let objects: string | null = null;
  for (const { start, text } of dictionariesWith(file, '/XRef'))
    for (const { at, claimed } of countsIn(text)) {
      if (Number(claimed) <= file.length) continue;
      mended ??= Buffer.from(file);
      objects ??= String(objectsIn(file));
      mended.write(objects.padStart(claimed.length, '0'), start + at, 'latin1');
    }
  return mended ?? bytes;
}

/**
 * How many rows a table says that it has: every second number of its sections, else its size. Numbers of objects are no
 * counts: what was cut out of a large file keeps those that it had.
 */
function countsIn(dictionary: string): readonly { readonly at: number; readonly claimed: string }[] {
  const sections = /\/Index\s*\[([\d\s]*)/.exec(dictionary);
  const [from, text] =
    sections === null ? [0, ''] : [sections.index + sections[0].length - sections[1]!.length, sections[1]!];
  const counts = [...text.matchAll(/\d+/g)].filter((_, index) => index % 2 === 1);
  if (counts.length > 0) return counts.map(({ index, 0: claimed }) => ({ at: from + index, claimed }));
  const size = /(?<=\/Size\s+)\d+/.exec(dictionary);
  return size === null ? [] : [{ at: size.index, claimed: size[0] }];
}

/** At the most, and no more than bytes: numbers of objects, and what streams of objects say that they hold. */
function objectsIn(file: Buffer): number {
  let count = 1;
  for (const _ of placesOf(file, 'endobj')) count += 1;
  for (const { text } of dictionariesWith(file, '/ObjStm'))
    count += Math.min(file.length, Number(/\/N\s+(\d{1,8})/.exec(text)?.[1] ?? 0));
  return Math.min(count, file.length);
}

/** What stands around a word, from the head of its object to its stream; each place of the file once. */
function* dictionariesWith(file: Buffer, word: string): Generator<{ readonly start: number; readonly text: string }> {
  let reached = 0;
  for (const at of placesOf(file, word)) {
    if (at < reached) continue;
    const from = Math.max(reached, at - longestDictionary);
    const around = file.toString('latin1', from, at + longestDictionary);
    const head = Math.max(0, around.lastIndexOf('obj', at - from));
    const stream = around.indexOf('stream', at - from);
    const end = stream < 0 ? around.length : stream;
    reached = from + end;
    yield { start: from + head, text: around.slice(head, end) };
  }
}

function* placesOf(file: Buffer, word: string): Generator<number> {
  for (let at = file.indexOf(word, 0, 'latin1'); at >= 0; at = file.indexOf(word, at + word.length, 'latin1')) yield at;
}
