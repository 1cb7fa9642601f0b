import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byteaArray, intArray, jsonArray, textArray, tsvectorArray } from '../../src/store/binary-array.js';
import type { Archive } from '../../src/store/index.js';
import { storable, storableJson } from '../../src/store/storable-json.js';
import { enginesUnderTest, openAt, type Place } from './engines.js';

describe.each(await enginesUnderTest())('binary arrays on $name', (engine) => {
  let place: Place;
  let archive: Archive;
  let client: pg.Client;
  beforeAll(async () => {
    place = await engine.newPlace();
    archive = await openAt(place);
    client = new pg.Client(archive.queueConnection());
    await client.connect();
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await archive.close();
    await place.dispose();
  });

  async function received(type: string, bytes: Uint8Array, shown = 'value'): Promise<unknown[]> {
    const { rows } = await client.query<{ shown: unknown }>(
      `select ${shown} as shown from unnest($1::${type}[]) with ordinality as e(value, at) order by at`,
      [bytes],
    );
    return rows.map((row) => row.shown);
  }
  const runs = { numRuns: 30 };

  it('brings texts and numbers, and null where there is none', async () => {
    expect(await received('text', textArray(['Đắk Lắk', null, '']))).toEqual(['Đắk Lắk', null, '']);
    expect(await received('int', intArray([0, null, -1, 2 ** 31 - 1]))).toEqual([0, null, -1, 2 ** 31 - 1]);
    expect(await received('bytea', byteaArray([Buffer.from([0, 255]), new Uint8Array()]))).toEqual([
      Buffer.from([0, 255]),
      Buffer.alloc(0),
    ]);
    expect(await received('text', textArray([]))).toEqual([]);
  });

  it('brings any text and any JSON that can be stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.string({ unit: 'binary' }))), async (values) => {
        const texts = values.map((value) => (value === null ? null : storable(value)));
        expect(await received('text', textArray(texts))).toEqual(texts);
      }),
      runs,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json()), async (values) => {
        const stored = values.map((value) => storableJson(JSON.parse(value)));
        expect(await received('json', jsonArray(stored), 'value::text')).toEqual(stored);
      }),
      runs,
    );
  });

  it('brings the words that a tsvector literal says', async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u);
    const positions = fc.uniqueArray(fc.integer({ min: 1, max: 8000 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(word, positions), { maxLength: 4 }), async (vectors) => {
        const indexes = vectors.map(
          (vector) => new Map(Object.entries(vector).map(([key, at]) => [key, at.sort((a, b) => a - b)])),
        );
        const literals = indexes.map((index) => [...index].map(([key, at]) => `'${key}':${at}`).join(' '));
        expect(await received('tsvector', tsvectorArray(indexes), 'value::text')).toEqual(
          await received('text', textArray(literals), 'value::tsvector::text'),
        );
      }),
      runs,
    );
  });

  it('takes nothing for a text that is a number', async () => {
    await expect(received('text', intArray([1]))).rejects.toThrow(/element type/);
  });
});
