import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/ingest/index.js';
import { failureCode } from '../../src/model/index.js';
import { createStagePool, type StagePool } from '../../src/pipeline/index.js';
import { mutant } from './mutate.js';
import { type Seed, seeds } from './seeds.js';

// As many as a minute of one processor reads; `bench/fuzz.ts` takes as many as one wishes.
const inProcess = 960;
const throughPool = 240;
/** No mutant has taken half a second of a processor. */
const longestMs = 10_000;

describe('a damaged file ends in a document or in a named failure, and the next one is read as before', () => {
  let good: readonly Seed[];
  beforeAll(async () => {
    good = await seeds();
  });
  const codes = new Set<string>(failureCode.options.filter((code) => code !== 'internal'));

  it('the same mutant comes of the same number', () => {
    for (const [number, seed] of good.entries()) expect(mutant(seed, number)).toEqual(mutant(seed, number));
  });

  it(`${inProcess} mutants by the readers alone`, { timeout: 300_000 }, async () => {
    const end = ({ bytes, name }: Pick<Seed, 'bytes' | 'name'>) =>
      readDocument({ bytes, name }).then(
        (document) => ({ code: 'read', document }),
        (error: { readonly code?: string }) => ({
          code: codes.has(error.code ?? '') ? error.code! : String(error),
          document: null,
        }),
      );
    const before = await Promise.all(good.map(end));
    const unnamed: string[] = [];
    const slow: string[] = [];
    const seen = new Set<string>();
    for (let number = 0; number < inProcess; number += 1) {
      const at = number % good.length;
      const began = process.cpuUsage();
      const { code } = await end({ name: good[at]!.name, bytes: mutant(good[at]!, number) });
      const { user, system } = process.cpuUsage(began);
      if ((user + system) / 1000 > longestMs) slow.push(`${number}-${good[at]!.name}`);
      if (code !== 'read' && !codes.has(code)) unnamed.push(`${number}-${good[at]!.name}: ${code}`);
      seen.add(code);
      if (number % 40 === 39) {
        const next = ((number / 40) % good.length) | 0;
        expect(await end(good[next]!), `${good[next]!.name} after mutant ${number}`).toEqual(before[next]);
      }
    }
    expect(unnamed).toEqual([]);
    expect(slow).toEqual([]);
    // Else the mutator does not damage, or damages all alike.
    for (const code of ['read', 'corrupt', 'no-text']) expect(seen).toContain(code);
  });

  describe('through the processes of an import', () => {
    let folder: string;
    let pool: StagePool;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'trichluc-mutants-'));
      const office = { convert: async () => ({ kind: 'absent' as const }) };
      pool = createStagePool({ threads: 1, memoryMb: 512, timeoutMs: 30_000, office });
    });
    afterAll(async () => {
      await pool.close();
      await rm(folder, { recursive: true });
    });

    it(`${throughPool} mutants under their limits`, { timeout: 300_000 }, async () => {
      const end = async ({ bytes, name }: Pick<Seed, 'bytes' | 'name'>) => {
        const path = join(folder, 'mutant');
        await writeFile(path, bytes);
        return pool.run({ path, name, save: async () => {} }).then(
          (graph) => ({ code: 'read', graph }),
          (error: { readonly code?: string }) => ({ code: error.code ?? String(error), graph: null }),
        );
      };
      const first = good[0]!;
      const before = await end(first);
      const unnamed: string[] = [];
      // Others than those that were read above.
      for (let number = inProcess; number < inProcess + throughPool; number += 1) {
        const seed = good[number % good.length]!;
        const { code } = await end({ name: seed.name, bytes: mutant(seed, number) });
        if (code !== 'read' && !codes.has(code)) unnamed.push(`${number}-${seed.name}: ${code}`);
      }
      expect(unnamed).toEqual([]);
      expect(await end(first)).toEqual(before);
    });
  });
});
