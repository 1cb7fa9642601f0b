import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';
import { withBelievableCounts } from './believable-counts.js';
import { type Pdfium, recyclePdfium, startPdfium } from './pdfium.js';

/** Error numbers of FPDF_GetLastError. */
const needsPassword = 4;
const unknownSecurity = 5;

/**
 * Opens a PDF, reads its pages in one go and closes it again, so that one document at a time is open.
 *
 * @returns null when PDFium cannot open the file or breaks on it
 * @throws PipelineError `encrypted`, `too-many-pages`, `out-of-memory`
 */
export async function withPdf<Result>(
  input: Pick<ReaderInput, 'bytes' | 'name' | 'limits'>,
  read: (pdfium: Pdfium, document: number, pageCount: number) => Result,
): Promise<{ readonly result: Result; readonly pageCount: number } | null> {
  const pdfium = await startPdfium();
  const { calls, memory } = pdfium;
  const bytes = calls.malloc(input.bytes.length);
  if (bytes === 0)
    throw new PipelineError('out-of-memory', `${input.name} does not fit into memory`, { retryable: true });
  let document = 0;
  let broken = false;
  try {
    memory.HEAPU8.set(withBelievableCounts(input.bytes), bytes);
    document = calls.FPDF_LoadMemDocument(bytes, input.bytes.length, 0);
    if (document === 0) {
      const error = calls.FPDF_GetLastError();
      if (error === needsPassword || error === unknownSecurity)
        throw new PipelineError('encrypted', `${input.name} is protected by a password`);
      return null;
    }
    const pageCount = calls.FPDF_GetPageCount(document);
    if (pageCount > input.limits.maxPages)
      throw new PipelineError(
        'too-many-pages',
        `${input.name} has ${pageCount} pages, more than ${input.limits.maxPages}`,
      );
    if (pageCount < 1) return null;
    return { result: read(pdfium, document, pageCount), pageCount };
  } catch (error) {
    if (!(error instanceof Error && error.name === 'RuntimeError')) throw error;
    // The WASM program trapped: the file is hostile or damaged beyond PDFium's own repair.
    broken = true;
    return null;
  } finally {
    if (!broken) {
      if (document !== 0) calls.FPDF_CloseDocument(document);
      calls.free(bytes);
    }
    recyclePdfium(pdfium, broken);
  }
}
