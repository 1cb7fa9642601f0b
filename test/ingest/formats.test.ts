import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labels, printLabels } from '../../fixtures/labels.js';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/ingest/index.js';
import { PipelineError } from '../../src/model/index.js';
import { processTime } from '../process-time.js';

const folder = join(import.meta.dirname, '../../fixtures');
const files = readdirSync(join(folder, 'formats'))
  .filter((name) => /^\d/.test(name))
  .sort();
const bytesOf = (name: string) => readFileSync(join(folder, 'formats', name));
const expected = (name: string) =>
  readFileSync(join(folder, 'expected', `${basename(name, extname(name))}.docx.json`), 'utf8');

describe('a report in another format', () => {
  it.each(files)('%s gives the records that its DOCX gives', async (name) => {
    const document = await readDocument({ bytes: bytesOf(name), name });
    expect(document.warnings).toEqual([]);
    expect(printLabels(labels(extract(document)))).toBe(expected(name));
  });

  it.each(files)('%s is known without its ending', async (name) => {
    const document = await readDocument({ bytes: bytesOf(name), name: 'a' });
    expect(printLabels(labels(extract(document)))).toBe(expected(name));
  });
});

/** Reads what became of a file in a time that does not grow with the damage; only our own errors come out. */
async function survives(bytes: Uint8Array): Promise<void> {
  const start = processTime();
  try {
    await readDocument({ bytes, name: 'a.bin' });
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
  }
  expect(processTime() - start).toBeLessThan(10_000);
}

describe('a damaged file ends in a named state', () => {
  it.each(files)('%s cut short', async (name) => {
    const bytes = bytesOf(name);
    for (const part of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) await survives(bytes.subarray(0, bytes.length * part));
  });

  it.each(files)(
    '%s with bytes changed',
    async (name) => {
      const bytes = bytesOf(name);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
          async (changes) => {
            const damaged = Uint8Array.from(bytes);
            for (const [at, byte] of changes) damaged[at] = byte;
            await survives(damaged);
          },
        ),
        { numRuns: 25, seed: 6 },
      );
    },
    60_000,
  );
});
