/**
 * Arrays in PostgreSQL's binary form (array_recv), as values of a statement that unnests them. JSON costs PGlite several
 * times as much: it reads every row twice, once for its fields and once for the JSON within. Made by the threads.
 *
 * @source PostgreSQL, src/backend/utils/adt/arrayfuncs.c, array_recv; tsvector.c, tsvectorrecv; the same from 9 to 18
 */

/** Object ids of the types, which an array carries: the same on every server. */
const oids = { bytea: 17, int: 23, text: 25, json: 114, tsvector: 3614 } as const;

export const textArray = (values: readonly (string | null)[]): Uint8Array => arrayOf(oids.text, values.map(textBytes));

/** @param values JSON */
export const jsonArray = (values: readonly (string | null)[]): Uint8Array => arrayOf(oids.json, values.map(textBytes));

export const byteaArray = (values: readonly Uint8Array[]): Uint8Array => arrayOf(oids.bytea, values);

export const intArray = (values: readonly (number | null)[]): Uint8Array =>
  arrayOf(
    oids.int,
    values.map((value) => {
      if (value === null) return null;
      const bytes = Buffer.allocUnsafe(4);
      bytes.writeInt32BE(value);
      return bytes;
    }),
  );

/** Words with their positions, from 1, in ascending order, at most 256 of each. */
export type WordPositions = ReadonlyMap<string, readonly number[]>;

export const tsvectorArray = (values: readonly WordPositions[]): Uint8Array =>
  arrayOf(oids.tsvector, values.map(vectorBytes));

const textBytes = (value: string | null): Uint8Array | null => (value === null ? null : Buffer.from(value));

/** PostgreSQL sorts the words when they come in another order than its own, that of their bytes. */
function vectorBytes(index: WordPositions): Uint8Array {
  const words = [...index].sort(([a], [b]) => (a < b ? -1 : 1));
  let size = 4;
  for (const [word, positions] of words) size += Buffer.byteLength(word) + 3 + 2 * positions.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeInt32BE(words.length, 0);
  for (const [word, positions] of words) {
    at += bytes.write(word, at);
    at = bytes.writeUInt8(0, at);
    at = bytes.writeUInt16BE(positions.length, at);
    for (const position of positions) at = bytes.writeUInt16BE(position, at);
  }
  return bytes;
}

function arrayOf(oid: number, values: readonly (Uint8Array | null)[]): Uint8Array {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 20);
  // A buffer of its own, not a piece of Node's pool: it goes from thread to thread.
  const bytes = Buffer.from(new ArrayBuffer(values.length === 0 ? 12 : size));
  let at = bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  at = bytes.writeInt32BE(values.includes(null) ? 1 : 0, at);
  at = bytes.writeInt32BE(oid, at);
  if (values.length === 0) return bytes;
  at = bytes.writeInt32BE(values.length, at);
  at = bytes.writeInt32BE(1, at); // the first index
  for (const value of values) {
    at = bytes.writeInt32BE(value?.length ?? -1, at);
    if (value === null) continue;
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}
