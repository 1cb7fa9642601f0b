/** A record of a workbook with the records that go on with it. */
export interface BookRecord {
  readonly type: number;
  /** in the stream */
  readonly offset: number;
  readonly data: Uint8Array;
  /** the data of CONTINUE records, in their order */
  readonly more: readonly Uint8Array[];
}

const continues = 0x3c;

/**
 * The records of a stream from an offset on, to its end or where it is cut off.
 *
 * @source [MS-XLS] 2.1.4, 2.4.58 (Continue)
 */
export function* readRecords(stream: Uint8Array, from = 0): Generator<BookRecord> {
  let at = from;
  const next = () => {
    if (at + 4 > stream.length) return null;
    const type = stream[at]! | (stream[at + 1]! << 8);
    const size = stream[at + 2]! | (stream[at + 3]! << 8);
    const record = { type, offset: at, data: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
    return record;
  };
  for (let record = next(); record !== null; ) {
    const more: Uint8Array[] = [];
    let following = next();
    for (; following?.type === continues; following = next()) more.push(following.data);
    yield { ...record, more };
    record = following;
  }
}

/** Reads numbers and strings over the borders of a record and those that go on with it. Past the end all is zero. */
export interface RecordReader {
  ended(): boolean;
  byte(): number;
  word(): number;
  long(): number;
  skip(bytes: number): void;
  /**
   * @param flags of the string, as it begins: bit 0 says whether a character has two bytes; it comes again wherever a
   *   string goes on in the next record ([MS-XLS] 2.5.293)
   */
  characters(count: number, flags: number): string;
  /** bytes of one record, whatever follows it */
  bytes(count: number): Uint8Array;
}

export function recordReader({ data, more }: Pick<BookRecord, 'data' | 'more'>, offset = 0): RecordReader {
  const parts = [data, ...more];
  let part = 0;
  let at = 0;
  const ended = (): boolean => {
    while (part < parts.length && at >= parts[part]!.length) {
      part += 1;
      at = 0;
    }
    return part >= parts.length;
  };
  const byte = (): number => (ended() ? 0 : parts[part]![at++]!);
  const word = () => byte() | (byte() << 8);
  const skip = (bytes: number): void => {
    for (let left = bytes; left > 0 && !ended(); ) {
      const step = Math.min(left, parts[part]!.length - at);
      at += step;
      left -= step;
    }
  };
  skip(offset);
  return {
    ended,
    byte,
    word,
    skip,
    long: () => (word() | (word() << 16)) >>> 0,
    characters: (count, flags) => {
      let text = '';
      let width = (flags & 1) + 1;
      for (let left = count; left > 0 && part < parts.length; ) {
        const own = parts[part]!;
        const here = Math.min(left, Math.max(0, Math.floor((own.length - at) / width)));
        const taken = own.subarray(at, at + here * width);
        text += Buffer.from(taken.buffer, taken.byteOffset, taken.length).toString(width === 2 ? 'utf16le' : 'latin1');
        at += here * width;
        left -= here;
        if (left === 0) break;
        part += 1;
        width = ((parts[part]?.[0] ?? 0) & 1) + 1;
        at = 1;
      }
      return text;
    },
    bytes: (count) => {
      const taken = ended() ? new Uint8Array() : parts[part]!.subarray(at, at + count);
      at += taken.length;
      return taken;
    },
  };
}
