import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { withBelievableCounts } from '../../../src/ingest/pdf/believable-counts.js';
import { processTime } from '../../process-time.js';

/** A PDF with a line of text whose cross-references are a stream of rows of this width, and this dictionary. */
function pdfWith(dictionary: string, rows: readonly (readonly [type: number, offset: number])[] | null = null): Buffer {
  const content = 'BT /F 12 Tf 72 700 Td (Bao cao so 12/BC-UBND) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = rows ?? [
    [0, 0] as const,
    ...offsets.map((offset) => [1, offset] as const),
    [1, body.length] as const,
  ];
  const table = entries.map(([type, offset]) => String.fromCharCode(type, offset >> 8, offset & 255)).join('');
  return Buffer.from(
    `${body}6 0 obj\n<< /Type /XRef ${dictionary} /W [1 2 0] /Root 1 0 R /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

describe('a PDF whose table claims more objects than it can hold', () => {
  it.each([
    ['by its size', '/Size 2147483647'],
    ['by a size that no number holds', '/Size 99999999999999999999'],
    ['by its sections', '/Size 7 /Index [0 2147483647]'],
    ['by a section behind a true one', '/Size 7 /Index [0 7 7 2147483640]'],
  ])('%s is read all the same, and soon', async (_, dictionary) => {
    const began = processTime();
    const { text } = await readDocument({ bytes: new Uint8Array(pdfWith(dictionary)), name: 'a.pdf' });
    expect(text).toBe('Bao cao so 12/BC-UBND');
    expect(processTime() - began).toBeLessThan(5_000);
  });

  it.each([
    ['a table with as many as there are', '/Size 7'],
    ['high numbers of objects that were cut out of a large file', '/Size 900007 /Index [0 7 900000 7]'],
    ['a size above the sections', '/Size 900007 /Index [0 7]'],
  ])('but %s stays as it is', (_, dictionary) => {
    const bytes = pdfWith(dictionary);
    expect(withBelievableCounts(bytes)).toBe(bytes);
  });
});
