import { describe, expect, it } from 'vitest';
import { layOutPages } from '../../../src/ingest/pdf/lay-out-pages.js';
import { readSecondOpinion } from '../../../src/ingest/pdf/second-opinion.js';
import { defaultLimits } from '../../../src/ingest/reader.js';
import { drawPdf } from './draw-pdf.js';
import { lines } from './read-drawn.js';

const bytes = drawPdf([
  { texts: lines(80, 100, 'Phòng Nội vụ đã hoàn thành kế hoạch', 'công tác năm hai nghìn.') },
  { texts: lines(80, 100, 'Huyện báo cáo.') },
]);
const input = { bytes, name: 'test.pdf', sha256: '0'.repeat(64), limits: defaultLimits };

describe('readSecondOpinion', () => {
  it('gives the lines of each page, joined like others', async () => {
    const { pages, pageCount } = await readSecondOpinion(input);
    expect(pageCount).toBe(2);
    const { blocks } = layOutPages(pages);
    expect(blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      'Phòng Nội vụ đã hoàn thành kế hoạch công tác năm hai nghìn.',
      'Huyện báo cáo.',
    ]);
    expect(bytes.length).toBeGreaterThan(0); // the caller's bytes are not taken over
  });

  it.each([
    ['a file cut short', bytes.subarray(0, bytes.length - 40), 'corrupt'],
    ['no PDF at all', Buffer.from('%PDF-1.4\n%%EOF'), 'corrupt'],
  ])('calls %s %s', async (_, broken, code) => {
    await expect(readSecondOpinion({ ...input, bytes: broken })).rejects.toMatchObject({ code });
  });

  it('stops at the limit of pages', async () => {
    await expect(readSecondOpinion({ ...input, limits: { ...defaultLimits, maxPages: 1 } })).rejects.toMatchObject({
      code: 'too-many-pages',
    });
  });
});
