import type { Diagnostic } from '../../model/index.js';
import { decodeWindows1252 } from '../flow/windows-1252.js';
import { decodeText } from '../plain/decode-text.js';

/** The encoding that a page names for itself in its first lines. */
const declared = (head: string): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase() ??
  /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase() ??
  null;

/**
 * The text of a web page. Bytes that are UTF-8 are read so, whatever the page says (programs that save a page again leave
 * its old words about itself); else its own word counts.
 *
 * @param charset what the letter says in which it came; null for a file
 * @returns null for bytes that are no text
 */
export function decodeHtml(
  bytes: Uint8Array,
  charset: string | null = null,
): { readonly text: string; readonly warnings: readonly Diagnostic[] } | null {
  const read = decodeText(bytes);
  if (read === null || read.warnings.length === 0) return read;
  const label = charset ?? declared(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  if (label === null || /^utf-?8$/.test(label)) return read;
  if (/^(?:windows-1252|iso-8859-1|us-ascii|x-user-defined|.*tcvn.*|.*viscii.*|.*vps.*)$/.test(label))
    return { text: decodeWindows1252(bytes), warnings: [] };
  try {
    return { text: new TextDecoder(label).decode(bytes), warnings: [] };
  } catch {
    return read;
  }
}
