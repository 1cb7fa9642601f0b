import { compoundOf, long, word } from '../compound-of.js';

export const atom = (type: number, data: Uint8Array, instance = 0) =>
  Buffer.concat([word(instance << 4), word(type), long(data.length), data]);
export const container = (type: number, children: readonly Uint8Array[], instance = 0) => {
  const data = Buffer.concat(children);
  return Buffer.concat([word((instance << 4) | 0xf), word(type), long(data.length), data]);
};
export const wide = (text: string) => Buffer.from(text, 'utf16le');
const latin = (text: string) => Buffer.from(text, 'latin1');

export const kindOf = (kind: number) => atom(0x0f9f, long(kind));
export const narrow = (text: string) => atom(0x0fa8, latin(text));
/** Characters' looks: so many of each font, after one paragraph with a mark, an indent and a tab stop. */
export const styled = (length: number, runs: readonly (readonly [count: number, font: number])[]) =>
  atom(
    0x0fa1,
    Buffer.concat([
      long(length),
      word(0),
      long(0x0010_0180),
      ...[word(0x2022), word(36), word(1), word(288), word(0)],
      ...runs.flatMap(([count, font]) => [long(count), long(0x0003_0001), word(1), word(font), word(28)]),
    ]),
  );
export const box = (...children: readonly Uint8Array[]) => container(0xf004, [container(0xf00d, children)]);
export const slide = (...shapes: readonly Uint8Array[]) =>
  container(0x03ee, [container(0x040c, [container(0xf002, [container(0xf003, shapes)])])]);

export interface Parts {
  readonly fonts?: readonly string[];
  readonly masterFont?: number;
  /** to each slide the texts of its placeholders */
  readonly slides: readonly { readonly slide: Uint8Array; readonly texts?: readonly Uint8Array[] }[];
  /** what an earlier save left in the place of the first slide */
  readonly before?: Uint8Array;
}

/** A presentation whose document is number 1, its slides 2 and on. */
export function presentation({ fonts = [], masterFont, slides, before }: Parts): { stream: Buffer; current: Buffer } {
  const environment = container(0x03f2, [
    container(
      0x07d5,
      fonts.map((name, at) => atom(0x0fb7, Buffer.concat([wide(name), Buffer.alloc(68 - name.length * 2)]), at)),
    ),
    ...(masterFont === undefined
      ? []
      : [atom(0x0fa3, Buffer.concat([word(1), long(0), long(0x0001_0000), word(masterFont)]), 1)]),
  ]);
  const list = container(
    0x0ff0,
    slides.flatMap(({ texts = [] }, at) => [
      atom(0x03f3, Buffer.concat([long(at + 2), long(4), long(0), long(256 + at), long(0)])),
      ...texts,
    ]),
  );
  const document = container(0x03e8, [environment, list]);
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: Uint8Array): number => {
    parts.push(part);
    length += part.length;
    return length - part.length;
  };
  const edit = (last: number, directory: number) =>
    put(atom(0x0ff5, Buffer.concat([long(0), long(0), long(last), long(directory), long(1), long(9), long(0)])));
  let last = 0;
  if (before !== undefined) {
    const [first, slideAt] = [put(document), put(before)];
    last = edit(0, put(atom(0x1772, Buffer.concat([long((2 << 20) | 1), long(first), long(slideAt)]))));
  }
  const places = [document, ...slides.map((each) => each.slide)].map(put);
  const directory = put(atom(0x1772, Buffer.concat([long((places.length << 20) | 1), ...places.map(long)])));
  const current = edit(last, directory);
  return {
    stream: Buffer.concat(parts),
    current: atom(0x0ff6, Buffer.concat([long(20), long(0xe391c05f), long(current), long(0)])),
  };
}

/** Its file (PPT). */
export function presentationFile(parts: Parts): Buffer {
  const { stream, current } = presentation(parts);
  return compoundOf({ 'PowerPoint Document': stream, 'Current User': current });
}
