import { PipelineError } from '../../model/index.js';
import type { PageImage } from '../ocr/page-image.js';
import { type ColourImage, findSeals, takeOffSeals } from '../ocr/without-seals.js';
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

/** Enough to see whether there may be a seal. */
const coarse = 100;

/**
 * The picture of a page as a viewer shows it, upright and in grays, without the red seals over it. Of a page that may have a
 * seal only the seal is taken from a drawing in colours: what PDFium draws in grays is read better.
 *
 * @returns null when the page cannot be loaded
 * @throws PipelineError `out-of-memory`
 */
export function renderPage(pdfium: Pdfium, document: number, index: number, dpi: number): PageImage | null {
  const { calls } = pdfium;
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    const inches = [calls.FPDF_GetPageWidthF(page) / 72, calls.FPDF_GetPageHeightF(page) / 72] as const;
    const wanted = inches[0] * inches[1] * dpi * dpi;
    const used = wanted > mostPixels ? Math.floor(dpi * Math.sqrt(mostPixels / wanted)) : dpi;
    const draw = <Result>(at: number, kind: typeof gray, read: (drawn: Drawn) => Result): Result => {
      const size = inches.map((side) => Math.max(1, Math.round(side * at)));
      return drawPage(pdfium, page, { width: size[0]!, height: size[1]!, dpi: at, kind, index }, read);
    };
    const maySeal = inches[0] * inches[1] * used * used <= mostColoured;
    const sealed = maySeal && draw(Math.min(coarse, used), colours, (drawn) => findSeals(drawn).length > 0);
    const image = draw(used, gray, (drawn): PageImage => {
      const { width, height } = drawn;
      return { width, height, dpi: used, pixels: rowsOf(drawn) };
    });
    if (sealed) draw(used, colours, (drawn) => takeOffSeals(image.pixels, drawn));
    return image;
  } finally {
    calls.FPDF_ClosePage(page);
  }
}

/** Bytes are those of PDFium's memory, gone once they are read. */
type Drawn = ColourImage;

function rowsOf({ width, height, bytes, stride }: Drawn): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) pixels.set(bytes.subarray(y * stride, y * stride + width), y * width);
  return pixels;
}

function drawPage<Result>(
  { calls, memory }: Pdfium,
  page: number,
  wanted: { width: number; height: number; dpi: number; kind: typeof gray; index: number },
  read: (drawn: Drawn) => Result,
): Result {
  const { width, height, dpi, kind } = wanted;
  const bitmap = calls.FPDFBitmap_CreateEx(width, height, kind.format, 0, 0);
  if (bitmap === 0)
    throw new PipelineError('out-of-memory', `page ${wanted.index + 1} does not fit into memory as a picture`);
  try {
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const flags = withAnnotations | (kind.bytes === 1 ? inGrays : 0);
    calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    const buffer = calls.FPDFBitmap_GetBuffer(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    const bytes = memory.HEAPU8.subarray(buffer, buffer + stride * height);
    return read({ width, height, dpi, bytes, stride, red: 2 });
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
  }
}
