import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import { PipelineError } from '../../model/index.js';
import type { PageImage } from '../ocr/page-image.js';
import { graysWithoutSeals } from '../ocr/without-seals.js';
import type { ReaderInput } from '../reader.js';
import type { PictureKind } from './picture-kind.js';

/** An A0 plan at 200 dots an inch has 62 million. */
const mostPixels = 100_000_000;
/** Of a JPEG's decoder, in MB. */
const mostMemory = 1024;
/** The short side of a sheet of A4, in inches: what a page without a believable resolution is taken for. */
const sheetWidth = 8.27;
/** A camera writes 72, whatever it took. */
const believable = { least: 100, most: 1200 };

/**
 * The pages of a picture file, in grays: one of a PNG or a JPEG, as many as a TIFF has. They are made one by one, as
 * they are asked for.
 *
 * @throws PipelineError `corrupt`, `too-large`, `too-many-pages`
 */
export function decodePicture(
  input: Pick<ReaderInput, 'bytes' | 'name' | 'limits'>,
  kind: PictureKind,
): { readonly pages: number; readonly page: (index: number) => PageImage } {
  try {
    switch (kind) {
      case 'png':
        return { pages: 1, page: guarded(input, () => decodePng(input)) };
      case 'jpeg':
        return { pages: 1, page: guarded(input, () => decodeJpeg(input)) };
      case 'tiff':
        return decodeTiff(input);
    }
  } catch (cause) {
    throw refusal(input, cause);
  }
}

const guarded =
  (input: Pick<ReaderInput, 'name'>, decode: (index: number) => PageImage) =>
  (index: number): PageImage => {
    try {
      return decode(index);
    } catch (cause) {
      throw refusal(input, cause);
    }
  };

function refusal({ name }: Pick<ReaderInput, 'name'>, cause: unknown): PipelineError {
  if (cause instanceof PipelineError) return cause;
  return /maxMemory|maxResolution/u.test(String(cause))
    ? new PipelineError('too-large', `${name} is too large a picture`, { cause })
    : new PipelineError('corrupt', `${name} is a damaged picture`, { cause });
}

function checkSize(name: string, width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new PipelineError('corrupt', `${name} is a picture without pixels`);
  if (width * height > mostPixels)
    throw new PipelineError('too-large', `${name} has ${width} × ${height} pixels, more than ${mostPixels}`);
}

/** Red, green, blue and cover of each pixel, laid on white paper and seen in grays, without red seals. */
function grays(rgba: Uint8Array, width: number, height: number, dpi: number): PageImage {
  for (let at = 0; at < width * height * 4; at += 4) {
    const cover = rgba[at + 3]! / 255;
    if (cover < 1)
      for (let colour = at; colour < at + 3; colour += 1)
        rgba[colour] = Math.round(rgba[colour]! * cover + 255 * (1 - cover));
  }
  const pixels = graysWithoutSeals({ width, height, dpi, bytes: rgba, stride: width * 4, red: 0 });
  return { width, height, dpi, pixels };
}

function resolution(stated: number, width: number, height: number): number {
  if (stated >= believable.least && stated <= believable.most) return Math.round(stated);
  return Math.round(Math.max(72, Math.min(believable.most, Math.min(width, height) / sheetWidth)));
}

function decodePng({ bytes, name }: Pick<ReaderInput, 'bytes' | 'name'>): PageImage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 33) throw new PipelineError('corrupt', `${name} is cut short`);
  checkSize(name, buffer.readUInt32BE(16), buffer.readUInt32BE(20));
  const { width, height, data } = PNG.sync.read(buffer);
  // pHYs: pixels a metre.
  const chunk = buffer.indexOf('pHYs', 8, 'latin1');
  const stated =
    chunk > 0 && chunk + 13 <= buffer.length && buffer[chunk + 12] === 1 ? buffer.readUInt32BE(chunk + 4) : 0;
  return grays(data, width, height, resolution(stated * 0.0254, width, height));
}

function decodeJpeg({ bytes, name }: Pick<ReaderInput, 'bytes' | 'name'>): PageImage {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    tolerantDecoding: true,
    maxResolutionInMP: mostPixels / 1e6,
    maxMemoryUsageInMB: mostMemory,
  });
  checkSize(name, width, height);
  // JFIF: unit (1 an inch, 2 a centimetre) and density across.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jfif = buffer.subarray(0, 64).indexOf('JFIF\0', 0, 'latin1');
  const unit = jfif > 0 ? buffer[jfif + 7] : 0;
  const density = jfif > 0 ? buffer.readUInt16BE(jfif + 8) : 0;
  const stated = unit === 1 ? density : unit === 2 ? density * 2.54 : 0;
  return grays(data, width, height, resolution(stated, width, height));
}

function decodeTiff(input: Pick<ReaderInput, 'bytes' | 'name' | 'limits'>) {
  const { bytes, name, limits } = input;
  checkDirectories(input);
  const buffer = bytes.slice().buffer;
  const frames = UTIF.decode(buffer).filter(({ t256, t257 }) => t256 !== undefined && t257 !== undefined);
  if (frames.length === 0) throw new PipelineError('corrupt', `${name} is a TIFF without pages`);
  if (frames.length > limits.maxPages)
    throw new PipelineError('too-many-pages', `${name} has ${frames.length} pages, more than ${limits.maxPages}`);
  const first = (value: unknown): number => (Array.isArray(value) ? Number(value[0]) : 0);
  const page = guarded(input, (index) => {
    const frame = frames[index]!;
    checkSize(name, first(frame['t256']), first(frame['t257']));
    UTIF.decodeImage(buffer, frame);
    const { width, height } = frame;
    checkSize(name, width, height);
    const rgba = UTIF.toRGBA8(frame);
    // Only this page's pixels are kept, and only by whoever asked for them.
    frame.data = new Uint8Array(0);
    const stated = first(frame['t282']) * (first(frame['t296']) === 3 ? 2.54 : 1);
    return grays(rgba, width, height, resolution(stated, width, height));
  });
  return { pages: frames.length, page };
}

/** Bytes of one value, by its type (TIFF 6.0, section 2). */
const typeSizes = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/**
 * Follows the chain of a TIFF's directories, which its decoder follows without end when it bites its tail, and looks
 * whether they list more values than the file has bytes.
 *
 * @throws PipelineError `corrupt`, `too-many-pages`
 */
function checkDirectories({ bytes, name, limits }: Pick<ReaderInput, 'bytes' | 'name' | 'limits'>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const damaged = (what: string) => new PipelineError('corrupt', `${name} is a damaged picture: ${what}`);
  const seen = new Set<number>();
  let at = view.byteLength < 8 ? 0 : view.getUint32(4, little);
  while (at !== 0) {
    if (seen.has(at)) throw damaged('its pages come round in a circle');
    seen.add(at);
    if (seen.size > limits.maxPages)
      throw new PipelineError('too-many-pages', `${name} has more than ${limits.maxPages} pages`);
    if (at + 2 > view.byteLength) return;
    const entries = view.getUint16(at, little);
    const end = at + 2 + entries * 12;
    if (end > view.byteLength) throw damaged('a page is cut short');
    for (let entry = at + 2; entry < end; entry += 12) {
      const count = view.getUint32(entry + 4, little);
      if (count * (typeSizes[view.getUint16(entry + 2, little)] ?? 1) > view.byteLength)
        throw damaged('it lists more than it holds');
    }
    if (end + 4 > view.byteLength) return;
    at = view.getUint32(end, little);
  }
}
