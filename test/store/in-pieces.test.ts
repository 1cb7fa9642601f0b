import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Row } from '../../src/store/database.js';
import { exportDocuments, exportReports } from '../../src/store/export-archive.js';
import type { Archive } from '../../src/store/index.js';
import { indexPlaces } from '../../src/store/index-places.js';
import { readRecords } from '../../src/store/read-records.js';
import { enginesUnderTest, importMade, openAt, type Place } from './engines.js';
import { keyOf } from './made-report.js';

const reports = 120;
const citationsOfOne = 12;
/** The most rows that any reader asks for at once: a thousand, or those of 50 reports. The archive holds more of everything. */
const mostRows = 50 * 2 * citationsOfOne;

/** Not in the order of import. */
const dayOf = (report: number): string =>
  `${2000 + ((report * 7) % 20)}-01-${String(1 + (report % 28)).padStart(2, '0')}`;

const engine = (await enginesUnderTest()).at(-1)!;

describe(`an archive read in pieces, on ${engine.name}`, () => {
  let place: Place;
  let archive: Archive;
  let db: Database;
  let largest = 0;
  beforeAll(async () => {
    place = await engine.newPlace();
    archive = await openAt(place);
    for (let report = 0; report < reports; report++) {
      const numbers = Array.from({ length: citationsOfOne }, (_, at) => `${report * citationsOfOne + at + 1}/QĐ-UBND`);
      const quotes = numbers.flatMap((number) => [
        { quote: `số ${number};`, number },
        { quote: `kế hoạch của ${number};`, number: '9/KH-UBND' },
      ]);
      await importMade(archive, {
        name: `${report}.txt`,
        text: quotes.map(({ quote }) => quote).join(' '),
        cites: quotes,
        date: dayOf(report),
      });
    }
    const opened = openDatabase({ connection: () => archive.queueConnection(), poolSize: 1, folder: place.folder });
    db = {
      ...opened,
      query: async <R extends Row>(...asked: Parameters<Database['query']>) => {
        const rows = await opened.query<R>(...asked);
        largest = Math.max(largest, rows.length);
        return rows;
      },
    };
  });
  afterAll(async () => {
    await db.close();
    await archive.close();
    await place.dispose();
  });

  it('ranks the newest reports where words stand in more passages than are ranked, and says so', async () => {
    expect((await archive.searchText('"kế hoạch"')).ranked).toBeNull();
    await db.query(
      `insert into trichluc.passage select report_id, ordinal + copy, start_at, end_at, folded, exact
       from trichluc.passage cross join generate_series(1, 20) as copy`,
    );
    const { hits, ranked } = await archive.searchText('"kế hoạch"', { limit: 5 });
    expect(hits).toHaveLength(5);
    expect(ranked).toBe(2000);
    const all = await archive.searchText('"kế hoạch"', { limit: reports });
    const days = Array.from({ length: reports }, (_, report) => dayOf(report)).sort();
    const found = all.hits.map(({ report }) => report.date!).sort();
    // 21 passages a report: 2,000 are those of the 96 newest.
    expect(found).toEqual(days.slice(-96));
    expect((await archive.searchText('"kế hoạch" 1439', { limit: 5 })).ranked).toBeNull();
  });

  const counted = async (items: AsyncIterable<unknown>): Promise<number> => {
    let count = 0;
    for await (const _item of items) count += 1;
    return count;
  };
  const places = () => indexPlaces(db, {});
  const cited = reports * citationsOfOne;

  it.each([
    ['documents for an export', () => exportDocuments(db), cited + 1],
    ['reports for an export', () => exportReports(db), reports],
    ['records of one kind', () => readRecords(db, 'citations'), reports],
    ['documents of the index', () => places().documents(), cited + 1],
    ['places of a document that very many cite', () => places().eachCiter(keyOf('9/KH-UBND')), cited],
  ])('%s', async (_what, read, count) => {
    largest = 0;
    expect(await counted(read())).toBe(count);
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThanOrEqual(mostRows);
  });
});
