import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallReport, Workplace } from './trichluc.js';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

function writeReports(folder: string, from: number, to: number): void {
  mkdirSync(`${place.folder}/${folder}`);
  for (let number = from; number < to; number++) place.write(`${folder}/r${number}.txt`, smallReport(number));
}

/** Every report in once, its plan cited once, nothing waiting, nothing failed. */
async function expectAllOnce(count: number): Promise<void> {
  const status = await place.json('status');
  expect(status.reports).toEqual({ 'taken-in': 0, processing: 0, done: count, failed: 0 });
  expect(status.citations).toBe(2 * count);
  expect(status.queue).toEqual({ waiting: 0, active: 0 });
  const index = await place.run('index', '--format', 'csv');
  const shared = index.out.split('\n').filter((line) => line.includes('1085/QĐ-UBND'));
  expect(shared).toHaveLength(count);
}

// Slow machines (CI beside other work) take three times as long.
const timeout = 120_000;
/** So that more than one report is in the middle when the import is cut short. */
const twoAtOnce = { TRICHLUC_THREADS: '2' };

describe('an import that is cut short', { timeout }, () => {
  it('killed in the middle of 200 files: the same command again has all of them in, each once', async () => {
    writeReports('in', 0, 200);
    const first = place.start(['import', 'in'], twoAtOnce);
    await place.untilOriginals(90);
    first.child.kill('SIGKILL');
    expect((await first.ended).status).toBeNull();
    const again = await place.json('import', 'in');
    expect(again).toMatchObject({ failed: 0, waiting: 0 });
    expect(again.new + again.duplicate).toBe(200);
    await expectAllOnce(200);
  });

  it('Ctrl-C: it stops soon with what is in kept, and the second run goes on', async () => {
    writeReports('in', 0, 100);
    const first = place.start(['import', 'in'], twoAtOnce);
    await place.untilOriginals(40);
    const asked = Date.now();
    first.child.kill('SIGINT');
    const { status, err } = await first.ended;
    expect(status).toBe(130);
    expect(Date.now() - asked).toBeLessThan(8_000);
    expect(err).toContain('run the same command again');
    const again = await place.json('import', 'in');
    expect(again).toMatchObject({ failed: 0, waiting: 0 });
    expect(again.new + again.duplicate).toBe(100);
    await expectAllOnce(100);
  });
});

describe('several programs on one archive', { timeout }, () => {
  it('a second import and a search while one runs', async () => {
    writeReports('first', 0, 80);
    writeReports('second', 80, 120);
    const first = place.start(['import', 'first', '--json']);
    await place.untilOriginals(10);
    const second = place.start(['import', 'second', '--json']);
    const search = place.start(['search', '1085 qd ubnd', '--json']);
    const [one, two, three] = await Promise.all([first.ended, second.ended, search.ended]);
    expect([one.status, two.status, three.status]).toEqual([0, 0, 0]);
    expect(JSON.parse(one.out)).toMatchObject({ new: 80, failed: 0, waiting: 0 });
    expect(JSON.parse(two.out)).toMatchObject({ new: 40, failed: 0, waiting: 0 });
    expect(JSON.parse(three.out)).toHaveProperty('numbers');
    await expectAllOnce(120);
  });

  it('the second goes on when the first, which holds the database, is killed', async () => {
    writeReports('first', 0, 60);
    writeReports('second', 60, 120);
    const first = place.start(['import', 'first', '--json']);
    await place.untilOriginals(10);
    const second = place.start(['import', 'second', '--json']);
    await place.untilOriginals(70);
    first.child.kill('SIGKILL');
    const { status, out, err } = await second.ended;
    expect(status, err).toBe(0);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({ failed: 0, waiting: 0 });
    // A file that was being taken in at that moment is found to be in already when it is tried again.
    expect(summary.new + summary.duplicate).toBe(60);
    expect(await place.json('import', 'first')).toMatchObject({ failed: 0, waiting: 0 });
    await expectAllOnce(120);
  });
});
