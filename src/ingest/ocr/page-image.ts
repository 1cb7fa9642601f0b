/** A page as a picture: one byte a pixel, row by row from the top; 0 is black, 255 white. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** pixels an inch */
  readonly dpi: number;
  readonly pixels: Uint8Array;
}

const white = 255;

/** The picture as a portable graymap (PGM, binary), which needs no compression and which every reader takes. */
export function toPgm({ width, height, pixels }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}

/** Turned by quarters, clockwise. */
export function turned(image: PageImage, quarters: number): PageImage {
  const { width, height, pixels, dpi } = image;
  switch (((quarters % 4) + 4) % 4) {
    case 1: {
      const out = new Uint8Array(pixels.length);
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) out[x * height + (height - 1 - y)] = pixels[y * width + x]!;
      return { width: height, height: width, dpi, pixels: out };
    }
    case 2:
      return { ...image, pixels: pixels.slice().reverse() };
    case 3: {
      const out = new Uint8Array(pixels.length);
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) out[(width - 1 - x) * height + y] = pixels[y * width + x]!;
      return { width: height, height: width, dpi, pixels: out };
    }
    default:
      return image;
  }
}

/**
 * The gray that best parts ink from paper: the threshold with the largest variance between the two classes.
 *
 * @source N. Otsu, A Threshold Selection Method from Gray-Level Histograms, IEEE Trans. SMC 9 (1979)
 */
export function inkThreshold(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i += 1) counts[pixels[i]!]! += 1;
  let sum = 0;
  for (let gray = 0; gray < 256; gray += 1) sum += gray * counts[gray]!;
  let below = 0;
  let sumBelow = 0;
  let best = 127;
  let most = -1;
  for (let gray = 0; gray < 255; gray += 1) {
    below += counts[gray]!;
    if (below === 0) continue;
    const above = pixels.length - below;
    if (above === 0) break;
    sumBelow += gray * counts[gray]!;
    const distance = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * distance * distance;
    if (between > most) {
      most = between;
      best = gray;
    }
  }
  return best;
}

/** So much darker than its paper, in grays, is the palest print; the grain of paper is not. */
const palestPrint = 55;
/** Pixels of the smallest letter at 300 dots an inch. */
const smallestLetter = 120;

/** The commonest gray. */
export function paperOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i += 1) counts[pixels[i]!]! += 1;
  return counts.indexOf(Math.max(...counts));
}

/** Whether there is nothing on a page but paper and its grain, among which a reader would look for letters for a minute. */
export function isBlank({ pixels, dpi }: PageImage): boolean {
  const darkest = paperOf(pixels) - palestPrint;
  let least = smallestLetter * (dpi / 300) ** 2;
  for (let i = 0; i < pixels.length && least >= 0; i += 1) if (pixels[i]! <= darkest) least -= 1;
  return least >= 0;
}

/** The picture made smaller by a whole factor: each pixel the mean of its square. */
export function reduced(image: PageImage, factor: number): PageImage {
  if (factor <= 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const pixels = new Uint8Array(width * height);
  const area = factor * factor;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy += 1) {
        const row = (y * factor + dy) * image.width + x * factor;
        for (let dx = 0; dx < factor; dx += 1) sum += image.pixels[row + dx]!;
      }
      pixels[y * width + x] = sum / area;
    }
  return { width, height, dpi: image.dpi / factor, pixels };
}

/** Rotated about its middle by a small angle, in radians, clockwise positive; what comes in from outside is white. */
export function rotated(image: PageImage, angle: number): PageImage {
  const { width, height, pixels } = image;
  const out = new Uint8Array(pixels.length).fill(white);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y += 1) {
    let fromX = middleX - middleX * cos + (y - middleY) * sin;
    let fromY = middleY + middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x += 1, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [shareX, shareY] = [fromX - left, fromY - top];
      const at = top * width + left;
      const upper = pixels[at]! * (1 - shareX) + pixels[at + 1]! * shareX;
      const lower = pixels[at + width]! * (1 - shareX) + pixels[at + width + 1]! * shareX;
      out[y * width + x] = upper * (1 - shareY) + lower * shareY;
    }
  }
  return { ...image, pixels: out };
}

/** Made larger or smaller, about as a scanner of the other resolution would have taken it. */
export function scaled(image: PageImage, factor: number): PageImage {
  // Going down, whole squares are averaged first, so that no thin stroke is stepped over.
  const from = reduced(image, Math.floor(1 / factor));
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const [stepX, stepY] = [from.width / width, from.height / height];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const fromY = Math.max(0, Math.min(from.height - 1, (y + 0.5) * stepY - 0.5));
    const top = Math.floor(fromY);
    const below = Math.min(from.height - 1, top + 1);
    const shareY = fromY - top;
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.max(0, Math.min(from.width - 1, (x + 0.5) * stepX - 0.5));
      const left = Math.floor(fromX);
      const right = Math.min(from.width - 1, left + 1);
      const shareX = fromX - left;
      const upper =
        from.pixels[top * from.width + left]! * (1 - shareX) + from.pixels[top * from.width + right]! * shareX;
      const lower =
        from.pixels[below * from.width + left]! * (1 - shareX) + from.pixels[below * from.width + right]! * shareX;
      pixels[y * width + x] = upper * (1 - shareY) + lower * shareY;
    }
  }
  return { width, height, dpi: Math.round(image.dpi * factor), pixels };
}
