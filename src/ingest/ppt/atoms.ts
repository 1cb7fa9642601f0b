/** A record of a presentation: an atom with data, or a container of others. */
export interface Atom {
  readonly type: number;
  readonly instance: number;
  readonly data: Uint8Array;
  readonly isContainer: boolean;
}

const container = 0xf;
/** Groups of shapes stand in groups; a file that nests deeper is made to exhaust the stack. */
const deepest = 64;

/**
 * The record at an offset; null where none can begin. One that claims more than there is ends with the data.
 *
 * @source [MS-PPT] 2.3.1 (RecordHeader)
 */
export function atomAt(data: Uint8Array, at: number): Atom | null {
  if (at < 0 || at + 8 > data.length) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const head = view.getUint16(at, true);
  return {
    type: view.getUint16(at + 2, true),
    instance: head >> 4,
    data: data.subarray(at + 8, at + 8 + view.getUint32(at + 4, true)),
    isContainer: (head & 0xf) === container,
  };
}

/** The records right inside one. */
export function* childrenOf({ data }: Pick<Atom, 'data'>): Generator<Atom> {
  for (let at = 0; ; ) {
    const atom = atomAt(data, at);
    if (atom === null) return;
    yield atom;
    at += 8 + atom.data.length;
  }
}

/** All records inside one, a container before what is in it. */
export function* allInside(atom: Pick<Atom, 'data'>, depth = 0): Generator<Atom> {
  for (const child of childrenOf(atom)) {
    yield child;
    if (child.isContainer && depth < deepest) yield* allInside(child, depth + 1);
  }
}

export const firstOf = (atom: Pick<Atom, 'data'>, type: number): Atom | null => {
  for (const child of childrenOf(atom)) if (child.type === type) return child;
  return null;
};

export const wordAt = (data: Uint8Array, at: number): number => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
export const longAt = (data: Uint8Array, at: number): number => (wordAt(data, at) | (wordAt(data, at + 2) << 16)) >>> 0;
