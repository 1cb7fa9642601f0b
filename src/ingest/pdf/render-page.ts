import { PipelineError } from '../../model/index.js';
import type { PageImage } from '../ocr/page-image.js';
import type { Pdfium } from './pdfium.js';

const grayFormat = 1;
/** FPDF_ANNOT and FPDF_GRAYSCALE: stamps and typed numbers are on the paper too. */
const renderFlags = 0x01 | 0x08;
/** A poster is rendered coarser: an A3 page at 300 dots an inch has 17 million. */
const mostPixels = 40_000_000;

/**
 * The picture of a page as a viewer shows it, upright and in grays.
 *
 * @returns null when the page cannot be loaded
 * @throws PipelineError `out-of-memory`
 */
export function renderPage({ calls, memory }: Pdfium, document: number, index: number, dpi: number): PageImage | null {
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  let bitmap = 0;
  try {
    const inches = [calls.FPDF_GetPageWidthF(page) / 72, calls.FPDF_GetPageHeightF(page) / 72] as const;
    const wanted = inches[0] * inches[1] * dpi * dpi;
    const used = wanted > mostPixels ? Math.floor(dpi * Math.sqrt(mostPixels / wanted)) : dpi;
    const width = Math.max(1, Math.round(inches[0] * used));
    const height = Math.max(1, Math.round(inches[1] * used));
    bitmap = calls.FPDFBitmap_CreateEx(width, height, grayFormat, 0, 0);
    if (bitmap === 0)
      throw new PipelineError('out-of-memory', `page ${index + 1} does not fit into memory as a picture`);
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, renderFlags);
    const buffer = calls.FPDFBitmap_GetBuffer(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1)
      pixels.set(memory.HEAPU8.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
    return { width, height, dpi: used, pixels };
  } finally {
    if (bitmap !== 0) calls.FPDFBitmap_Destroy(bitmap);
    calls.FPDF_ClosePage(page);
  }
}
