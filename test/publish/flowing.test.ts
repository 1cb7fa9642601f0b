import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import type { LegalDocument } from '../../src/model/index.js';
import {
  arrangeIndex,
  type CrossReferenceIndex,
  type GraphSource,
  renderCsv,
  renderGraphml,
  renderHtml,
  renderJson,
  renderJsonLd,
  renderRico,
  renderSheetCsv,
  sheetsOf,
  sheetsOfIndex,
  writeXlsx,
} from '../../src/publish/index.js';
import type { Archive, Citer, RecordKind, RecordsOf, ReportRow, StoredCitation } from '../../src/store/index.js';
import { issuerRecord } from '../../src/text/authority/issuer-record.js';
import { graphOf, type MadeReport } from '../store/made-report.js';
import { Flow } from './flow.js';
import { each } from './made-index.js';

const folder = mkdtempSync(join(tmpdir(), 'trichluc-flowing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const many = 2500;
/** One batch of any writer and what a ZIP has not packed yet; far under `many`. */
const fewHeld = 1000;

const reportName = (index: number): string => `bao-cao-${index}.txt`;
const made = (index: number): MadeReport => ({
  name: reportName(index),
  number: `${index}/BC-UBND`,
  text: `Theo số ${index}/QĐ-UBND; 5 hộ nghèo; 5 bằng khen.`,
  cites: [{ quote: `số ${index}/QĐ-UBND`, number: `${index}/QĐ-UBND` }],
  amends: [[`${index}/QĐ-UBND`, `${index}/BC-UBND`]],
  figures: ['5 hộ nghèo'],
  awards: ['5 bằng khen'],
});
const rowOf = (index: number): ReportRow => ({
  id: String(index).padStart(64, '0'),
  name: reportName(index),
  mediaType: 'text/plain',
  bytes: 100,
  state: 'done',
  attempts: 1,
  failure: null,
  takenInAt: '2026-03-01T08:00:00.000Z',
  pageCount: 1,
  recognitionPages: null,
  type: 'BC',
  number: `${index}/BC-UBND`,
  issuer: null,
  date: '2022-12-01',
  title: null,
});
const relation: RecordsOf['relations'] = {
  from: '/a',
  relation: 'amends',
  relationDetail: null,
  to: '/b',
  fromLabel: 'a',
  toLabel: 'b',
  quote: 'sửa đổi',
  page: 1,
  byOtherReports: null,
};
const citationsOf = (index: number): StoredCitation[] => {
  const { extraction, normalized } = graphOf(made(index));
  return extraction.citations.map((citation, at) => ({
    citation,
    edge: normalized.citations[at] ?? null,
    byOtherReports: null,
  }));
};
const documentOf = (index: number): LegalDocument => graphOf(made(index)).normalized.documents[0]!;
const document = documentOf(0);
const placeIn = (index: number): Citer => ({
  report: rowOf(index).id,
  reportName: reportName(index),
  reportNumber: null,
  reportTitle: null,
  reportDate: null,
  reportIssuer: null,
  role: 'mentions',
  state: 'resolved',
  page: 1,
  section: null,
  provisions: [],
  quote: `số ${index}/QĐ-UBND`,
  footnote: false,
  confidence: 0.9,
  byOtherReports: null,
});

const graphFrom = (flow: Flow): GraphSource => ({
  documents: () =>
    flow.items(many, (index) => ({
      document: documentOf(index),
      own: [],
      successors: [],
      relations: [{ relation: 'amends' as const, to: '/akn/vn/act/luat' }],
    })),
  issuers: () => each([issuerRecord('ubnd-tinh-quang-ngai', 'UBND tỉnh Quảng Ngãi')!]),
  reports: () =>
    flow.items(many, (index) => ({
      report: rowOf(index),
      self: null,
      citations: citationsOf(index),
      relations: [],
      stages: [],
    })),
});

/** An archive of so many reports, of which nothing is there until it is asked for. */
const archiveFrom = (flow: Flow): Pick<Archive, 'records' | 'issuers' | 'exportIssuers'> => ({
  records: ((kind: RecordKind) =>
    flow.items(many, (index) => {
      const { quantities, awards } = graphOf(made(index)).extraction;
      const records = { quantities, awards, citations: citationsOf(index), relations: [relation] }[kind];
      return { report: rowOf(index), records };
    })) as Archive['records'],
  issuers: async () => [],
  exportIssuers: () => each([]),
});

const indexFrom = (flow: Flow): CrossReferenceIndex => ({
  documents: many,
  citations: many,
  sections: [{ heading: 'Quyết định', documents: many }],
  counts: { reports: many, lacking: many, conflicts: many },
  entries: () =>
    flow.items(many, (index) => ({
      section: 0,
      heading: 'Quyết định',
      document: documentOf(index),
      label: `${index}/QĐ-UBND`,
      held: false,
      mayBe: [],
      reports: () => each([{ name: reportName(index), places: [placeIn(index)] }]),
    })),
  reports: () =>
    flow.items(many, (index) => ({
      name: reportName(index),
      number: null,
      date: null,
      documents: [{ label: `${index}/QĐ-UBND`, key: documentOf(index).key, mayBe: [], places: [placeIn(index)] }],
    })),
  lacking: () =>
    flow.items(many, (index) => ({
      document: documentOf(index),
      label: `${index}/QĐ-UBND`,
      mayBe: [],
      reports: 1,
      citations: 1,
      byOtherReports: 0,
    })),
  conflicts: () =>
    flow.items(many, (index) => ({
      code: 'impossible-date' as const,
      issuer: null,
      label: `${index}/QĐ-UBND`,
      key: documentOf(index).key,
      readings: [{ said: '31/02/2022', reports: [reportName(index)] }],
      place: null,
    })),
});

const readAway = async (pieces: AsyncIterable<string>, flow?: Flow): Promise<void> => {
  for await (const _piece of pieces) flow?.wrote();
};
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => setImmediate(done) });

describe('nothing that is written holds the archive: of the records handed out, few are in memory at any time', () => {
  const writers: Readonly<Record<string, (flow: Flow) => Promise<unknown>>> = {
    'JSON-LD': (flow) => readAway(renderJsonLd(graphFrom(flow)), flow),
    GraphML: (flow) => readAway(renderGraphml(graphFrom(flow)), flow),
    'RiC-O': (flow) => readAway(renderRico(graphFrom(flow)), flow),
    'a workbook of records': (flow) => writeXlsx(sheetsOf(archiveFrom(flow), 'vi'), nowhere()),
    'a folder of CSV': async (flow) => {
      for (const sheet of sheetsOf(archiveFrom(flow), 'vi')) await readAway(renderSheetCsv(sheet, true), flow);
    },
    'the index as HTML': (flow) => readAway(renderHtml(indexFrom(flow), 'vi'), flow),
    'the index as JSON': (flow) => readAway(renderJson(indexFrom(flow)), flow),
    'the index as CSV': (flow) => readAway(renderCsv(indexFrom(flow)), flow),
    'the index as a workbook': (flow) => writeXlsx(sheetsOfIndex(indexFrom(flow), 'vi'), nowhere()),
  };

  it.each(Object.entries(writers))('%s', async (_name, write) => {
    const flow = new Flow();
    await write(flow);
    expect(flow.made).toBeGreaterThanOrEqual(many);
    expect(flow.mostHeld).toBeLessThan(fewHeld);
    expect(flow.mostUnwritten).toBeLessThan(fewHeld);
  });

  it('the order of the index: one run of the sort', async () => {
    const oneRun = 20_000;
    const [documents, reports, places] = [new Flow(), new Flow(), new Flow()];
    const index = await arrangeIndex(
      {
        documents: () =>
          documents.items(30_000, (at) => ({
            document: { ...document, key: `${document.key}-${at}`, number: `${at}/QĐ-UBND` },
            held: false,
            reports: at === 0 ? 2 * many : 0,
            citations: at === 0 ? 2 * many : 0,
            byOtherReports: 0,
          })),
        citersOf: async () => new Map(),
        eachCiter: () => places.items(2 * many, placeIn),
        reports: () =>
          reports.items(30_000, (at) => ({ id: rowOf(at).id, name: reportName(at), number: null, date: null })),
        citedBy: async () => new Map(),
        conflicts: () => each([]),
      },
      'vi',
      { folder, next: 1 },
    );
    await readAway(renderJson(index));
    expect(index.documents).toBe(30_000);
    expect(places.made).toBe(2 * many);
    for (const flow of [documents, reports]) expect(flow.mostHeld).toBeLessThanOrEqual(oneRun + 1);
    // those of one document are sorted in smaller runs
    expect(places.mostHeld).toBeLessThan(many);
  });

  it('and one that collects is seen', async () => {
    const flow = new Flow();
    const { documents } = graphFrom(flow);
    const collected: object[] = [];
    for await (const document of documents()) collected.push(document);
    expect(collected).toHaveLength(many);
    expect(flow.mostHeld).toBe(many);
  });
});
