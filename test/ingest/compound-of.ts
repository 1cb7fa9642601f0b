const sectorSize = 512;
const none = 0xffffffff;
const endOfChain = 0xfffffffe;
const inTable = 0xfffffffd;

/** A compound file of these streams, all in sectors of their own ([MS-CFB]). */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(streams);
  const sectorsOf = (bytes: number) => Math.ceil(bytes / sectorSize);
  const directorySectors = sectorsOf((names.length + 1) * 128);
  const sizes = names.map((name) => sectorsOf(streams[name]!.length));
  const used = directorySectors + sizes.reduce((sum, size) => sum + size, 0);
  let tableSectors = 1;
  while (tableSectors * 128 < used + tableSectors) tableSectors += 1;

  const links: number[] = Array.from({ length: tableSectors }, () => inTable);
  const chain = (sectors: number): number => {
    const start = links.length;
    for (let at = 1; at <= sectors; at += 1) links.push(at === sectors ? endOfChain : start + at);
    return sectors === 0 ? endOfChain : start;
  };
  const directoryAt = chain(directorySectors);
  const starts = sizes.map(chain);

  const header = Buffer.alloc(sectorSize);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(directoryAt, 48);
  for (const at of [60, 68]) header.writeUInt32LE(endOfChain, at);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at < tableSectors ? at : none, 76 + at * 4);

  const table = Buffer.alloc(tableSectors * sectorSize, 0xff);
  for (const [at, link] of links.entries()) table.writeUInt32LE(link, at * 4);
  const directory = Buffer.alloc(directorySectors * sectorSize);
  const entry = (at: number, name: string, type: number, [right, child, start, size]: readonly number[]) => {
    const own = directory.subarray(at * 128, at * 128 + 128);
    own.write(name, 'utf16le');
    own.writeUInt16LE(name.length * 2 + 2, 64);
    own[66] = type;
    for (const [place, value] of [none, right!, child!].entries()) own.writeUInt32LE(value, 68 + place * 4);
    own.writeUInt32LE(start!, 116);
    own.writeUInt32LE(size!, 120);
  };
  entry(0, 'Root Entry', 5, [none, 1, endOfChain, 0]);
  for (const [at, name] of names.entries())
    entry(at + 1, name, 2, [at + 1 < names.length ? at + 2 : none, none, starts[at]!, streams[name]!.length]);
  const padded = names.map((name, at) => {
    const own = Buffer.alloc(sizes[at]! * sectorSize);
    own.set(streams[name]!);
    return own;
  });
  return Buffer.concat([header, table, directory, ...padded]);
}

export const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
};
export const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
