import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** packed already */
  readonly packed?: Uint8Array;
  readonly size?: number;
}

/** A ZIP, entry by entry: also with names, sizes and overlaps that no packer writes. */
export function zipOf(entries: readonly Entry[], options: { readonly overlap?: boolean } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let shared: { readonly at: number; readonly packed: Uint8Array } | null = null;
  for (const { name, bytes, packed = deflateRawSync(bytes), size = bytes.length } of entries) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    const sum = bytes.length === 0 ? 0 : crc32(bytes);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(sum, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(title.length, 26);
    const reused: number | null = options.overlap === true && shared !== null ? shared.at : null;
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    head.copy(central, 6, 4, 30);
    central.writeUInt32LE(reused ?? at, 42);
    directory.push(central, title);
    if (reused !== null) continue;
    shared = { at, packed };
    parts.push(head, title, Buffer.from(packed));
    at += head.length + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
