/** A compound file (OLE): the container of DOC, XLS, PPT and of encrypted packages. */
export interface CompoundFile {
  /** paths of the streams, `WordDocument`, `ObjectPool/_1/Ole` */
  readonly names: readonly string[];
  /** null when there is no such stream, or its chain is damaged from its first sector on */
  stream(name: string): Uint8Array | null;
}

const endOfChain = 0xfffffffe;
const mostSectors = 4_000_000;
// Word's own files have dozens; a directory of millions is an attack.
const mostEntries = 20_000;

export const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

export const isCompound = (bytes: Uint8Array): boolean => compoundMagic.every((byte, at) => bytes[at] === byte);

/**
 * Opens a compound file. What is cut off or damaged is missing in its streams; nothing is read twice, so that chains
 * that bite their tail end.
 *
 * @returns null when the header or the directory cannot be read
 * @source [MS-CFB] 2.2–2.6
 */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  if (!isCompound(bytes) || bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sectorCount = Math.min(mostSectors, Math.ceil(bytes.length / size));
  const sector = (at: number): Uint8Array => bytes.subarray((at + 1) * size, (at + 2) * size);

  const table = new Uint32Array(sectorCount).fill(endOfChain);
  let filled = 0;
  const addTable = (at: number): void => {
    const part = sector(at);
    const read = new DataView(part.buffer, part.byteOffset, part.byteLength);
    for (let entry = 0; entry + 4 <= part.length && filled < sectorCount; entry += 4)
      table[filled++] = read.getUint32(entry, true);
  };
  for (let at = 0; at < 109; at += 1) {
    const entry = view.getUint32(76 + at * 4, true);
    if (entry < sectorCount) addTable(entry);
  }
  let next = view.getUint32(68, true);
  for (let seen = 0; next < sectorCount && seen < sectorCount; seen += 1) {
    const part = sector(next);
    const read = new DataView(part.buffer, part.byteOffset, part.byteLength);
    if (part.length < size) break;
    for (let entry = 0; entry < size - 4; entry += 4) {
      const found = read.getUint32(entry, true);
      if (found < sectorCount) addTable(found);
    }
    next = read.getUint32(size - 4, true);
  }

  const chain = (start: number, links: Uint32Array, read: (at: number) => Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = [];
    const seen = new Uint8Array(links.length);
    for (let at = start; at < links.length && seen[at] === 0; at = links[at]!) {
      seen[at] = 1;
      parts.push(read(at));
    }
    return Buffer.concat(parts);
  };

  const directory = chain(view.getUint32(48, true), table, sector);
  if (directory.length < 128) return null;
  const entries = readEntries(directory);
  const root = entries[0]!;
  const mini = chain(root.start, table, sector);
  const miniBytes = chain(view.getUint32(60, true), table, sector);
  const miniTable = new Uint32Array(miniBytes.length >> 2);
  const miniView = new DataView(miniBytes.buffer, miniBytes.byteOffset, miniBytes.byteLength);
  for (let at = 0; at < miniTable.length; at += 1) miniTable[at] = miniView.getUint32(at * 4, true);
  const cutoff = view.getUint32(56, true);

  const streams = new Map<string, Entry>();
  const visit = (index: number, folder: string, seen: Set<number>): void => {
    const waiting = [index];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const entry = entries[at];
      if (entry === undefined || seen.has(at)) continue;
      seen.add(at);
      waiting.push(entry.left, entry.right);
      const path = folder + entry.name;
      if (entry.type === 2 && !streams.has(path)) streams.set(path, entry);
      if (entry.type === 1 && folder.length < 400) visit(entry.child, `${path}/`, seen);
    }
  };
  visit(root.child, '', new Set());

  return {
    names: [...streams.keys()],
    stream: (name) => {
      const entry = streams.get(name);
      if (entry === undefined) return null;
      const whole =
        entry.size < cutoff
          ? chain(entry.start, miniTable, (at) => mini.subarray(at * 64, at * 64 + 64))
          : chain(entry.start, table, sector);
      return whole.length === 0 ? null : whole.subarray(0, entry.size);
    },
  };
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length && entries.length < mostEntries; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: Buffer.from(directory.subarray(at, at + Math.max(0, length - 2))).toString('utf16le'),
      type: directory[at + 66]!,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
