import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sortOnDisk } from '../../src/publish/sort-on-disk.js';
import { all, each } from './made-index.js';

const folder = mkdtempSync(join(tmpdir(), 'trichluc-sort-'));
const scratch = { folder, next: 1 };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sortOnDisk', () => {
  it('gives what a stable sort in memory gives, however many runs there are, and twice', async () => {
    const item = fc.record({
      rank: fc.nat(5),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\u2028b', '\u2029', '\r\n')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), async (items, atOnce) => {
        const sorted = await sortOnDisk(each(items), (a, b) => a.rank - b.rank, scratch, atOnce);
        const expected = items.toSorted((a, b) => a.rank - b.rank);
        expect(sorted.count).toBe(items.length);
        expect(await all(sorted.read())).toEqual(expected);
        expect(await all(sorted.read())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('holds one run in memory, and closes its files when reading stops early', async () => {
    let given = 0;
    const before = readdirSync(folder).length;
    const items = (async function* () {
      for (let at = 1000; at > 0; at--) {
        given = at;
        yield at;
      }
    })();
    const sorted = await sortOnDisk(items, (a, b) => a - b, scratch, 100);
    expect(given).toBe(1);
    expect(readdirSync(folder).length - before).toBe(10);
    for await (const first of sorted.read()) {
      expect(first).toBe(1);
      break;
    }
  });
});
