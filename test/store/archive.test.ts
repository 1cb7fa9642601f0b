import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PipelineError } from '../../src/model/index.js';
import { type Archive, type NewCorrection, packStage, prepareReport, type ReportGraph } from '../../src/store/index.js';
import { at, enginesUnderTest, importMade, openAt, type Place } from './engines.js';
import { bytesOf, graphOf, idOf, keyOf, type MadeReport } from './made-report.js';

const plain: MadeReport = {
  name: 'ke-hoach.txt',
  number: '31/KH-UBND',
  text: 'Kế hoạch thực hiện Quyết định số 1085/QĐ-UBND ngày 15/8/2022.\fTrang hai: còn 12 hộ nghèo, 05 người được tặng Bằng khen.',
  cites: [{ quote: 'Quyết định số 1085/QĐ-UBND', number: '1085/QĐ-UBND', role: 'implements', title: 'Về việc A' }],
  figures: ['12 hộ nghèo'],
  awards: ['05 người được tặng Bằng khen'],
};
const citing = (name: string, number: string, more: Partial<MadeReport> = {}): MadeReport => ({
  name,
  text: `Căn cứ Quyết định số ${number} của cấp trên.`,
  cites: [{ quote: `Quyết định số ${number}`, number, ...more.cites?.[0] }],
  ...more,
});

async function dump(archive: Archive): Promise<unknown> {
  const index = [];
  const places = archive.indexPlaces();
  for await (const entry of places.documents())
    index.push({ ...entry, citers: (await places.citersOf([entry.document.key])).get(entry.document.key) });
  return { index, counts: await archive.counts() };
}

const headerOf = (report: string, number: string): NewCorrection => ({
  report,
  by: 'Lan',
  reason: 'xem bản gốc',
  decision: { action: 'correct-header', fields: { number } },
  found: null,
});

describe.each(await enginesUnderTest())('an archive on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  const places: Place[] = [];
  const archives: Archive[] = [];
  const another = async (): Promise<Archive> => {
    places.push(await newPlace());
    archives.push(await openAt(places.at(-1)!));
    return archives.at(-1)!;
  };
  beforeAll(async () => {
    archive = await another();
    place = places[0]!;
  });
  afterAll(async () => {
    for (const open of archives) await open.close();
    for (const { dispose } of places) await dispose();
  });

  describe('taking in', () => {
    it('keeps the bytes, then says so', async () => {
      const { report, outcome } = await archive.takeIn({ path: '/scans/a/moi.txt', bytes: Buffer.from('mới') });
      expect(outcome).toBe('new');
      expect(report).toMatchObject({ name: 'moi.txt', bytes: 5, state: 'taken-in', attempts: 0, failure: null });
      expect(report.takenInAt).toBe(at.toISOString());
      expect(Buffer.from(await archive.original(report.id)).toString()).toBe('mới');
      expect(existsSync(join(place.folder, 'originals', report.id.slice(0, 2), report.id))).toBe(true);
    });
    it('reads a file from its path', async () => {
      const path = join(place.folder, 'tệp.txt');
      writeFileSync(path, 'từ đĩa');
      const { report, outcome } = await archive.takeIn({ path });
      expect([outcome, report.name]).toEqual(['new', 'tệp.txt']);
      expect(Buffer.from(await archive.original(report.id)).toString()).toBe('từ đĩa');
    });
    it('notes a second path of the same bytes, and a known path as known', async () => {
      const bytes = Buffer.from('hai tên');
      const first = await archive.takeIn({ path: '/b/hai.txt', bytes });
      const second = await archive.takeIn({ path: '/a/ba.txt', bytes });
      const again = await archive.takeIn({ path: '/b/hai.txt', bytes });
      expect([first, second, again].map(({ outcome, knownPath }) => [outcome, knownPath])).toEqual([
        ['new', false],
        ['duplicate', false],
        ['duplicate', true],
      ]);
      const detail = await archive.report(first.report.id);
      expect(detail?.paths).toEqual(['/a/ba.txt', '/b/hai.txt']);
      // The order of import must not show, so the name is the first by letters.
      expect(detail?.report.name).toBe('ba.txt');
    });
    it('is one report when the same bytes come many times at once', async () => {
      const bytes = Buffer.from('cùng lúc');
      const taken = await Promise.all(
        Array.from({ length: 12 }, (_, index) => archive.takeIn({ path: `/cung/${index % 4}.txt`, bytes })),
      );
      expect(new Set(taken.map(({ report }) => report.id)).size).toBe(1);
      expect((await archive.report(taken[0]!.report.id))?.paths).toHaveLength(4);
    });
    it.each([
      ['vanished', (folder: string) => join(folder, 'không-có.txt')],
      ['unreadable', (folder: string) => folder],
      ['unreadable', () => '/dev/null'],
    ])('says %s of what cannot be read', async (code, pathIn) => {
      await expect(archive.takeIn({ path: pathIn(place.folder) })).rejects.toMatchObject({
        name: 'PipelineError',
        code,
      });
    });
    it('lists a failed path until it is taken in', async () => {
      await archive.recordFailedPath('/x/hỏng.txt', 'unreadable', 'Cannot read it');
      expect(await archive.failedPaths()).toEqual([
        { path: '/x/hỏng.txt', code: 'unreadable', message: 'Cannot read it', at: at.toISOString() },
      ]);
      await archive.takeIn({ path: '/x/hỏng.txt', bytes: Buffer.from('đọc được rồi') });
      expect(await archive.failedPaths()).toEqual([]);
    });
    it('says when an original has been altered', async () => {
      const { report } = await archive.takeIn({ path: '/x/sửa.txt', bytes: Buffer.from('nguyên bản') });
      const before = readFileSync(archive.originalPath(report.id));
      writeFileSync(archive.originalPath(report.id), 'bản giả');
      await expect(archive.original(report.id)).rejects.toBeInstanceOf(PipelineError);
      expect(await archive.verify()).toMatchObject([{ code: 'original-altered', report: report.id }]);
      // The same bytes again put it right.
      await archive.takeIn({ path: '/x/sửa.txt', bytes: before });
      expect(await archive.verify()).toEqual([]);
    });
    it('takes names and texts that PostgreSQL does not', async () => {
      const report: MadeReport = { name: 'nul.txt', text: 'một \0 hai \ud800 ba', figures: ['hai \ud800 ba'] };
      const taken = await archive.takeIn({ path: '/x/nul\0.txt', bytes: bytesOf(report) });
      await archive.replaceReport(taken.report.id, prepareReport(graphOf(report)));
      const [hit] = (await archive.searchText('"một hai ba"')).hits;
      expect(hit?.snippets[0]?.text).toBe('một \ufffd hai \ufffd ba');
    });
    it('refuses an id that is none', async () => {
      await expect(archive.original('../../etc/passwd')).rejects.toBeInstanceOf(RangeError);
      await expect(archive.beginWork('0'.repeat(64))).rejects.toBeInstanceOf(RangeError);
    });
  });

  describe('states', () => {
    it('go from taken-in by processing to failed, and back by retry', async () => {
      const { report } = await archive.takeIn({ path: '/s/a.txt', bytes: Buffer.from('trạng thái') });
      expect(await archive.beginWork(report.id)).not.toBeNull();
      await archive.markFailed(report.id, { code: 'timeout', message: 'It took too long', retryable: true });
      const [failed] = await archive.reports({ state: 'failed' });
      expect(failed).toMatchObject({
        id: report.id,
        attempts: 1,
        failure: { code: 'timeout', message: 'It took too long', retryable: true },
      });
      expect((await archive.counts()).failuresByCode).toEqual({ timeout: 1 });
      expect(await archive.retry()).toEqual([report.id]);
      expect((await archive.report(report.id))?.report).toMatchObject({
        state: 'taken-in',
        attempts: 0,
        failure: null,
      });
    });
    it('tells what waits, and nothing that is done', async () => {
      const id = await importMade(archive, citing('xong.txt', '77/QĐ-UBND'));
      const waiting: string[] = [];
      for await (const report of archive.pending()) waiting.push(report.id);
      const rows = await archive.reports();
      expect(waiting.sort()).toEqual(
        rows
          .filter(({ state }) => state !== 'done')
          .map((row) => row.id)
          .sort(),
      );
      expect(waiting).not.toContain(id);
      expect(await archive.beginWork(id)).toBeNull();
      expect(await archive.reprocess([id])).toEqual([id]);
      expect(await archive.beginWork(id)).not.toBeNull();
    });
    it('keeps a stage under its version, one version a stage', async () => {
      const { report } = await archive.takeIn({ path: '/s/b.txt', bytes: Buffer.from('giai đoạn') });
      const diagnostics = [{ code: 'pdf/odd', level: 'warning', message: 'Odd \0' } as const];
      await archive.saveStage(report.id, await packStage('ingest', 1, { output: { text: 'a\0b' }, diagnostics }));
      expect(await archive.stageOutput(report.id, 'ingest', 1)).toEqual({
        output: { text: 'a\0b' },
        diagnostics: [{ ...diagnostics[0], message: 'Odd \ufffd' }],
      });
      await archive.saveStage(report.id, await packStage('ingest', 2, { output: 2, diagnostics: [] }));
      expect(await archive.stageOutput(report.id, 'ingest', 1)).toBeNull();
      expect((await archive.stageOutput(report.id, 'ingest', 2))?.output).toBe(2);
    });
    it('keeps a correction through a new graph', async () => {
      const report = citing('sửa-lại.txt', '78/QĐ-UBND');
      const id = await importMade(archive, report);
      const given = headerOf(id, '5/BC-UBND');
      const made = await archive.addCorrection(given);
      expect(made).toEqual({ ...given, id: made.id, at: at.toISOString() });
      await archive.replaceReport(id, prepareReport(graphOf(report), [{ id: made.id, found: true }]));
      expect(await archive.corrections({ report: id })).toEqual([
        { ...made, state: 'in-force', reportName: 'sửa-lại.txt' },
      ]);
    });
  });

  describe('the graph', () => {
    it('gives a report back as it was stored', async () => {
      const id = await importMade(archive, plain);
      const graph = graphOf(plain);
      const detail = await archive.report(id);
      expect(detail?.report).toMatchObject({
        state: 'done',
        number: '31/KH-UBND',
        pageCount: 2,
        mediaType: 'text/plain',
      });
      expect(detail?.header).toEqual(graph.extraction.header);
      expect(detail?.self).toEqual(graph.normalized.self);
      expect(detail?.citations).toEqual([
        { citation: graph.extraction.citations[0], edge: graph.normalized.citations[0], byOtherReports: null },
      ]);
      expect(detail?.quantities).toEqual(graph.extraction.quantities);
      expect(detail?.awards).toEqual(graph.extraction.awards);
    });
    it.each(['31/KH-UBND', '31 kh ubnd', 'ke-hoach.txt', '/scans/ke-hoach.txt', idOf(plain).slice(0, 10)])(
      'finds a report by %s',
      async (wanted) => {
        expect((await archive.report(wanted))?.report.id).toBe(idOf(plain));
      },
    );
    it('tells who cites a document, where and in which role', async () => {
      const detail = await archive.legalDocument('1085 qd ubnd');
      expect(detail?.document).toMatchObject({ key: keyOf('1085/QĐ-UBND'), title: 'Về việc A' });
      expect(detail?.citers).toMatchObject([
        {
          report: idOf(plain),
          role: 'implements',
          page: 1,
          quote: 'Quyết định số 1085/QĐ-UBND',
          reportNumber: '31/KH-UBND',
        },
      ]);
      expect((await archive.legalDocument(keyOf('31/KH-UBND')))?.own).toEqual([idOf(plain)]);
      expect(await archive.legalDocument('4444/QĐ-KHONG')).toBeNull();
      expect(await archive.legalDocument('1085-QD-UBND.docx')).toBeNull(); // a file, not a number
    });
    it('is the same stored twice as once', async () => {
      const before = await dump(archive);
      await archive.replaceReport(idOf(plain), prepareReport(graphOf(plain)));
      expect(await dump(archive)).toEqual(before);
    });
    it('lets a document go with the last report that names it', async () => {
      const report = citing('thay.txt', '900/QĐ-UBND');
      const id = await importMade(archive, report);
      expect(await archive.legalDocument(keyOf('900/QĐ-UBND'))).not.toBeNull();
      await archive.replaceReport(id, prepareReport(graphOf({ ...report, cites: [] })));
      expect(await archive.legalDocument(keyOf('900/QĐ-UBND'))).toBeNull();
      expect(await archive.searchNumbers('900/QĐ-UBND')).toEqual([]);
    });
    it('takes of a document what most reports say, and of itself what it says', async () => {
      const cites = (title: string) => [{ quote: 'Quyết định số 55/QĐ-UBND', number: '55/QĐ-UBND', title }];
      const names = ['Một', 'Hai', 'Hai', 'Ba', 'Ba'];
      for (const [index, title] of names.entries())
        await importMade(archive, citing(`bầu-${index}.txt`, '55/QĐ-UBND', { cites: cites(title) }));
      expect((await archive.legalDocument(keyOf('55/QĐ-UBND')))?.document.title).toBe('Ba');
      await importMade(archive, { name: 'chính nó', number: '55/QĐ-UBND', text: 'Quyết định' });
      expect((await archive.legalDocument(keyOf('55/QĐ-UBND')))?.document.title).toBe('chính nó');
    });
    it('refuses an edge to a document it was not given', async () => {
      const graph = graphOf(plain);
      const broken: ReportGraph = { ...graph, normalized: { ...graph.normalized, documents: [] } };
      expect(() => prepareReport(broken)).toThrow(RangeError);
      expect((await archive.report(idOf(plain)))?.citations).toHaveLength(1);
    });
    it('is the same whatever the order and however many at once', async () => {
      const made = Array.from({ length: 24 }, (_, index): MadeReport => {
        const numbers = [1, 2, 3].map((step) => `${100 + ((index * step) % 7)}/QĐ-UBND`);
        const text = `Báo cáo ${index}: ${numbers.map((number) => `Quyết định số ${number}`).join(', ')}.`;
        return {
          name: `thứ-tự-${index}.txt`,
          text,
          number: index % 5 === 0 ? `${100 + index}/QĐ-UBND` : `${index}/BC-UBND`,
          cites: numbers.map((number, step) => ({
            quote: `Quyết định số ${number}`,
            number,
            title: `Tên ${(index + step) % 3}`,
          })),
          amends: numbers[0] === numbers[1] ? [] : [[numbers[0]!, numbers[1]!]],
        };
      });
      const first = await another();
      for (const report of made) await importMade(first, report);
      const second = await another();
      await Promise.all(made.toReversed().map((report) => importMade(second, report)));
      await Promise.all(made.map((report) => second.replaceReport(idOf(report), prepareReport(graphOf(report)))));
      expect(await dump(second)).toEqual(await dump(first));
    }, 60_000);
    it('survives a rebuild, waiting for the pipeline, with its corrections', async () => {
      const second = archives.at(-1)!;
      const id = idOf({ name: 'thứ-tự-0.txt', text: 'x' });
      const before = await second.reports();
      await second.addCorrection(headerOf(before[0]!.id, '1/BC-UBND'));
      await second.recordFailedPath('/x/mất.txt', 'vanished', 'Gone');
      expect((await second.rebuild()).reports).toBe(before.length);
      expect((await second.counts()).reports).toEqual({ 'taken-in': before.length, processing: 0, done: 0, failed: 0 });
      expect((await second.reports()).map((row) => row.id)).toEqual(before.map((row) => row.id));
      expect(await second.corrections({ report: before[0]!.id })).toHaveLength(1);
      expect(await second.failedPaths()).toHaveLength(1);
      expect(await second.report(id)).toBeNull();
      expect(await second.verify()).toEqual([]);
    });
  });

  describe('opening', () => {
    it('serves a second opener beside the first', async () => {
      const second = await openAt(place);
      expect(await second.counts()).toEqual(await archive.counts());
      await second.close();
      expect((await archive.counts()).citations).toBeGreaterThan(0);
    });
    it('refuses an archive of a newer format', async () => {
      const newer = await newPlace();
      places.push(newer);
      writeFileSync(join(newer.folder, 'archive.json'), '{"format": 99}');
      await expect(openAt(newer)).rejects.toThrow(/format 99/);
    });
    it('works in a folder with a long name, and over a link', async () => {
      const long = await newPlace();
      places.push(long);
      vi.stubEnv('TMPDIR', long.folder); // where the socket goes when the folder's path is too long for it
      const folder = join(long.folder, 'hồ sơ '.repeat(20).trim(), 'kho');
      mkdirSync(folder, { recursive: true });
      symlinkSync(folder, join(long.folder, 'link'));
      const first = await openAt({ ...long, folder });
      const second = await openAt({ ...long, folder: join(long.folder, 'link') });
      await importMade(first, plain);
      expect((await second.counts()).reports.done).toBe(1);
      await second.close();
      await first.close();
      vi.unstubAllEnvs();
    });
    it('says so when the folder cannot be written', async () => {
      if (process.getuid?.() === 0) return; // root writes everywhere
      const closed = await newPlace();
      places.push(closed);
      chmodSync(closed.folder, 0o500);
      await expect(openAt(closed)).rejects.toThrow(/EACCES/);
      chmodSync(closed.folder, 0o700);
    });
  });
});
