import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderJsonLd } from '../../src/publish/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { smallReport, Workplace } from './trichluc.js';

const reports = 60;
const names = Array.from({ length: reports }, (_, number) => `r${number}.txt`);
const wrong = '/akn/vn/act/quyet-dinh/ubnd-tinh-quang-nam/2022/1085-qd-ubnd';

// Slow machines (CI beside other work) take three times as long.
describe.each(await enginesUnderTest())('work that is killed, on $name', { timeout: 300_000 }, ({ newPlace }) => {
  let at: Place;
  let place: Workplace;
  const env = (): Record<string, string> => (at.databaseUrl === undefined ? {} : { DATABASE_URL: at.databaseUrl });
  const run = (...words: string[]) => place.start(words, env()).ended;
  const open = (): Promise<Archive> => openAt({ ...at, folder: place.archive });
  const look = async <T>(what: (archive: Archive) => Promise<T>): Promise<T> => {
    const archive = await open();
    try {
      return await what(archive);
    } finally {
      await archive.close();
    }
  };
  const graphOf = async (archive: Archive): Promise<string> => {
    const pieces: string[] = [];
    const source = {
      documents: () => archive.exportDocuments(),
      reports: () => archive.exportReports(),
      issuers: () => archive.exportIssuers(),
    };
    for await (const piece of renderJsonLd(source)) pieces.push(piece);
    return pieces.join('');
  };

  /** Runs a command and kills it once the archive, seen from another process, is in the middle of the work. */
  async function killInTheMiddle(words: readonly string[], isMiddle: (archive: Archive) => Promise<boolean>) {
    const { child, ended } = place.start(words, { ...env(), TRICHLUC_THREADS: '2' });
    const archive = await open();
    try {
      const end = Date.now() + 120_000;
      while (!(await isMiddle(archive))) {
        if (Date.now() > end || child.exitCode !== null)
          throw new Error(`${words[0]} was never seen in the middle: ${(await ended).err}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill('SIGKILL');
      expect((await ended).status).toBeNull();
      expect(await isMiddle(archive), 'it was over before it was killed').toBe(true);
    } finally {
      await archive.close();
    }
  }

  beforeAll(async () => {
    at = await newPlace();
    place = new Workplace();
    mkdirSync(`${place.folder}/in`);
    for (const [number, name] of names.entries()) place.write(`in/${name}`, smallReport(number));
    expect((await run('import', 'in')).status).toBe(0);
  }, 300_000);
  afterAll(async () => {
    await place.remove();
    await at.dispose();
  });

  it('reextract: nothing is lost, and the same command ends it', async () => {
    const before = await look(graphOf);
    await killInTheMiddle(['reextract', '--all'], async (archive) => {
      const { done } = (await archive.counts()).reports;
      return done > 3 && done < reports;
    });
    const left = await look((archive) => archive.counts());
    expect(left.reports.failed).toBe(0);
    expect(left.reports.done).toBeLessThan(reports);
    expect((await run('reextract')).status).toBe(0);
    await look(async (archive) => {
      expect((await archive.counts()).reports).toEqual({ 'taken-in': 0, processing: 0, done: reports, failed: 0 });
      expect(await graphOf(archive)).toBe(before);
      expect(await archive.verify()).toEqual([]);
    });
  });

  it('review: a decision for all reports stands, and the next look ends laying it', async () => {
    const citers = async (archive: Archive) => (await archive.legalDocument(wrong))?.citers.length ?? 0;
    await killInTheMiddle(['review', 'merge', wrong, '0/KH-UBND'], async (archive) => {
      const left = await citers(archive);
      return left > 3 && left < reports;
    });
    expect(await look((archive) => archive.dueReports())).not.toEqual([]);
    expect((await run('review')).status).toBe(0);
    await look(async (archive) => {
      expect(await archive.dueReports()).toEqual([]);
      expect(await citers(archive)).toBe(0);
      expect((await archive.legalDocument('0/KH-UBND'))?.citers).toHaveLength(reports + 1);
      expect((await archive.corrections()).map(({ state }) => state)).toEqual(['in-force']);
      expect(await archive.verify()).toEqual([]);
    });
  });

  it('remove: what is gone is gone whole, what is there is there whole, and the same command ends it', async () => {
    const gone = names.slice(1, 50);
    await killInTheMiddle(['remove', ...gone, '--yes'], async (archive) => {
      const { done } = (await archive.counts()).reports;
      return done > reports - gone.length + 3 && done < reports;
    });
    // Opening the archive takes what was cut short to its end.
    const left = await look(async (archive) => {
      expect(await archive.verify()).toEqual([]);
      return (await archive.counts()).reports.done;
    });
    expect(left).toBeLessThan(reports);
    expect(place.originals()).toBe(left);
    expect((await run('remove', ...gone, '--yes')).status).toBe(1); // some were gone before
    await look(async (archive) => {
      expect((await archive.counts()).reports.done).toBe(reports - gone.length);
      expect(await archive.verify()).toEqual([]);
      expect((await archive.legalDocument('0/KH-UBND'))?.citers).toHaveLength(reports - gone.length + 1);
      expect(await archive.legalDocument('/akn/vn/act/ke-hoach/ubnd-tinh-quang-nam/2022/20-kh-ubnd')).toBeNull();
    });
    expect(place.originals()).toBe(reports - gone.length);
  });
});
