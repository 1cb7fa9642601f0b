import { createHash } from 'node:crypto';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/ingest/index.js';
import { normalizeReport } from '../../src/normalize/index.js';
import { stages } from '../../src/pipeline/stages.js';
import { type PreparedReport, packStage, prepareReport } from '../../src/store/index.js';
import { type ReportTable, reportTables } from '../../src/store/prepare-report.js';
import { writeReport } from './write-report.js';

/** One report as an import would store it. */
export interface MadeReport {
  readonly id: number;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly prepared: PreparedReport;
}

/** The stages of an import over one written report, and the rows that its own `prepareReport` makes of them. */
export async function makeReport(index: number): Promise<MadeReport> {
  const { name, text } = writeReport(index);
  const bytes = Buffer.from(text);
  const document = await readDocument({ bytes, name });
  const extraction = extract(document);
  const normalized = normalizeReport(document, extraction);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: index + 1,
    sha256,
    name,
    bytes: bytes.length,
    prepared: prepareReport({ document, extraction, normalized }),
  };
}

/** Many reports' rows, one array a column; what the reports say of documents, counted. */
export interface Rows {
  readonly reports: readonly (readonly (string | number | null)[])[];
  /** by table: the reports' ids, then its columns, in PostgreSQL's binary form of arrays */
  readonly tables: Readonly<Record<ReportTable, readonly Uint8Array[]>>;
  readonly votes: readonly (readonly [string, string, string, string, number, number, number])[];
  readonly mentions: number;
}

export async function makeRows(from: number, to: number): Promise<Rows> {
  const made: MadeReport[] = [];
  for (let index = from; index < to; index += 1) made.push(await makeReport(index));
  const names = Object.keys(reportTables) as ReportTable[];
  const tables = Object.fromEntries(
    names.map((table) => {
      const ids = made.flatMap(({ id, prepared }) => Array<number>(lengthOf(prepared.tables[table][0]!)).fill(id));
      const columns = Object.keys(reportTables[table]).map((_, at) =>
        joinArrays(made.map(({ prepared }) => prepared.tables[table][at]!)),
      );
      return [table, [idArray(ids), ...columns]];
    }),
  ) as Record<ReportTable, Uint8Array[]>;
  const votes = new Map<string, [string, string, string, string, number, number, number]>();
  for (const { prepared } of made)
    for (const { key, kind, hash, value, votes: count, citing, citations } of prepared.votes) {
      const name = `${key}\n${kind}\n${hash}`;
      const sum = votes.get(name);
      if (sum === undefined) votes.set(name, [key, kind, hash, value, count, citing, citations]);
      else {
        sum[4] += count;
        sum[5] += citing;
        sum[6] += citations;
      }
    }
  return {
    reports: made.map(({ id, sha256, name, bytes, prepared }) => [
      id,
      sha256,
      name,
      bytes,
      prepared.text,
      prepared.pages,
      ...prepared.header,
    ]),
    tables,
    votes: [...votes.values()],
    mentions: made.reduce((sum, { prepared }) => sum + lengthOf(prepared.tables.citation[0]!), 0),
  };
}

/** Empty but sound: what the stages give is read again by newer rules alone. */
export const emptyStages = () =>
  Promise.all(stages.map(({ name, version }) => packStage(name, version, { output: null, diagnostics: [] })));

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const lengthOf = (array: Uint8Array): number => (view(array).getInt32(0) === 0 ? 0 : view(array).getInt32(12));

/** Arrays of one type one behind another, as array_recv reads them: dimensions, nulls, type, length, first index, values. */
function joinArrays(arrays: readonly Uint8Array[]): Uint8Array {
  const filled = arrays.filter((array) => lengthOf(array) > 0);
  if (filled.length === 0) return arrays[0]!;
  const joined = Buffer.concat([new Uint8Array(20), ...filled.map((array) => array.subarray(20))]);
  joined.writeInt32BE(1, 0);
  joined.writeInt32BE(Math.max(...filled.map((array) => view(array).getInt32(4))), 4);
  joined.writeInt32BE(view(filled[0]!).getInt32(8), 8);
  joined.writeInt32BE(
    filled.reduce((sum, array) => sum + lengthOf(array), 0),
    12,
  );
  joined.writeInt32BE(1, 16);
  return joined;
}

function idArray(ids: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(ids.length === 0 ? 12 : 20 + ids.length * 8);
  bytes.writeInt32BE(ids.length === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(23, 8);
  if (ids.length === 0) return bytes;
  bytes.writeInt32BE(ids.length, 12);
  bytes.writeInt32BE(1, 16);
  ids.forEach((id, at) => {
    bytes.writeInt32BE(4, 20 + at * 8);
    bytes.writeInt32BE(id, 24 + at * 8);
  });
  return bytes;
}

process.on('message', ({ from, to }: { readonly from: number; readonly to: number }) => {
  makeRows(from, to).then((rows) => process.send!(rows));
});
