import { PipelineError } from '../../model/index.js';
import type { PageImage } from '../ocr/page-image.js';
import { graysWithoutSeals } from '../ocr/without-seals.js';
import type { Pdfium } from './pdfium.js';

/** FPDFBitmap_Gray and FPDFBitmap_BGRx, with the bytes of a pixel. */
const gray = { format: 1, bytes: 1 };
const colours = { format: 3, bytes: 4 };
/** FPDF_ANNOT: stamps and typed numbers are on the paper too. */
const withAnnotations = 0x01;
const inGrays = 0x08;
/** A sheet of A4 at 300 dots an inch has 9 million; larger ones would take too much memory in colours. */
const mostColoured = 12_000_000;
/** A poster is rendered coarser: an A3 page at 300 dots an inch has 17 million. */
const mostPixels = 40_000_000;

/**
 * The picture of a page as a viewer shows it, upright and in grays, without the red seals over it.
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
    const { format, bytes } = width * height > mostColoured ? gray : colours;
    bitmap = calls.FPDFBitmap_CreateEx(width, height, format, 0, 0);
    if (bitmap === 0)
      throw new PipelineError('out-of-memory', `page ${index + 1} does not fit into memory as a picture`);
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const flags = withAnnotations | (bytes === 1 ? inGrays : 0);
    calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    const buffer = calls.FPDFBitmap_GetBuffer(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    if (bytes > 1) {
      const drawn = memory.HEAPU8.subarray(buffer, buffer + stride * height);
      return {
        width,
        height,
        dpi: used,
        pixels: graysWithoutSeals({ width, height, dpi: used, bytes: drawn, stride, red: 2 }),
      };
    }
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1)
      pixels.set(memory.HEAPU8.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
    return { width, height, dpi: used, pixels };
  } finally {
    if (bitmap !== 0) calls.FPDFBitmap_Destroy(bitmap);
    calls.FPDF_ClosePage(page);
  }
}
