import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { Diagnostic } from '../model/index.js';
import type { Database, Statement } from './database.js';
import type { ReportId } from './report-id.js';
import { internalId } from './report-row.js';
import type { StagedOutput, StageOutput } from './report-work.js';
import { storableJson } from './storable-json.js';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/**
 * Makes a stage's output ready to be stored. Outputs are deflated JSON: a page's glyph positions repeat a lot, and JSON
 * columns refuse U+0000. Pure; a thread makes it, so that the documents themselves need not travel between threads.
 */
export async function packStage(
  stage: string,
  version: number,
  { output, diagnostics }: StageOutput,
): Promise<StagedOutput> {
  // Level 1: half the time of level 3 for a tenth more room.
  const packed = await pack(Buffer.from(JSON.stringify(output ?? null)), { level: 1 });
  return { stage, version, output: packed, diagnostics: storableJson(diagnostics) };
}

/** The output that was packed. @throws Error it is damaged */
export async function unpackOutput(packed: Uint8Array): Promise<unknown> {
  return JSON.parse((await unpack(packed)).toString('utf8'));
}

const saveStatement: Statement = {
  name: 'save-stage',
  text: `insert into trichluc.stage_output (report_id, stage, version, output, diagnostics)
    select r.id, $2, $3, $4, $5 from trichluc.report r where r.sha256 = $1
    on conflict (report_id, stage) do update
    set version = excluded.version, output = excluded.output, diagnostics = excluded.diagnostics returning 1`,
};

export async function saveStage(
  db: Database,
  report: ReportId,
  { stage, version, output, diagnostics }: StagedOutput,
): Promise<void> {
  const rows = await db.query(saveStatement, [report, stage, version, output, diagnostics]);
  if (rows.length === 0) await internalId(db, report);
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
  return { output: await unpackOutput(row.output), diagnostics: row.diagnostics };
}
