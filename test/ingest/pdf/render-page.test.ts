import { describe, expect, it } from 'vitest';
import { withPdf } from '../../../src/ingest/pdf/open-pdf.js';
import { renderPage } from '../../../src/ingest/pdf/render-page.js';
import { defaultLimits } from '../../../src/ingest/reader.js';

/** A page with these drawing operators, A4. */
function pageOf(content: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  return Buffer.from(
    `%PDF-1.4\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer << /Root 1 0 R >>`,
  );
}

/** A ring around (300, 400), which is 34 mm across, and a bar through it. */
const ring = (colour: string) => {
  const [radius, k] = [48, 26.5];
  const at = (x: number, y: number) => `${300 + x} ${400 + y}`;
  return `${colour} 5 w ${at(radius, 0)} m ${at(radius, k)} ${at(k, radius)} ${at(0, radius)} c ${at(-k, radius)} ${at(-radius, k)} ${at(-radius, 0)} c ${at(-radius, -k)} ${at(-k, -radius)} ${at(0, -radius)} c ${at(k, -radius)} ${at(radius, -k)} ${at(radius, 0)} c S`;
};
const bar = '0 0 0 rg 230 395 140 8 re f';

/** Pixels that are not paper, by where they stand. */
async function ink(content: string) {
  const bytes = pageOf(content);
  const drawn = await withPdf({ bytes, name: 'a.pdf', limits: defaultLimits }, (pdfium, document) =>
    renderPage(pdfium, document, 0, 150),
  );
  const { width, pixels } = drawn!.result!;
  const dark = (x: number, y: number) =>
    pixels[Math.round(((842 - y) / 72) * 150) * width + Math.round((x / 72) * 150)]!;
  return { rim: dark(300, 448) < 200, bar: dark(240, 399) < 100 };
}

describe('the picture of a page', () => {
  it('has what is printed, and not the red seal over it', async () => {
    expect(await ink(`${bar} ${ring('0.9 0.1 0.1 RG')}`)).toEqual({ rim: false, bar: true });
  });
  it('keeps rings in black, and red that is no seal', async () => {
    expect(await ink(`${bar} ${ring('0 0 0 RG')}`)).toEqual({ rim: true, bar: true });
    expect(await ink(`${bar} 0.9 0.1 0.1 rg 200 440 300 16 re f`)).toEqual({ rim: true, bar: true });
  });
});
