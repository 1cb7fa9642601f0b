/** One entry of a ZIP as its directory tells it; nothing is unpacked. */
export interface ZipEntry {
  /** as written, with whatever separators and dots it has */
  readonly name: string;
  /** 0 stored, 8 deflated; others are not unpacked here */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  /** what the directory claims */
  readonly size: number;
  /** of its local header */
  readonly offset: number;
}

/** An archive or a package with more is meant to hurt. */
export const mostEntries = 20_000;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const wide = 0xffffffff;

/**
 * Reads the central directory of a ZIP.
 *
 * @param most entries more than this are not read
 * @returns null when there is no directory: the file is cut short, or no ZIP
 * @source APPNOTE.TXT 6.3.10, 4.3.12–4.3.16, 4.4.4, 4.5.3
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = end.directory;
  while (entries.length < most && at + 46 <= bytes.length && view.getUint32(at, true) === entryMark) {
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packedSize, offset] = wideFields(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      // Each entry says it twice, and either may be damaged.
      encrypted: ((flags | (bytes[offset + end.shift + 6] ?? 0)) & 1) !== 0,
      packedSize,
      size,
      offset: offset + end.shift,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry; null when they are not where the directory says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localMark) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return start + entry.packedSize > bytes.length ? null : bytes.subarray(start, start + entry.packedSize);
}

/**
 * Whether entries share packed bytes, as no packer writes them: so a small archive holds a petabyte.
 *
 * @source D. Fifield, A better zip bomb, WOOT 2019
 */
export function entriesOverlap(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  let total = 0;
  // What lies beyond the end is damage, and tells nothing.
  for (const { offset, packedSize } of entries) if (offset + packedSize <= bytes.length) total += packedSize;
  return total > bytes.length;
}

function findEnd(view: DataView): { readonly directory: number; readonly shift: number } | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 66_000; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    const size = view.getUint32(at + 12, true);
    const directory = view.getUint32(at + 16, true);
    if (directory === wide || size === wide) return findWideEnd(view, at);
    // Something may stand before the archive (a self-extractor): the directory ends where this record begins.
    const shift = Math.max(0, at - size - directory);
    return { directory: directory + shift, shift };
  }
  return null;
}

function findWideEnd(view: DataView, end: number): { readonly directory: number; readonly shift: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null;
  const directory = Number(view.getBigUint64(at + 48, true));
  return directory < view.byteLength ? { directory, shift: 0 } : null;
}

/** Sizes and offset, from the extra field where they need more than 32 bits. */
function wideFields(extra: Uint8Array, fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(wide)) return fields;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== wide || next + 8 > extra.length) return field;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    }) as [number, number, number];
  }
  return fields;
}

/** Marked as UTF-8 or well-formed UTF-8; else Windows-1258, in which Vietnamese packers of old wrote. */
function decodeName(bytes: Uint8Array, marked: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !marked }).decode(bytes).normalize('NFC');
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
