import { PDFiumLibrary } from '@hyzyla/pdfium';

/**
 * The functions of PDFium's C interface that the reader calls, as the WASM program exports them. Pointers, handles and
 * booleans are numbers; 0 is null and false. The package types only the few functions it calls itself.
 *
 * @source https://pdfium.googlesource.com/pdfium/+/main/public (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_attachment.h)
 */
export interface PdfiumExports {
  malloc(bytes: number): number;
  free(pointer: number): void;
  FPDF_LoadMemDocument(bytes: number, length: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFDoc_GetAttachmentCount(document: number): number;
  FPDFDoc_GetAttachment(document: number, index: number): number;
  FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number;
  FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, needed: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFPage_Flatten(page: number, usage: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFFormObj_CountObjects(object: number): number;
  FPDFFormObj_GetObject(object: number, index: number): number;
  FPDFPath_CountSegments(path: number): number;
  FPDFPath_GetPathSegment(path: number, index: number): number;
  FPDFPath_GetDrawMode(path: number, fillMode: number, stroke: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetClose(segment: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, index: number): number;
  FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  FPDFText_GetFontSize(text: number, index: number): number;
  FPDFText_GetTextObject(text: number, index: number): number;
  FPDFTextObj_GetFont(object: number): number;
  FPDFTextObj_GetTextRenderMode(object: number): number;
  FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
  FPDFFont_GetFlags(font: number): number;
}

export interface Pdfium {
  readonly calls: PdfiumExports;
  /** Views of the program's memory. They change when it grows: read them anew after every call that may allocate. */
  readonly memory: { readonly HEAPU8: Uint8Array; readonly HEAPF32: Float32Array; readonly HEAPF64: Float64Array };
}

let running: Promise<Pdfium> | null = null;

/**
 * The one PDFium of this process. Starting it costs 40 ms, so it is started with the first PDF and kept. Its memory
 * only grows: `recyclePdfium` drops an instance that a large file has blown up, or that has trapped, for the garbage
 * collector, and the next file starts a fresh one.
 */
export function startPdfium(): Promise<Pdfium> {
  running ??= PDFiumLibrary.init().then((library) => {
    const { module } = library as unknown as { module: Pdfium['memory'] & { wasmExports: PdfiumExports } };
    return { calls: module.wasmExports, memory: module };
  });
  return running;
}

/** WASM memory from which an instance is not used for a further file; an ordinary report needs 20 MB. */
const largestMemory = 192 * 1024 * 1024;

/** To be called when a document is closed. `broken`: the program trapped and cannot be trusted any more. */
export function recyclePdfium(pdfium: Pdfium, broken: boolean): void {
  if (broken || pdfium.memory.HEAPU8.length > largestMemory) running = null;
}
