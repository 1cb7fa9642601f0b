import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { compoundOf, long, word } from '../compound-of.js';

const pieceTable = 33;

/** A stretch of text, and what a quick save changed of its look. */
interface Stretch {
  readonly text: string;
  readonly changed?: 'deleted' | 'hidden';
}
const shortChanges = { deleted: 65, hidden: 92 };

/** A DOC of Word 97 that has a text and nothing else; `\x13` begins a field, `\x14` its result, `\x15` ends it. */
function docOf(...stretches: readonly Stretch[]): Uint8Array {
  const textAt = 2048;
  const text = stretches.map((stretch) => stretch.text).join('');
  const main = Buffer.concat([Buffer.alloc(textAt), Buffer.from(text, 'utf16le')]);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(text.length, 0x4c);
  const starts = [0];
  for (const stretch of stretches) starts.push(starts.at(-1)! + stretch.text.length);
  const pieces = Buffer.concat([
    ...starts.map(long),
    ...stretches.flatMap(({ changed }, at) => [
      word(0),
      long(textAt + starts[at]! * 2),
      word(changed === undefined ? 0 : (shortChanges[changed] << 1) | (1 << 8)),
    ]),
  ]);
  const table = Buffer.concat([Buffer.from([2]), long(pieces.length), pieces]);
  main.writeUInt32LE(table.length, 0x9a + pieceTable * 8 + 4);
  return new Uint8Array(compoundOf({ WordDocument: main, '1Table': table }));
}

const textOf = async (text: string) => (await readDocument({ bytes: docOf({ text }), name: 'a.doc' })).text;

describe('the text of a DOC', () => {
  it.each<[what: string, text: string, read: string]>([
    ['paragraphs, tabs and line breaks', 'Một\tHai\vBa\rBốn\r', 'Một Hai\nBa\nBốn'],
    ['the result of a field, not its code', 'Trang \x13PAGE\x147\x15 và 8\r', 'Trang 7 và 8'],
    ['the sign of a field without a result', '\x13SYMBOL 179 \\f "Symbol" \\s 12\x15 50 tuổi\r', '≥ 50 tuổi'],
    ['the sign of a field with an empty result', '\x13SYMBOL 0xb7 \\f Symbol\x14\x15 Một\r', '• Một'],
    ['no sign of a field beside its result', '\x13SYMBOL 179 \\f Symbol\x14x\x15 Một\r', 'x Một'],
    ['no sign in the code of another field', 'Một\x13IF \x13SYMBOL 183\x15\x14\x15 hai\r', 'Một hai'],
    ['nothing of a field that stands for no letter', 'Một\x13SYMBOL 9999999\x15\x13SYMBOLS 65\x15\r', 'Một'],
  ])('has %s', async (_, text, read) => expect(await textOf(text)).toBe(read));
});

describe('what a DOC hides', () => {
  const bytes = docOf(
    { text: 'Chi 5 ' },
    { text: 'triệu ', changed: 'deleted' },
    { text: 'tỷ ', changed: 'hidden' },
    { text: 'đồng\r' },
  );
  it('is left out, and what was deleted counted', async () => {
    const { text, warnings } = await readDocument({ bytes, name: 'a.doc' });
    expect(text).toBe('Chi 5 đồng');
    expect(warnings.map(({ code }) => code)).toEqual(['ingest/deletions-left-out']);
  });
  it('is read where it is to be kept', async () => {
    const { text, warnings } = await readDocument({ bytes, name: 'a.doc', hidden: 'kept' });
    expect(text).toBe('Chi 5 triệu tỷ đồng');
    expect(warnings).toEqual([]);
  });
});
