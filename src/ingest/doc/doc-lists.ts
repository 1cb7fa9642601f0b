import { type Numbering, readNumbering } from '../docx/read-numbering.js';
import { readStyles } from '../docx/read-styles.js';
import { escapeXml } from '../docx/xml-edits.js';
import { drawSymbols } from '../flow/symbol-letters.js';
import { wordOf } from './sprms.js';

/** As DOCX names the number formats of [MS-OSHARED] 2.2.1.3 that Vietnamese offices use. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/**
 * The automatic numbering of a DOC, counted by the rules that DOCX has too: its lists are told to that counter in its
 * own words.
 *
 * @param lists PlfLst @param overrides PlfLfo
 * @source [MS-DOC] 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.131 (LFO)
 */
export function readDocLists(lists: Uint8Array, overrides: Uint8Array): Numbering {
  const parts: string[] = [];
  // The levels lie behind the table of lists, outside of the size that the header gives for it.
  const view = new DataView(lists.buffer, lists.byteOffset, lists.byteLength);
  const count = lists.length < 2 ? 0 : Math.min(2000, wordOf(lists, 0));
  let at = 2 + count * 28;
  for (let index = 0; index < count && 2 + index * 28 + 28 <= lists.length; index += 1) {
    const id = view.getInt32(2 + index * 28, true);
    const isSimple = (lists[2 + index * 28 + 26]! & 1) !== 0;
    const levels: string[] = [];
    for (let level = 0; level < (isSimple ? 1 : 9) && at + 28 <= lists.length; level += 1) {
      const read = readLevel(lists, at, level);
      levels.push(read.xml);
      at = read.end;
    }
    parts.push(`<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`);
  }
  const overridden = new DataView(overrides.buffer, overrides.byteOffset, overrides.byteLength);
  const numbers = overrides.length < 4 ? 0 : Math.min(2000, overridden.getUint32(0, true));
  let data = 4 + numbers * 16;
  for (let index = 0; index < numbers && 4 + index * 16 + 16 <= overrides.length; index += 1) {
    const changed: string[] = [];
    data += 4;
    for (let left = overrides[4 + index * 16 + 12]!; left > 0 && data + 8 <= overrides.length; left -= 1) {
      const flags = overridden.getUint32(data + 4, true);
      const level = flags & 0xf;
      const start = (flags & 0x10) === 0 ? '' : `<w:startOverride w:val="${overridden.getInt32(data, true)}"/>`;
      data += 8;
      const own = (flags & 0x20) === 0 ? null : readLevel(overrides, data, level);
      data = own?.end ?? data;
      changed.push(`<w:lvlOverride w:ilvl="${level}">${start}${own?.xml ?? ''}</w:lvlOverride>`);
    }
    const list = overridden.getInt32(4 + index * 16, true);
    parts.push(`<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${list}"/>${changed.join('')}</w:num>`);
  }
  return readNumbering(
    `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${parts.join('')}</w:numbering>`,
    'lists',
    readStyles(undefined, 'styles'),
  );
}

function readLevel(bytes: Uint8Array, at: number, level: number): { readonly xml: string; readonly end: number } {
  const start = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(at, true);
  const format = bytes[at + 4]!;
  const flags = bytes[at + 5]!;
  const follow = bytes[at + 15]!;
  const textAt = at + 28 + bytes[at + 24]! + bytes[at + 25]!;
  const length = wordOf(bytes, textAt);
  const text = Buffer.from(bytes.subarray(textAt + 2, textAt + 2 + length * 2)).toString('utf16le');
  const pattern = Array.from(text, (sign) => (sign < '\u0009' ? `%${sign.charCodeAt(0) + 1}` : sign)).join('');
  return {
    xml:
      `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${formats[format] ?? 'decimal'}"/>` +
      ((flags & 4) !== 0 ? '<w:isLgl/>' : '') +
      `<w:suff w:val="${['tab', 'space', 'nothing'][follow] ?? 'tab'}"/><w:lvlText w:val="${escapeXml(drawSymbols(pattern))}"/></w:lvl>`,
    end: textAt + 2 + length * 2,
  };
}
