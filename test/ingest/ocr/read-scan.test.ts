import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import {
  jpegOf,
  officeScan,
  pdfOfPictures,
  picturesOf,
  rgbaOf,
  scanned,
  shareOfWords,
  wordsOf,
} from '../../../fixtures/scan.js';
import { extract } from '../../../src/extract/index.js';
import {
  chooseRecogniser,
  type RecogniserChoice,
  type RecognitionOptions,
  readDocument,
} from '../../../src/ingest/index.js';
import { type PageImage, turned } from '../../../src/ingest/ocr/page-image.js';
import type { SourceDocument } from '../../../src/model/index.js';

const machine = await chooseRecogniser();
if (machine.kind !== 'command') {
  if (process.env['CI']) throw new Error('no tesseract on this machine, and CI must test with it');
  console.warn('no tesseract on this machine: scans are read by tesseract.js, which takes longer');
}
const reading = (choice: RecogniserChoice = machine): RecognitionOptions => ({ mode: 'auto', pagesAtOnce: 2, choice });

const report = readFileSync(join(import.meta.dirname, '../../../fixtures/reports/07-bao-cao-thi-hanh-phap-luat.pdf'));
const typed = await readDocument({ bytes: report, name: 'bao-cao.pdf' });
const [firstPage] = await picturesOf(report, officeScan.dpi);
const scan = scanned(firstPage!, officeScan);
const scanPdf = pdfOfPictures([{ image: scan, jpeg: jpegOf(scan, officeScan.quality) }]);

const share = (read: SourceDocument): number => shareOfWords(typed, 1, wordsOf(read.text));
const numbersOf = (document: SourceDocument, page: number) =>
  extract(document)
    .citations.filter((citation) => citation.kind === 'numbered' && citation.page === page)
    .map(({ number }) => number);

const pngOf = (image: PageImage) => {
  const png = new PNG({ width: image.width, height: image.height });
  png.data = rgbaOf(image);
  return PNG.sync.write(png, { colorType: 0 });
};

/** A TIFF of uncompressed gray pages, at 200 dots an inch. */
function tiffOf(images: readonly PageImage[]): Buffer {
  const tags = (image: PageImage, data: number, resolution: number) =>
    [
      [256, 4, image.width],
      [257, 4, image.height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, data],
      [277, 3, 1],
      [278, 4, image.height],
      [279, 4, image.pixels.length],
      [282, 5, resolution],
      [296, 3, 2],
    ] as const;
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const directory = 2 + 11 * 12 + 4;
  const parts: Buffer[] = [head];
  let at = 8;
  for (const [index, image] of images.entries()) {
    const part = Buffer.alloc(directory + 8);
    const data = at + part.length;
    part.writeUInt16LE(11, 0);
    for (const [i, [tag, type, value]] of tags(image, data, at + directory).entries()) {
      part.writeUInt16LE(tag, 2 + i * 12);
      part.writeUInt16LE(type, 4 + i * 12);
      part.writeUInt32LE(1, 6 + i * 12);
      part.writeUInt32LE(value, 10 + i * 12);
    }
    const next = data + image.pixels.length;
    part.writeUInt32LE(index === images.length - 1 ? 0 : next, directory - 4);
    part.writeUInt32LE(200, directory);
    part.writeUInt32LE(1, directory + 4);
    parts.push(part, Buffer.from(image.pixels));
    at = next;
  }
  return Buffer.concat(parts);
}

describe('a scanned report', () => {
  it('is read with its words, their boxes and their certainty', { timeout: 120_000 }, async () => {
    const read = await readDocument({ bytes: scanPdf, name: 'quet.pdf', recognition: reading() });
    expect(share(read)).toBeGreaterThan(0.97);
    // In the same order: notes stand behind the block of their mark.
    expect(numbersOf(read, 1)).toEqual(numbersOf(typed, 1));
    expect(numbersOf(read, 1).length).toBeGreaterThan(2);
    const marks = ({ notes, text }: SourceDocument) =>
      notes.map(({ mark, anchor }) => [mark, anchor && text.slice(anchor.start - 4, anchor.end)]);
    expect(marks(read)).toEqual(marks(typed));
    expect(marks(read).length).toBe(2);
    const { recognition } = read.pages[0]!;
    expect(recognition!.by).toMatch(/^tesseract/);
    expect(recognition!.confidence).toBeGreaterThan(0.85);
    expect(recognition!.words.length).toBeGreaterThan(0.95 * read.text.split(/\s+/u).length);
    for (const [start, end, , left, top, width, height] of recognition!.words) {
      expect(read.text.slice(start, end)).toMatch(/^\S+$/u);
      expect(left + width).toBeLessThanOrEqual(600);
      expect(top + height).toBeLessThanOrEqual(850);
    }
    expect(read.warnings.map(({ code, page }) => [code, page])).toEqual([['ocr/recognised', 1]]);
  });

  it('is read without any program on the machine', { timeout: 180_000 }, async () => {
    const read = await readDocument({
      bytes: scanPdf,
      name: 'quet.pdf',
      recognition: reading({ kind: 'wasm', version: '7' }),
    });
    expect(share(read)).toBeGreaterThan(0.97);
    expect(read.pages[0]!.recognition!.by).toBe('tesseract.js 7');
  });

  it.each([1, 2, 3])('is read when it lay turned by %s quarters', { timeout: 180_000 }, async (quarters) => {
    const lying = turned(scan, quarters);
    const bytes = pdfOfPictures([{ image: lying, jpeg: jpegOf(lying, 75) }]);
    const read = await readDocument({ bytes, name: 'quet.pdf', recognition: reading() });
    expect(share(read)).toBeGreaterThan(0.95);
  });

  it('is read as a PNG, a JPEG and a TIFF of two pages', { timeout: 240_000 }, async () => {
    const png = await readDocument({ bytes: pngOf(scan), name: 'quet.png', recognition: reading() });
    expect([png.mediaType, png.pageCount]).toEqual(['image/png', 1]);
    expect(share(png)).toBeGreaterThan(0.97);
    const jpeg = await readDocument({ bytes: jpegOf(scan, 80), name: 'quet.dat', recognition: reading() });
    expect(jpeg.mediaType).toBe('image/jpeg');
    expect(share(jpeg)).toBeGreaterThan(0.97);

    const tiff = tiffOf([scan, scan]);
    const pages = await readDocument({ bytes: tiff, name: 'quet.tif', recognition: reading() });
    expect([pages.mediaType, pages.pageCount]).toEqual(['image/tiff', 2]);
    expect(pages.pages.map(({ recognition }) => recognition !== undefined)).toEqual([true, true]);
  });

  it('is read with the cells of its ruled tables', { timeout: 120_000 }, async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../../../fixtures/tables/made.pdf'));
    const [, , third] = await picturesOf(bytes, officeScan.dpi);
    const image = scanned(third!, officeScan);
    const pdf = pdfOfPictures([{ image, jpeg: jpegOf(image, officeScan.quality) }]);
    const read = await readDocument({ bytes: pdf, name: 'bang.pdf', recognition: reading() });
    const printed = await readDocument({ bytes, name: 'bang.pdf' });
    const cellsOf = ({ tables, blocks, text }: SourceDocument, table: number) =>
      tables[table]!.cells.map(({ row, column, rowSpan, columnSpan, blocks: own }) => {
        const words = own.map((at) => text.slice(blocks[at]!.span.start, blocks[at]!.span.end));
        return `${row} ${column} ${rowSpan} ${columnSpan} ${words.join(' ')}`;
      });
    // The page begins with the end of a table; two tables stand on it whole.
    for (const [there, here] of [
      [2, 1],
      [3, 2],
    ] as const) {
      const [right, found] = [cellsOf(printed, there), new Set(cellsOf(read, here))];
      expect(right.filter((cell) => found.has(cell)).length / right.length).toBeGreaterThan(0.9);
    }
  });

  it('is read with its signer under a seal and a signature', { timeout: 120_000 }, async () => {
    const data = rgbaOf(scan);
    const paint = (x: number, y: number, colour: readonly number[]) => {
      const at = (Math.round(y) * scan.width + Math.round(x)) * 4;
      for (const [place, value] of colour.entries()) data[at + place] = Math.min(data[at + place]!, value);
    };
    const [middleX, middleY, radius] = [1070, 1830, 142];
    for (let y = -radius; y <= radius; y += 1)
      for (let x = -radius; x <= radius; x += 1) {
        const far = Math.hypot(x, y) / radius;
        const letters = far > 0.68 && far < 0.84 && Math.floor(Math.atan2(y, x) * 14) % 2 === 0;
        if ((far > 0.95 && far <= 1) || (far > 0.57 && far < 0.59) || letters || far < 0.2)
          paint(middleX + x, middleY + y, [208, 40, 56]);
      }
    for (let step = 0; step < 4000; step += 1) {
      const [x, y] = [1050 + step / 13, 1850 + 60 * Math.sin(step / 130)];
      for (let wide = -2; wide <= 2; wide += 1) paint(x, y + wide, [34, 56, 168]);
    }
    const jpeg = encode({ data, width: scan.width, height: scan.height }, 80).data;
    const pdf = pdfOfPictures([{ image: scan, jpeg }]);
    const { header } = extract(await readDocument({ bytes: pdf, name: 'dau.pdf', recognition: reading() }));
    expect(header.signers).toEqual([{ name: 'Huỳnh Tấn Phát', position: 'Giám đốc', authority: null }]);
    expect([header.number, header.date]).toEqual(['245/BC-STP', '2023-11-30']);
  });

  it('keeps the text of typed pages and reads only those that are pictures', { timeout: 120_000 }, async () => {
    const typedAgain = await readDocument({ bytes: report, name: 'bao-cao.pdf', recognition: reading() });
    expect(typedAgain).toEqual(typed);
  });
});

describe('what is no readable picture', () => {
  const codeOf = async (bytes: Uint8Array, recognition?: RecognitionOptions) =>
    readDocument({ bytes, name: 'tep', ...(recognition === undefined ? {} : { recognition }) }).then(
      () => 'read',
      (error: { code?: string; name: string }) => error.code ?? error.name,
    );
  const png = pngOf(scan);

  it('says that recognition is off', async () => {
    expect(await codeOf(scanPdf)).toBe('no-text');
    expect(await codeOf(png)).toBe('no-text');
  });

  it('is put off when asked', async () => {
    const recognition = { ...reading(), postpone: true };
    await expect(readDocument({ bytes: scanPdf, name: 'quet.pdf', recognition })).rejects.toMatchObject({
      name: 'RecognitionNeeded',
      pages: 1,
    });
    expect(await codeOf(png, recognition)).toBe('RecognitionNeeded');
    await expect(readDocument({ bytes: report, name: 'bao-cao.pdf', recognition })).resolves.toEqual(typed);
  });

  it('ends by its name: blank, cut short, empty, monstrous', { timeout: 60_000 }, async () => {
    const blank = { ...scan, width: 400, height: 500, pixels: new Uint8Array(200_000).fill(255) };
    expect(await codeOf(pngOf(blank), reading())).toBe('no-text');
    expect(await codeOf(png.subarray(0, 20), reading())).toBe('corrupt');
    expect(await codeOf(png.subarray(0, png.length / 2), reading())).toBe('corrupt');
    expect(await codeOf(Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1'), reading())).toBe('corrupt');
    expect(await codeOf(Buffer.from('\xff\xd8\xff\xe0 not a picture', 'latin1'), reading())).toBe('corrupt');
    const monster = Buffer.from(png);
    monster.writeUInt32BE(200_000, 16);
    monster.writeUInt32BE(200_000, 20);
    expect(await codeOf(monster, reading())).toBe('too-large');
  });
});
