import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { LegalDocument } from '../../src/model/index.js';
import { arrangeIndex, type CrossReferenceIndex, type Language } from '../../src/publish/index.js';
import type { Citer, IndexPlaces, ReviewItem } from '../../src/store/index.js';

/** A document with the places that cite it. */
export interface Reference {
  readonly document: LegalDocument;
  readonly own: readonly string[];
  readonly citers: readonly Citer[];
}

export async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What an archive with these references gives an index. */
export function placesOf(references: readonly Reference[], conflicts: readonly ReviewItem[] = []): IndexPlaces {
  const citersOf = (key: string): readonly Citer[] =>
    references.find(({ document }) => document.key === key)?.citers ?? [];
  const reports = new Map(references.flatMap(({ citers }) => citers.map((citer) => [citer.report, citer] as const)));
  return {
    documents: () =>
      each(
        references.map(({ document, own, citers }) => ({
          document,
          held: own.length > 0,
          reports: new Set(citers.map(({ report }) => report)).size,
          citations: citers.length,
          byOtherReports: citers.filter(({ byOtherReports }) => byOtherReports !== null).length,
        })),
      ),
    citersOf: async (keys) => new Map(keys.map((key) => [key, citersOf(key)])),
    eachCiter: (key) => each(citersOf(key)),
    reports: () =>
      each(
        [...reports].map(([id, one]) => ({ id, name: one.reportName, number: one.reportNumber, date: one.reportDate })),
      ),
    citedBy: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          references.flatMap(({ document, citers }) =>
            citers.flatMap((place) => (place.report === id ? [{ document, place }] : [])),
          ),
        ]),
      ),
    conflicts: () => each(conflicts),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'trichluc-index-'));
const scratch = { folder, next: 1 };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const indexOf = (
  references: readonly Reference[],
  language: Language,
  conflicts: readonly ReviewItem[] = [],
): Promise<CrossReferenceIndex> => arrangeIndex(placesOf(references, conflicts), language, scratch);
