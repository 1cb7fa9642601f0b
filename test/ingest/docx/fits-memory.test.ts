import { describe, expect, it } from 'vitest';
import { checkFits } from '../../../src/ingest/docx/fits-memory.js';

const megabyte = 1024 * 1024;
const runs = (count: number) => `<w:p>${'<w:r><w:t>a</w:t><w:br/></w:r>'.repeat(count)}</w:p>`;

describe('a part of a DOCX', () => {
  it.each([
    ['of a long report', 100_000, 1024],
    ['of a short one in little memory', 1_000, 16],
  ])('%s fits', (_, count, heapMb) => expect(() => checkFits(runs(count), 'a', heapMb * megabyte)).not.toThrow());

  it('of more than the memory holds ends at once, and says so', () =>
    expect(() => checkFits(runs(200_000), 'a.docx: word/document.xml', 400 * megabyte)).toThrow(
      expect.objectContaining({
        code: 'out-of-memory',
        message:
          'a.docx: word/document.xml has more than 559240 elements and texts, which 400 MB of memory cannot hold',
      }),
    ));
});
