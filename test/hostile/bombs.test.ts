import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStagePool, outsideHeapMb, type StagePool } from '../../src/pipeline/index.js';
import { bombs } from './bombs.js';
import { loopingBombs } from './looping-bombs.js';
import { repeatingBombs } from './repeating-bombs.js';
import { watchMemory } from './watch-memory.js';
import { zipOf } from './zip-of.js';

const memoryMb = 384;
const timeoutMs = 20_000;
/** For files that must come to an end of their own, whatever else the machine has to do; most take a second. */
const patientMs = 90_000;
/** What a process can take between two looks of its guard, at the speed of memory. */
const overshootMb = 256;

describe('a file that is made to hurt ends in a named state, and the next one is read as before', () => {
  let folder: string;
  let pool: StagePool;
  let patientPool: StagePool;
  const good = {
    name: 'bao-cao.txt',
    text: 'UBND TỈNH A\nBÁO CÁO\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2021.',
  };
  const runIn = (chosen: StagePool, name: string) =>
    chosen.run({ path: join(folder, name), name, save: async () => {} });
  /** How an archive ends: with its files, with failures for some of them, or altogether. */
  const unpackIn = async (chosen: StagePool, name: string) => {
    const into = await mkdtemp(join(folder, 'trong-'));
    const unpacked = await chosen.unpack({ path: join(folder, name), name, folder: into });
    const failed = unpacked!.files.flatMap((file) => (file.kind === 'failed' ? [file.code] : []));
    await rm(into, { recursive: true });
    return failed[0] ?? 'read';
  };
  let before: unknown;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trichluc-bombs-'));
    // What LibreOffice makes of them is bounded by the converter, and tested there.
    const office = { convert: async () => ({ kind: 'absent' as const }) };
    pool = createStagePool({ threads: 1, memoryMb, timeoutMs, office });
    patientPool = createStagePool({ threads: 1, memoryMb, timeoutMs: patientMs, office });
    await writeFile(join(folder, good.name), good.text);
    before = await runIn(patientPool, good.name);
  });
  afterAll(async () => {
    await Promise.all([pool.close(), patientPool.close()]);
    await rm(folder, { recursive: true });
  });

  it.each([...bombs, ...repeatingBombs, ...loopingBombs])(
    '$name',
    { timeout: 120_000 },
    async ({ name, bytes, ends }) => {
      await writeFile(join(folder, name), bytes());
      const mayTimeOut = ends.includes('timeout');
      const [chosen, limitMs] = mayTimeOut ? [pool, timeoutMs] : [patientPool, patientMs];
      const memory = watchMemory();
      const began = performance.now();
      const end = await (name.endsWith('.zip') ? unpackIn(chosen, name) : runIn(chosen, name).then(() => 'read')).then(
        (reached) => reached,
        (error: { readonly code?: string }) => error.code ?? String(error),
      );
      const ms = performance.now() - began;
      const peakMb = memory.stop();
      await rm(join(folder, name));
      expect(ends).toContain(end);
      expect(peakMb).toBeLessThan(memoryMb + outsideHeapMb + overshootMb);
      // Beside its own limit: the start of a process.
      expect(ms).toBeLessThan(limitMs + 10_000);
      expect(await runIn(chosen, good.name)).toEqual(before);
    },
  );
});

describe('names in an archive lead nowhere', () => {
  let pool: StagePool;
  beforeAll(() => {
    pool = createStagePool({ threads: 1, memoryMb: 256, timeoutMs: 20_000 });
  });
  afterAll(() => pool.close());

  it.each([
    ['leads up', '../../ra-ngoai.txt'],
    ['begins at the root', '/tmp/ra-ngoai.txt'],
    ['leads up by backslashes', '..\\..\\ra-ngoai.txt'],
    ['begins with a drive', 'C:\\ra-ngoai.txt'],
    ['begins with a server', '\\\\may-chu\\chung\\ra-ngoai.txt'],
    ['leads up on its way', 'a/../../ra-ngoai.txt'],
    ['holds a zero', 'a\u0000/../b.txt'],
    ['is longer than any system allows', `${'dai/'.repeat(2_000)}${'a'.repeat(50_000)}.txt`],
    ['is that of a device', 'CON'],
  ])('one that %s is written into the folder, or not at all', async (_, entry) => {
    const outer = await mkdtemp(join(tmpdir(), 'trichluc-names-'));
    try {
      const path = join(outer, 'tap.zip');
      const folder = await mkdtemp(join(outer, 'trong-'));
      await writeFile(path, zipOf([{ name: entry, bytes: Buffer.from('Báo cáo số 5/BC-UBND') }]));
      const unpacked = await pool.unpack({ path, name: 'tap.zip', folder });
      expect(unpacked?.files).toHaveLength(1);
      for (const file of unpacked!.files)
        if (file.kind === 'file') expect(file.file.startsWith(`${folder}/`)).toBe(true);
      expect((await readdir(outer)).sort()).toEqual(['tap.zip', folder.slice(outer.length + 1)].sort());
    } finally {
      await rm(outer, { recursive: true });
    }
  });
});
