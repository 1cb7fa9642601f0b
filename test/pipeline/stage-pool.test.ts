import { afterAll, describe, expect, it } from 'vitest';
import { createStagePool, type StagePool } from '../../src/pipeline/index.js';

const pools: StagePool[] = [];
const hostilePool = (timeoutMs: number, threads = 1) => {
  const pool = createStagePool({
    threads,
    memoryMb: 64,
    timeoutMs,
    worker: new URL('./hostile-worker.mjs', import.meta.url),
  });
  pools.push(pool);
  return pool;
};
const report = (name: string) => ({ path: `/nowhere/${name}`, name, save: async () => {} });
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe('a hostile file ends its own work only', () => {
  it.each([
    ['loops', 'timeout', 300],
    ['eats', 'out-of-memory', 20_000],
    ['exits', 'internal', 20_000],
    ['throws', 'internal', 20_000],
  ])('%s: %s, and the next file is fine', async (name, code, timeoutMs) => {
    const pool = hostilePool(timeoutMs);
    await expect(pool.run(report(name))).rejects.toMatchObject({ name: 'PipelineError', code, retryable: false });
    await expect(pool.run(report('fine'))).resolves.toEqual({ read: 'fine' });
  });

  it('leaves the report in the thread beside it alone', async () => {
    const pool = hostilePool(400, 2);
    const [looped, ...others] = await Promise.allSettled([
      pool.run(report('loops')),
      ...Array.from({ length: 6 }, (_, index) => pool.run(report(`fine ${index}`))),
    ]);
    expect(looped).toMatchObject({ status: 'rejected', reason: { code: 'timeout' } });
    expect(others.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
  });

  it('counts neither the time that storing takes nor that of a busy owner', async () => {
    const pool = hostilePool(400);
    await pool.run(report('fine'));
    const save = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000));
    await expect(pool.run({ ...report('stores'), save })).resolves.toEqual({ read: 'stores' });
    const napping = pool.run(report('naps'));
    setTimeout(() => {
      const until = performance.now() + 1_000;
      while (performance.now() < until);
    }, 100);
    await expect(napping).resolves.toEqual({ read: 'naps' });
  });

  it('ends with the reason of the signal that stops it', async () => {
    const pool = hostilePool(20_000);
    const controller = new AbortController();
    const running = pool.run({ ...report('sleeps'), signal: controller.signal });
    setTimeout(() => controller.abort(new Error('the program is ending')), 100);
    await expect(running).rejects.toThrow('the program is ending');
    await expect(pool.run(report('fine'))).resolves.toEqual({ read: 'fine' });
  });
});
