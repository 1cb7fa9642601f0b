import type { Rule } from './page-geometry.js';
import type { Pdfium } from './pdfium.js';

/** A rule of a table is at most this thick, in points; Word's thickest border is 6, the usual one 0.5. */
const thickest = 3;
/** Shorter strokes are parts of letters, ticks and drawings. */
const shortest = 4;
/** Points of paths read a page; a map may have millions. */
const mostPoints = 40_000;

const objectType = { path: 2, image: 3, form: 5 } as const;
const segmentType = { line: 0, bezier: 1, move: 2 } as const;

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];
const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Finds the straight rules that a page draws, as strokes or as thin filled boxes, and how much of it is pictures. */
export function readRules(
  pdfium: Pdfium,
  page: number,
  scratch: number,
  acrossOf: (x: number, y: number) => number,
  downOf: (x: number, y: number) => number,
  area: number,
): { readonly rules: Rule[]; readonly pictured: number; readonly cut: boolean } {
  const { calls, memory } = pdfium;
  const rules: Rule[] = [];
  let pictured = 0;
  let points = 0;
  const at = scratch >> 2;

  const place = (x: number, y: number, m: Matrix) => {
    const [pageX, pageY] = [x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]];
    return [acrossOf(pageX, pageY), downOf(pageX, pageY)] as const;
  };
  const addStroke = (x1: number, y1: number, x2: number, y2: number, matrix: Matrix) => {
    const [ax, ay] = place(x1, y1, matrix);
    const [bx, by] = place(x2, y2, matrix);
    const box = { left: Math.min(ax, bx), right: Math.max(ax, bx), top: Math.min(ay, by), bottom: Math.max(ay, by) };
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (height <= thickest && width >= shortest && width > height * 2) rules.push({ ...box, direction: 'horizontal' });
    else if (width <= thickest && height >= shortest && height > width * 2)
      rules.push({ ...box, direction: 'vertical' });
  };

  const matrixOf = (object: number): Matrix => {
    if (calls.FPDFPageObj_GetMatrix(object, scratch) === 0) return identity;
    const { HEAPF32 } = memory;
    return [HEAPF32[at]!, HEAPF32[at + 1]!, HEAPF32[at + 2]!, HEAPF32[at + 3]!, HEAPF32[at + 4]!, HEAPF32[at + 5]!];
  };

  const readPath = (path: number, outer: Matrix) => {
    const count = calls.FPDFPath_CountSegments(path);
    if (count < 2) return;
    const matrix = multiply(matrixOf(path), outer);
    calls.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
    const stroked = memory.HEAPU8[scratch + 4] !== 0;
    const filled = memory.HEAPU8[scratch] !== 0;
    if (!stroked && !filled) return; // a clipping path
    let shape: [number, number][] = [];
    let curved = false;
    const close = () => {
      if (shape.length > 1 && !curved) {
        const xs = shape.map(([x]) => x);
        const ys = shape.map(([, y]) => y);
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
        const scale = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]));
        if (Math.min(right - left, top - bottom) * scale <= thickest) addStroke(left, bottom, right, top, matrix);
        else if (stroked) for (let i = 1; i < shape.length; i += 1) addStroke(...shape[i - 1]!, ...shape[i]!, matrix);
      }
      shape = [];
      curved = false;
    };
    for (let i = 0; i < count && points < mostPoints; i += 1, points += 1) {
      const segment = calls.FPDFPath_GetPathSegment(path, i);
      const type = calls.FPDFPathSegment_GetType(segment);
      if (calls.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
      const point: [number, number] = [memory.HEAPF32[at]!, memory.HEAPF32[at + 1]!];
      if (type === segmentType.move) close();
      if (type === segmentType.bezier) curved = true;
      shape.push(point);
      if (calls.FPDFPathSegment_GetClose(segment) !== 0 && shape.length > 2) {
        shape.push(shape[0]!);
        close();
      }
    }
    close();
  };

  const visit = (object: number, outer: Matrix, depth: number) => {
    switch (calls.FPDFPageObj_GetType(object)) {
      case objectType.path:
        readPath(object, outer);
        break;
      case objectType.image: {
        // An image is the unit square, transformed.
        const m = multiply(matrixOf(object), outer);
        pictured += Math.abs(m[0] * m[3] - m[1] * m[2]) / Math.max(1, area);
        break;
      }
      case objectType.form: {
        if (depth >= 4) break;
        const matrix = multiply(matrixOf(object), outer);
        const count = calls.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count && points < mostPoints; i += 1, points += 1)
          visit(calls.FPDFFormObj_GetObject(object, i), matrix, depth + 1);
      }
    }
  };

  const count = calls.FPDFPage_CountObjects(page);
  for (let i = 0; i < count && points < mostPoints; i += 1) visit(calls.FPDFPage_GetObject(page, i), identity, 0);
  return { rules, pictured: Math.min(1, pictured), cut: points >= mostPoints };
}
