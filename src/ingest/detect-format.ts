import { isCompound, openCompound } from './compound/open-compound.js';
import { type PictureKind, pictureKind } from './picture/picture-kind.js';
import { mostEntries, readDirectory } from './zip/read-directory.js';

export type Format =
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'ods'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'rtf'
  | 'html'
  | 'pdf'
  | 'mail'
  | 'zip'
  | 'text'
  | 'markdown'
  | PictureKind;

/** First bytes of kinds that are no text and that no reader knows, in Latin-1. */
const foreign: readonly { readonly start: string; readonly what: string }[] = [
  { start: 'GIF8', what: 'a picture (GIF)' },
  { start: 'Rar!', what: 'a RAR archive' },
  { start: "7z\u00bc\u00af'\u001c", what: 'a 7-Zip archive' },
  { start: '\u001f\u008b', what: 'a GZIP archive' },
  { start: 'MZ', what: 'a program' },
  { start: '\u007fELF', what: 'a program' },
];

const headBytes = 4096;

/** The first bytes as letters a byte each; of UTF-16 every second byte. */
function headOf(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  return wide ? head.slice(2).replaceAll('\u0000', '') : head;
}

/** What a file is that no reader knows, for people; null when its first bytes tell nothing. */
export function describeForeign(bytes: Uint8Array): string | null {
  if (isCompound(bytes)) {
    const streams = openCompound(bytes)?.names ?? [];
    if (streams.some((name) => name.startsWith('__properties'))) return 'an Outlook message (MSG)';
    return 'an old Office file without a text';
  }
  const head = headOf(bytes);
  const found = foreign.find(({ start }) => head.startsWith(start));
  // Two letters may open a text as well; a program has zeros soon after.
  return found === undefined || (found.start === 'MZ' && !head.includes('\u0000')) ? null : found.what;
}

/** The kind of a file, read from its bytes; null when no reader knows it. The name decides only between text kinds. */
export function detectFormat(bytes: Uint8Array, name: string): Format | null {
  const head = headOf(bytes);
  // Mail gateways and printers put lines before the mark; the standard's readers look for it in the first kilobyte.
  // What stands before it may be binary; in a text the mark counts only at the beginning of a line.
  if (/^(?:[\s\S]{0,1000}[\r\n\u0000])?%PDF-\d/.test(head.slice(0, 1024))) return 'pdf';
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(head)) return kindOfPackage(bytes);
  if (isCompound(bytes)) return kindOfCompound(bytes);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(head)) return 'rtf';
  if (isHtml(head)) return 'html';
  const picture = pictureKind(bytes);
  if (picture !== null) return picture;
  if (describeForeign(bytes) !== null) return null;
  if (isMail(head)) return 'mail';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

/** By the parts that are in it. A damaged package is called what most are, and its reader says what is wrong. */
function kindOfPackage(bytes: Uint8Array): Format {
  const entries = readDirectory(bytes, mostEntries);
  if (entries === null) return 'docx';
  const names = new Set(entries.map((entry) => entry.name.replace(/^\//, '')));
  if (names.has('mimetype') && names.has('content.xml')) {
    const declared = Buffer.from(bytes.subarray(30, 130)).toString('latin1');
    if (declared.includes('opendocument.spreadsheet')) return 'ods';
    if (!/opendocument\.(?:presentation|graphics|chart|formula)/.test(declared)) return 'odt';
  }
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('[Content_Types].xml') || names.has('word/document.xml') || names.has('mimetype') ? 'docx' : 'zip';
}

function kindOfCompound(bytes: Uint8Array): Format | null {
  const streams = new Set(openCompound(bytes)?.names ?? []);
  if (streams.has('WordDocument')) return 'doc';
  if (streams.has('PowerPoint Document')) return 'ppt';
  return streams.has('Workbook') || streams.has('Book') ? 'xls' : null;
}

/** Also what Word and Excel save as web pages and name DOC or XLS, and pages without any head. */
function isHtml(head: string): boolean {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '');
  return /^<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h1|center|font|span)(?=[\s>/])/i.test(start);
}

const mailHeaders =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|reply-to|sender|content-type|content-transfer-encoding|dkim-signature|thread-topic|thread-index|x-[\w-]+):/i;

/** A letter begins with its headers, of which several are the standard's; a text may begin with «To:» alone. */
function isMail(head: string): boolean {
  const lines = head.replace(/^From [^\r\n]*\r?\n/, '').split(/\r?\n/);
  const names = new Set<string>();
  for (const line of lines) {
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    if (!/^[!-9;-~]+:/.test(line)) break;
    const found = mailHeaders.exec(line);
    if (found !== null) names.add(found[0].toLowerCase());
  }
  const technical = ['mime-version:', 'received:', 'message-id:', 'return-path:', 'content-type:'].some((header) =>
    names.has(header),
  );
  // Word saves a page with its pictures (MHT) without saying who wrote to whom.
  if (names.has('mime-version:') && /^content-type:\s*multipart\/related\b/im.test(head)) return true;
  return names.size >= 3 && technical && (names.has('from:') || names.has('subject:') || names.has('date:'));
}

/** Whether an old Office container holds an encrypted document, as Word writes a DOCX with a password (MS-OFFCRYPTO 1.3.3). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!isCompound(bytes)) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** Whether an old workbook has a password: a record of type FILEPASS follows its first ([MS-XLS] 2.4.117). */
export function isLockedWorkbook(bytes: Uint8Array): boolean {
  const compound = openCompound(bytes);
  const book = compound?.stream('Workbook') ?? compound?.stream('Book') ?? new Uint8Array();
  let at = 0;
  for (let record = 0; record < 10 && at + 4 <= book.length; record += 1) {
    if (book[at] === 0x2f && book[at + 1] === 0) return true;
    at += 4 + (book[at + 2]! | (book[at + 3]! << 8));
  }
  return false;
}
