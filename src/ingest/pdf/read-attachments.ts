import { embeddedFileMark, PipelineError } from '../../model/index.js';
import { defaultLimits, type ReadLimits } from '../reader.js';
import { withPdf } from './open-pdf.js';
import type { Pdfium } from './pdfium.js';

/** A file within a PDF, as its table of embedded files has it. */
export interface Attachment {
  readonly name: string;
  /** @throws PipelineError `corrupt`, `archive-bomb` where it is larger than `mostBytes` leaves */
  readonly unpack: () => Uint8Array;
}

/** Whether a PDF may hold files: without opening it. A file that hides its names from this is a report without any. */
export const mayHoldAttachments = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(embeddedFileMark);

/**
 * The files attached to a PDF, in the order of their names.
 *
 * @param most files looked at
 * @param mostBytes of all of them
 * @returns none for a PDF that cannot be opened: its own reader says why
 * @throws PipelineError `encrypted`, `out-of-memory`
 */
export async function readAttachments(
  bytes: Uint8Array,
  name: string,
  most: number,
  mostBytes: number,
  limits: ReadLimits = defaultLimits,
): Promise<readonly Attachment[]> {
  const opened = await withPdf(
    { bytes, name, limits: { ...limits, maxPages: Number.POSITIVE_INFINITY } },
    (pdfium, document) => {
      const attachments: Attachment[] = [];
      const count = Math.min(most, pdfium.calls.FPDFDoc_GetAttachmentCount(document));
      let left = mostBytes;
      for (let index = 0; index < count; index += 1) {
        const attachment = pdfium.calls.FPDFDoc_GetAttachment(document, index);
        if (attachment === 0) continue;
        const file = fileOf(pdfium, attachment, left);
        const own = nameOf(pdfium, attachment);
        if (file instanceof Uint8Array) left -= file.length;
        const unpack = () => {
          if (file instanceof Uint8Array) return file;
          throw new PipelineError(
            file === 'too-large' ? 'archive-bomb' : 'corrupt',
            file === 'too-large'
              ? `${name} holds files that unpack to more than ${mostBytes} bytes`
              : `${name}: ${own} cannot be taken out`,
          );
        };
        attachments.push({ name: own, unpack });
      }
      return attachments;
    },
  );
  return opened?.result ?? [];
}

const longestName = 4096;

function nameOf({ calls, memory }: Pdfium, attachment: number): string {
  const length = calls.FPDFAttachment_GetName(attachment, 0, 0);
  if (length < 2 || length > longestName) return '';
  const buffer = calls.malloc(length);
  try {
    calls.FPDFAttachment_GetName(attachment, buffer, length);
    return new TextDecoder('utf-16le').decode(memory.HEAPU8.slice(buffer, buffer + length - 2));
  } finally {
    calls.free(buffer);
  }
}

function fileOf(
  { calls, memory }: Pdfium,
  attachment: number,
  mostBytes: number,
): Uint8Array | 'damaged' | 'too-large' {
  const size = calls.malloc(4);
  const sizeNow = () => new DataView(memory.HEAPU8.buffer).getUint32(size, true);
  let buffer = 0;
  try {
    if (calls.FPDFAttachment_GetFile(attachment, 0, 0, size) === 0) return 'damaged';
    const length = sizeNow();
    if (length > mostBytes) return 'too-large';
    buffer = calls.malloc(Math.max(1, length));
    if (buffer === 0 || calls.FPDFAttachment_GetFile(attachment, buffer, length, size) === 0) return 'damaged';
    return memory.HEAPU8.slice(buffer, buffer + length);
  } finally {
    if (buffer !== 0) calls.free(buffer);
    calls.free(size);
  }
}
