/** A picture in colours: four bytes a pixel, of which red, green and blue stand at these places. */
export interface ColourImage {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly bytes: Uint8Array;
  /** bytes from one row to the next */
  readonly stride: number;
  readonly red: 0 | 2;
}

interface Disc {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Seals of offices are round, 30 to 42 mm across, of the Party and of associations too; scanned ones lose their rim or
 * gain a shadow.
 *
 * @source Circular 07/2010/TT-BCA on the sizes of seals
 */
const seal = { least: 26, most: 48 } as const;
const roundest = 1.25;
const mm = 25.4;
/** Side of the squares in which red is counted. */
const squareMm = 2;
const redShare = 0.06;

/** Red ink, also where it is pale; brown paper and skin are none. */
const isRed = (red: number, green: number, blue: number): boolean => red > 110 && red - green > 45 && red - blue > 35;

/**
 * The picture in grays (ITU-R BT.601), without the ink of round red seals: it lies over the signer's name, and is read
 * into it. Black under the ink stays, and so does red that is no seal: stamps of secrecy and haste, which are oblong,
 * and headings.
 */
export function graysWithoutSeals(image: ColourImage): Uint8Array {
  const { width, height, bytes, stride, red } = image;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0, at = y * stride; x < width; x += 1, at += 4)
      pixels[y * width + x] = Math.round(
        0.299 * bytes[at + red]! + 0.587 * bytes[at + 1]! + 0.114 * bytes[at + 2 - red]!,
      );
  takeOffSeals(pixels, image);
  return pixels;
}

/** A signature runs out of the seal that lies over its beginning: so far, in widths of the seal. */
const signature = { left: 0.4, right: 1.6, above: 0.2, below: 0.3 } as const;

/**
 * Takes the ink of round red seals off the grays of a picture, in place, and that of the blue signatures beside them, which
 * run through the signer's name. Elsewhere blue ink stays: numbers and days are written in it.
 */
export function takeOffSeals(grays: Uint8Array, image: ColourImage): void {
  const { width, height, bytes, stride, red } = image;
  const wipe = ({ left, top, right, bottom }: Disc, wiped: (r: number, g: number, b: number) => number | null) => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, bottom); y += 1)
      for (let x = Math.max(0, Math.round(left)); x < Math.min(width, right); x += 1) {
        const at = y * stride + x * 4;
        const gray = wiped(bytes[at + red]!, bytes[at + 1]!, bytes[at + 2 - red]!);
        if (gray !== null) grays[y * width + x] = gray;
      }
  };
  for (const seal of findSeals(image)) {
    // Seen through a red glass, red ink is as light as paper, and black is black.
    wipe(seal, (r, g, b) => (r - Math.max(g, b) > 20 ? (r > 110 ? 255 : r) : null));
    const side = seal.right - seal.left;
    const around = {
      left: seal.left - signature.left * side,
      right: seal.right + signature.right * side,
      top: seal.top - signature.above * side,
      bottom: seal.bottom + signature.below * side,
    };
    wipe(around, (r, _, b) => (b - r > 35 ? (b > 90 ? 255 : b) : null));
  }
}

/** The boxes of round red seals. */
export function findSeals({ width, height, dpi, bytes, stride, red }: ColourImage): Disc[] {
  const side = Math.max(2, Math.round((squareMm / mm) * dpi));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const counts = new Uint16Array(columns * rows);
  // Every second pixel of every second row tells enough.
  for (let y = 0; y < height; y += 2)
    for (let x = 0, at = y * stride; x < width; x += 2, at += 8)
      if (isRed(bytes[at + red]!, bytes[at + 1]!, bytes[at + 2 - red]!))
        counts[Math.floor(y / side) * columns + Math.floor(x / side)]! += 1;
  const least = (redShare * side * side) / 4;
  const inked = (column: number, row: number): boolean => counts[row * columns + column]! >= least;

  const seen = new Uint8Array(counts.length);
  const seals: Disc[] = [];
  for (let start = 0; start < counts.length; start += 1) {
    if (seen[start] === 1 || counts[start]! < least) continue;
    const own = [start];
    seen[start] = 1;
    let [first, last, top, bottom] = [columns, 0, rows, 0];
    for (let next = 0; next < own.length; next += 1) {
      const [column, row] = [own[next]! % columns, Math.floor(own[next]! / columns)];
      [first, last, top, bottom] = [
        Math.min(first, column),
        Math.max(last, column),
        Math.min(top, row),
        Math.max(bottom, row),
      ];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
          if (seen[y * columns + x] === 1 || !inked(x, y)) continue;
          seen[y * columns + x] = 1;
          own.push(y * columns + x);
        }
    }
    const [wide, high] = [last - first + 1, bottom - top + 1];
    const size = [wide, high].map((squares) => squares * squareMm);
    if (Math.max(...size) > seal.most || Math.min(...size) < seal.least) continue;
    if (Math.max(wide / high, high / wide) > roundest) continue;
    const corner = Math.round(wide / 8);
    const empty = [
      [first, top],
      [last - corner + 1, top],
      [first, bottom - corner + 1],
      [last - corner + 1, bottom - corner + 1],
    ].filter(([x, y]) => {
      for (let row = y!; row < y! + corner; row += 1)
        for (let column = x!; column < x! + corner; column += 1) if (inked(column, row)) return false;
      return true;
    });
    // A signature may run out of the seal, through one corner of its box.
    if (empty.length < 3) continue;
    seals.push({
      left: Math.max(0, (first - 1) * side),
      top: Math.max(0, (top - 1) * side),
      right: Math.min(width, (last + 2) * side),
      bottom: Math.min(height, (bottom + 2) * side),
    });
  }
  return seals;
}
