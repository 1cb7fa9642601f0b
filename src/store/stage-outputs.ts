import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { Diagnostic } from '../model/index.js';
import type { ReportId, StageOutput } from './archive.js';
import type { Database } from './database.js';
import { internalId } from './report-row.js';
import { storableJson } from './storable-json.js';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/** Outputs are deflated JSON: a page's glyph positions repeat a lot, and JSON columns refuse U+0000. */
export async function saveStage(
  db: Database,
  report: ReportId,
  stage: string,
  version: number,
  { output, diagnostics }: StageOutput,
): Promise<void> {
  const packed = await pack(Buffer.from(JSON.stringify(output ?? null)), { level: 3 });
  const id = await internalId(db, report);
  await db.query(
    `insert into trichluc.stage_output (report_id, stage, version, output, diagnostics) values ($1, $2, $3, $4, $5)
     on conflict (report_id, stage) do update
     set version = excluded.version, output = excluded.output, diagnostics = excluded.diagnostics`,
    [id, stage, version, packed, storableJson(diagnostics)],
  );
}

export async function stageOutput(
  db: Database,
  report: ReportId,
  stage: string,
  version: number,
): Promise<StageOutput | null> {
  const [row] = await db.query<{ output: Buffer; diagnostics: readonly Diagnostic[] }>(
    `select s.output, s.diagnostics from trichluc.stage_output s join trichluc.report r on r.id = s.report_id
     where r.sha256 = $1 and s.stage = $2 and s.version = $3`,
    [report, stage, version],
  );
  if (row === undefined) return null;
  return { output: JSON.parse((await unpack(row.output)).toString('utf8')), diagnostics: row.diagnostics };
}
