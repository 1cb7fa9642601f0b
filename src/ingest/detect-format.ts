export type Format = 'docx' | 'pdf' | 'text' | 'markdown';

/** First bytes of kinds that are no text and that no reader knows, in Latin-1. */
const foreign: readonly { readonly start: string; readonly what: string }[] = [
  { start: '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', what: 'an old Office file (DOC, XLS or PPT)' },
  { start: '{\\rtf', what: 'an RTF file' },
  { start: '\u0089PNG', what: 'a picture (PNG)' },
  { start: '\u00ff\u00d8\u00ff', what: 'a picture (JPEG)' },
  { start: 'GIF8', what: 'a picture (GIF)' },
  { start: 'II*\u0000', what: 'a picture (TIFF)' },
  { start: 'MM\u0000*', what: 'a picture (TIFF)' },
  { start: 'Rar!', what: 'a RAR archive' },
  { start: "7z\u00bc\u00af'\u001c", what: 'a 7-Zip archive' },
  { start: '\u001f\u008b', what: 'a GZIP archive' },
  { start: 'MZ', what: 'a program' },
  { start: '\u007fELF', what: 'a program' },
];

const latin1 = (bytes: Uint8Array, end: number) => Buffer.from(bytes.subarray(0, end)).toString('latin1');

/** What a file is that no reader knows, for people; null when its first bytes tell nothing. */
export function describeForeign(bytes: Uint8Array): string | null {
  const head = latin1(bytes, 1024);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html[\s>])/i.test(head)) return 'a web page (HTML)';
  const found = foreign.find(({ start }) => head.startsWith(start));
  // Two letters may open a text as well; a program has zeros soon after.
  return found === undefined || (found.start === 'MZ' && !head.includes('\u0000')) ? null : found.what;
}

/** The kind of a file, read from its bytes; null when no reader knows it. The name decides only between text kinds. */
export function detectFormat(bytes: Uint8Array, name: string): Format | null {
  const head = latin1(bytes, 1024);
  // Mail gateways and printers put lines before the mark; the standard's readers look for it in the first kilobyte.
  // What stands before it may be binary; in a text the mark counts only at the beginning of a line.
  if (/^(?:[\s\S]{0,1000}[\r\n\u0000])?%PDF-\d/.test(head)) return 'pdf';
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(head)) return 'docx';
  if (describeForeign(bytes) !== null) return null;
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

/** Whether an old Office container holds an encrypted document, as Word writes a DOCX with a password (MS-OFFCRYPTO 1.3.3). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!latin1(bytes, 8).startsWith(foreign[0]!.start)) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
