import type { PageImage } from './page-image.js';

/** What lies above one another of one letter: its stem with its dot or tone; in pixels, right and bottom excluded. */
export interface InkShape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const widthOf = ({ left, right }: InkShape): number => right - left;

/**
 * The letters of a strip of a line, from left to right, as far as they do not touch: strokes that hang together, with
 * what stands over them. What comes in from above or below the strip is no letter of this line.
 *
 * @param ink gray up to which a pixel is ink
 * @param least pixels; less is grain
 */
export function inkShapes(image: PageImage, strip: InkShape, ink: number, least: number): InkShape[] {
  const left = Math.max(0, Math.floor(strip.left));
  const top = Math.max(0, Math.floor(strip.top));
  const width = Math.min(image.width, Math.ceil(strip.right)) - left;
  const height = Math.min(image.height, Math.ceil(strip.bottom)) - top;
  if (width <= 0 || height <= 0) return [];
  const seen = new Uint8Array(width * height);
  const isInk = (x: number, y: number) => image.pixels[(top + y) * image.width + left + x]! <= ink;
  const strokes: InkShape[] = [];
  for (let x = 0; x < width; x += 1)
    for (let y = 0; y < height; y += 1) {
      if (seen[y * width + x] === 1 || !isInk(x, y)) continue;
      seen[y * width + x] = 1;
      const open: [x: number, y: number][] = [[x, y]];
      let [right, upper, lower, size] = [x, y, y, 0];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [atX, atY] = next;
        size += 1;
        right = Math.max(right, atX);
        upper = Math.min(upper, atY);
        lower = Math.max(lower, atY);
        for (let nearY = Math.max(0, atY - 1); nearY <= Math.min(height - 1, atY + 1); nearY += 1)
          for (let nearX = Math.max(0, atX - 1); nearX <= Math.min(width - 1, atX + 1); nearX += 1) {
            if (seen[nearY * width + nearX] === 1 || !isInk(nearX, nearY)) continue;
            seen[nearY * width + nearX] = 1;
            open.push([nearX, nearY]);
          }
      }
      // The first column of a stroke is the one where it was met.
      if (size >= least && upper > 0 && lower < height - 1)
        strokes.push({ left: left + x, top: top + upper, right: left + right + 1, bottom: top + lower + 1 });
    }
  return stacked(strokes);
}

/** Strokes that stand mostly over one another are one letter. */
function stacked(strokes: readonly InkShape[]): InkShape[] {
  const shapes: InkShape[] = [];
  for (const stroke of strokes) {
    const last = shapes.at(-1);
    const shared = last === undefined ? 0 : Math.min(last.right, stroke.right) - Math.max(last.left, stroke.left);
    if (last === undefined || shared <= 0.4 * Math.min(widthOf(last), widthOf(stroke))) shapes.push(stroke);
    else
      shapes[shapes.length - 1] = {
        left: Math.min(last.left, stroke.left),
        top: Math.min(last.top, stroke.top),
        right: Math.max(last.right, stroke.right),
        bottom: Math.max(last.bottom, stroke.bottom),
      };
  }
  return shapes;
}
