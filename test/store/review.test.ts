import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, importMade, openAt, type Place } from './engines.js';
import { idOf, keyOf, type MadeReport } from './made-report.js';

const citing = (name: string, date: string, conflicts: MadeReport['conflicts'] = []): MadeReport => ({
  name,
  text: `${name}: theo Quyết định số 99/QĐ-UBND, lãi 3 hộ.`,
  cites: [{ quote: 'số 99/QĐ-UBND', number: '99/QĐ-UBND', date }],
  conflicts,
});
const august = citing('a.txt', '2022-08-15', [
  { code: 'impossible-date', document: keyOf('99/QĐ-UBND'), citation: 0, said: ['31/02/2022'] },
]);
const september = citing('b.txt', '2022-09-15');

describe.each(await enginesUnderTest())('what a person should look at, on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  beforeAll(async () => {
    place = await newPlace();
    archive = await openAt(place);
    for (const report of [august, september]) await importMade(archive, report);
  });
  afterAll(async () => {
    await archive.close();
    await place.dispose();
  });

  it('names documents that reports contradict one another on, then mentions', async () => {
    const items = await archive.reviewItems();
    expect(items.map(({ id, reason, subject, code, said }) => [id, reason, subject, code, said])).toEqual([
      [keyOf('99/QĐ-UBND'), 'conflict', 'document', 'date-conflict', ['2022-08-15', '2022-09-15']],
      [
        `${idOf(august).slice(0, 8)}:c${august.text.indexOf('số 99')}`,
        'conflict',
        'citation',
        'impossible-date',
        ['31/02/2022'],
      ],
    ]);
    expect(items[0]?.saidBy).toEqual([
      { said: '2022-08-15', reports: ['a.txt'] },
      { said: '2022-09-15', reports: ['b.txt'] },
    ]);
    expect(items[1]).toMatchObject({ quote: 'số 99/QĐ-UBND', document: { number: '99/QĐ-UBND' } });
  });

  it('narrows by report, document, kind and number', async () => {
    const ids = async (filter: Parameters<Archive['reviewItems']>[0]) =>
      (await archive.reviewItems(filter)).map(({ subject }) => subject);
    expect(await ids({ report: idOf(august) })).toEqual(['citation']);
    expect(await ids({ report: idOf(september) })).toEqual([]);
    expect(await ids({ document: keyOf('99/QĐ-UBND') })).toEqual(['document', 'citation']);
    expect(await ids({ document: keyOf('98/QĐ-UBND') })).toEqual([]);
    expect(await ids({ subject: 'document' })).toEqual(['document']);
    expect(await ids({ reasons: ['ambiguous'] })).toEqual([]);
    expect(await ids({ limit: 1 })).toEqual(['document']);
  });

  it('knows of no contradiction once one of the two reports says otherwise', async () => {
    await importMade(archive, citing('b.txt', '2022-08-15'), undefined);
    const third = citing('c.txt', '2022-08-16');
    await importMade(archive, third);
    expect((await archive.reviewItems({ subject: 'document' }))[0]?.said).toEqual(['2022-08-15', '2022-08-16']);
  });
});
