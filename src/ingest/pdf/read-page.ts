import { symbolLetter } from '../flow/symbol-letters.js';
import { maybeLegacy } from '../legacy/choose-encodings.js';
import { fontHint } from '../legacy/font-encoding.js';
import { lineEndHyphen } from './decode-drawing.js';
import type { Glyph, PageDrawing } from './page-geometry.js';
import type { Pdfium, PdfiumExports } from './pdfium.js';
import { readRules } from './read-rules.js';

/** More than the densest printed page holds (a gazette's table: 15,000). */
const mostGlyphs = 60_000;

/** Most letters are of these: their strings are made once. */
const common = Array.from({ length: 0x1f00 }, (_, code) => String.fromCodePoint(code));

/** Codes below U+0100 that Unicode texts hardly have: letters of an old encoding may stand behind them. */
const strangeCodes = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(maybeLegacy({ text: String.fromCharCode(code), font: null })),
);
/** Fewer §, ½ or ° of its own a page may well have. */
const fewStrange = 4;

/** The text of one code: only ligatures are taken apart, since NFKC would also flatten superscripts and fractions. */
function textOfCode(code: number): string {
  // PDFium writes U+0002 for a hyphen at a line's end.
  if (code === 2) return '-';
  if (code >= 0xfb00 && code <= 0xfb06) return String.fromCodePoint(code).normalize('NFKC');
  if (code < 0x20 || code === 0xfffe || code === 0xffff || code > 0x10ffff) return '';
  if (code >= 0xf020 && code <= 0xf0ff) return symbolLetter(code);
  return common[code] ?? String.fromCodePoint(code);
}

/** The text of one code in its font. A font of an old encoding that was taken for one of symbols keeps letters where signs are. */
function letterOf(code: number, font: string | null): string {
  const odd = code === 2 || (code >= 0xf020 && code <= 0xf0ff);
  const encoding = odd ? fontHint(font).encoding : null;
  if (encoding === null) return textOfCode(code);
  return code !== 2 ? String.fromCodePoint(code) : encoding === 'tcvn3' ? lineEndHyphen : textOfCode(code);
}

/** The sign for a letter that is not known, or one of the private area that is no sign of ours. */
const isUnnamed = (value: string, font: string | null): boolean =>
  value === '\ufffd' || (value >= '\ue000' && value <= '\uf8ff' && fontHint(font).encoding === null);

const isSpace = (code: number) =>
  code === 0x20 || code === 0xa0 || code === 9 || code === 10 || code === 13 || (code >= 0x2000 && code <= 0x200b);
const combining = /^\p{M}/u;

interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly font: string | null;
  /** quarter turns against the clock; null: aslant */
  readonly turn: number | null;
  /** where its text object begins, in the page's own coordinates */
  readonly x: number;
  readonly y: number;
}

interface FontLook {
  readonly name: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Annotations that show text on the page: typed text, stamps, the fields of a form or a signature (fpdf_annot.h). */
const showsText = new Set([3, 13, 20]);
/** A hostile page may have millions. */
const mostAnnotations = 200;

/**
 * Draws the annotations into the page: offices register a letter by typing its number and day into the finished PDF as
 * annotations.
 *
 * @returns whether the page changed, and must be loaded again to see it
 */
function flattenAnnotations(calls: PdfiumExports, page: number): boolean {
  const count = calls.FPDFPage_GetAnnotCount(page);
  if (count > mostAnnotations) return false;
  for (let i = 0; i < count; i += 1) {
    const annotation = calls.FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    const shows = showsText.has(calls.FPDFAnnot_GetSubtype(annotation));
    calls.FPDFPage_CloseAnnot(annotation);
    if (shows) return calls.FPDFPage_Flatten(page, 0) === 1;
  }
  return false;
}

/** Reads what is drawn on a page, as upright as its reader sees it. The page is closed again, whatever happens. */
export function readPage(pdfium: Pdfium, document: number, index: number): PageDrawing | null {
  const { calls } = pdfium;
  let page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  if (flattenAnnotations(calls, page)) {
    calls.FPDF_ClosePage(page);
    page = calls.FPDF_LoadPage(document, index);
    if (page === 0) return null;
  }
  const text = calls.FPDFText_LoadPage(page);
  const scratch = calls.malloc(256);
  try {
    return drawingOf(pdfium, page, text, scratch, index + 1);
  } finally {
    calls.free(scratch);
    if (text !== 0) calls.FPDFText_ClosePage(text);
    calls.FPDF_ClosePage(page);
  }
}

function drawingOf(pdfium: Pdfium, page: number, text: number, scratch: number, number: number): PageDrawing {
  const { calls, memory } = pdfium;
  calls.FPDF_GetPageBoundingBox(page, scratch);
  const at = scratch >> 2;
  const [boxLeft, boxTop, boxRight, boxBottom] = [0, 1, 2, 3].map((offset) => memory.HEAPF32[at + offset]!) as [
    number,
    number,
    number,
    number,
  ];
  const flatWidth = boxRight - boxLeft;
  const flatHeight = boxTop - boxBottom;

  const count = text === 0 ? 0 : calls.FPDFText_CountChars(text);
  // Flat arrays: a page has thousands of glyphs, and objects for each would cost more than PDFium's own work.
  const room = Math.min(count, mostGlyphs);
  const codes = new Int32Array(room);
  const styleOfGlyph = new Int32Array(room);
  const boxes = new Float32Array(room * 4);
  const styles: Style[] = [];
  const fonts = new Map<number, FontLook>();
  const letters = [0, 0, 0, 0];
  let slanted = 0;
  let strange = 0;
  let taken = 0;
  let object = -1;
  let style: Style | null = null;
  for (let i = 0; i < count && taken < room; i += 1) {
    const code = calls.FPDFText_GetUnicode(text, i);
    const space = isSpace(code);
    if (space && calls.FPDFText_IsGenerated(text, i) !== 0) continue;
    const drawnBy = calls.FPDFText_GetTextObject(text, i);
    if (drawnBy !== object || style === null) {
      object = drawnBy;
      style = styleOf(pdfium, text, i, object, scratch, fonts);
      styles.push(style);
    }
    if (style.turn === null) {
      if (!space) slanted += 1;
      continue;
    }
    if (!space) letters[style.turn]! += 1;
    if (code < 256 && strangeCodes[code] === 1) strange += 1;
    calls.FPDFText_GetLooseCharBox(text, i, scratch);
    const { HEAPF32 } = memory;
    codes[taken] = code;
    styleOfGlyph[taken] = styles.length - 1;
    boxes[taken * 4] = HEAPF32[at]!;
    boxes[taken * 4 + 1] = HEAPF32[at + 1]!;
    boxes[taken * 4 + 2] = HEAPF32[at + 2]!;
    boxes[taken * 4 + 3] = HEAPF32[at + 3]!;
    const along = style.turn % 2 === 0 ? 0 : 1;
    if (!space && HEAPF32[at + along] === HEAPF32[at + along + 2] && !combining.test(String.fromCodePoint(code)))
      boxes[taken * 4 + farEdge[style.turn]!] = endOf(pdfium, text, i, count, scratch, style);
    taken += 1;
  }

  // The page is read the way most of its letters stand; the viewer's rotation decides only for a page without text.
  const most = Math.max(...letters);
  const turn = most === 0 ? (4 - calls.FPDFPage_GetRotation(page)) % 4 : letters.indexOf(most);
  const acrossOf = (x: number, y: number): number =>
    turn === 0 ? x - boxLeft : turn === 1 ? y - boxBottom : turn === 2 ? boxRight - x : boxTop - y;
  const downOf = (x: number, y: number): number =>
    turn === 0 ? boxTop - y : turn === 1 ? x - boxLeft : turn === 2 ? y - boxBottom : boxRight - x;
  const width = turn % 2 === 0 ? flatWidth : flatHeight;
  const height = turn % 2 === 0 ? flatHeight : flatWidth;

  const glyphs: Glyph[] = [];
  let unnamed = 0;
  let standing: Glyph | null = null;
  for (let order = 0; order < taken; order += 1) {
    const code = codes[order]!;
    const look = styles[styleOfGlyph[order]!]!;
    const value = letterOf(code, look.font);
    if (value === '' || isUnnamed(value, look.font)) unnamed += 1;
    if (value === '') continue;
    const [boxX1, boxY1] = [boxes[order * 4]!, boxes[order * 4 + 1]!];
    const [boxX2, boxY2] = [boxes[order * 4 + 2]!, boxes[order * 4 + 3]!];
    const [x1, x2] = [acrossOf(boxX1, boxY1), acrossOf(boxX2, boxY2)];
    const upright = look.turn === turn;
    const left = Math.min(x1, x2);
    const right = Math.max(x1, x2);
    // Within one text object the baseline is one line, so its first glyph's origin tells.
    const baseline = upright
      ? downOf(look.x, look.y)
      : (downOf(boxX1, boxY1) + downOf(boxX2, boxY2)) / 2 + look.size / 3;
    if (right < -2 || left > width + 2 || baseline < -2 || baseline > height + look.size) continue;
    const last = glyphs.at(-1);
    // A line that stands on end (the head of a narrow column) is one piece, in the order it was drawn.
    if (!upright && standing !== null && standing === last && Math.abs(left - last.left) < look.size / 2) {
      last.text += value;
      continue;
    }
    if (code > 0x2ff && combining.test(value) && last !== undefined && !last.space) {
      last.text += value;
      // Some fonts draw the mark over its letter, some give it a width of its own.
      last.right = Math.max(last.right, right);
      continue;
    }
    const glyph = {
      text: value,
      left,
      right,
      baseline,
      size: look.size,
      bold: look.bold,
      italic: look.italic,
      order,
      font: look.font,
      space: isSpace(code),
    };
    glyphs.push(glyph);
    standing = upright ? null : glyph;
  }
  const drawn = readRules(pdfium, page, scratch, acrossOf, downOf, width * height);
  return {
    number,
    width,
    height,
    glyphs,
    slanted,
    unnamed,
    fonts: [...fonts.values()].flatMap(({ name }) => name ?? []),
    strange: strange >= fewStrange,
    rules: drawn.rules,
    pictured: drawn.pictured,
    cut: count > mostGlyphs || drawn.cut,
  };
}

/** Of a box (left, top, right, bottom), the edge where a letter ends, by the turn of its line. */
const farEdge = [2, 1, 0, 3] as const;
/** Letters that are wider, in their own size, or more, are no ligature. */
const widestLigature = 3;
const longestLigature = 8;

/**
 * Where a letter ends that shares its glyph with others (a ligature, a letter and its mark in two codes), to which PDFium
 * gives no width: where the next glyph of its text object begins, or the object ends.
 */
function endOf(
  { calls, memory }: Pdfium,
  text: number,
  index: number,
  count: number,
  scratch: number,
  { turn, size }: Style,
): number {
  const object = calls.FPDFText_GetTextObject(text, index);
  const [axis, sign] = [turn! % 2, turn === 0 || turn === 1 ? 1 : -1];
  const originOf = (at: number): number => {
    calls.FPDFText_GetCharOrigin(text, at, scratch, scratch + 8);
    return memory.HEAPF64[(scratch >> 3) + axis]!;
  };
  const from = originOf(index);
  let end = from;
  const last = Math.min(count, index + 1 + longestLigature);
  for (let next = index + 1; next < last && end === from; next += 1) {
    if (calls.FPDFText_GetTextObject(text, next) !== object) break;
    end = originOf(next);
  }
  if (end === from && calls.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 0)
    // left, bottom, right, top
    end = memory.HEAPF32[(scratch >> 2) + (sign > 0 ? 2 : 0) + axis]!;
  const width = (end - from) * sign;
  return width > 0 && width < widestLigature * size ? end : from;
}

function styleOf(
  pdfium: Pdfium,
  text: number,
  index: number,
  object: number,
  scratch: number,
  fonts: Map<number, FontLook>,
): Style {
  const { calls, memory } = pdfium;
  const fontSize = calls.FPDFText_GetFontSize(text, index);
  calls.FPDFText_GetMatrix(text, index, scratch);
  const at = scratch >> 2;
  const { HEAPF32 } = memory;
  const [a, b, c, d] = [HEAPF32[at]!, HEAPF32[at + 1]!, HEAPF32[at + 2]!, HEAPF32[at + 3]!];
  const scale = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const angle = Math.atan2(b, a) / (Math.PI / 2);
  const quarter = Math.round(angle);
  calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  const x = memory.HEAPF64[scratch >> 3]!;
  const y = memory.HEAPF64[(scratch >> 3) + 1]!;
  const font = object === 0 ? 0 : calls.FPDFTextObj_GetFont(object);
  let look = fonts.get(font);
  if (look === undefined) {
    look = lookOf(pdfium, font, scratch);
    fonts.set(font, look);
  }
  return {
    size: Math.round(fontSize * scale * 10) / 10,
    // Fill and stroke: how word processors make a bold face that the font lacks.
    bold: look.bold || (object !== 0 && calls.FPDFTextObj_GetTextRenderMode(object) === 2),
    italic: look.italic || Math.abs(a * c + b * d) > 0.15 * scale * scale,
    // A scan's text layer may lean a little, a watermark leans a lot: a tenth of a right angle parts them.
    font: look.name,
    turn: Math.abs(angle - quarter) < 0.1 ? (quarter + 4) % 4 : null,
    x,
    y,
  };
}

function lookOf({ calls, memory }: Pdfium, font: number, scratch: number): FontLook {
  if (font === 0) return { name: null, bold: false, italic: false };
  const length = Math.min(calls.FPDFFont_GetBaseFontName(font, scratch, 200), 200);
  const name = Buffer.from(memory.HEAPU8.subarray(scratch, scratch + Math.max(0, length - 1))).toString('utf8');
  const flags = calls.FPDFFont_GetFlags(font);
  return {
    name: name === '' ? null : name,
    bold: /bold|black|heavy/i.test(name) || (flags & (1 << 18)) !== 0,
    italic: /italic|oblique/i.test(name) || (flags & (1 << 6)) !== 0,
  };
}
