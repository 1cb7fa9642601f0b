import { createHash } from 'node:crypto';
import { compareReport, type Difference, labelledReport, type ReportRecords } from '../eval/index.js';
import type { Correction, Extraction, NormalizedReport, SourceDocument } from '../model/index.js';
import { layOver } from '../normalize/index.js';
import type { StagePool } from '../pipeline/index.js';
import { type Archive, type ReportId, unpackOutput } from '../store/index.js';

/** What the present rules would change in one report. */
export interface StoredComparison {
  readonly id: ReportId;
  readonly name: string;
  readonly differences: readonly Difference[];
  /** decisions of people that would be left without the mention they are about */
  readonly orphaned: readonly Correction[];
}

/**
 * What is stored of one report beside what the present rules find in its stored text; null when nothing is stored.
 *
 * @param decided what people decided of this report and did not take back
 */
export async function compareStored(
  archive: Archive,
  pool: StagePool,
  id: ReportId,
  decided: readonly Correction[],
): Promise<StoredComparison | null> {
  const work = await archive.storedWork(id);
  if (work === null) return null;
  const { name, stored } = work;
  const output = async <T>(stage: string): Promise<T | null> => {
    const packed = stored.find((one) => one.stage === stage);
    return packed === undefined ? null : ((await unpackOutput(packed.output)) as T);
  };
  const [document, extraction, normalized] = [
    await output<SourceDocument>('ingest'),
    await output<Extraction>('extract'),
    await output<NormalizedReport>('normalize'),
  ];
  if (document === null || extraction === null) return null;
  const now = await pool.run({ path: archive.originalPath(id), name, stored, keepReading: true, save: async () => {} });
  const differences = compareReport(
    recordsOf(name, document.text, extraction, normalized),
    recordsOf(name, now.document.text, now.extraction, now.normalized),
    null,
  );
  const held = foundOf(document, extraction, normalized ?? now.normalized, decided);
  const holds = foundOf(now.document, now.extraction, now.normalized, decided);
  const orphaned = decided.filter((one) => held.has(one.id) && !holds.has(one.id));
  return { id, name, differences, orphaned };
}

/** Which decisions find what they are about. */
function foundOf(
  document: SourceDocument,
  extraction: Extraction,
  normalized: NormalizedReport,
  decided: readonly Correction[],
): ReadonlySet<string> {
  if (decided.length === 0) return new Set();
  return new Set(
    layOver(document, extraction, normalized, decided).uses.flatMap(({ id, found }) => (found ? [id] : [])),
  );
}

/** Each citation with the document it points at, where the two outputs are of one run. */
function recordsOf(
  name: string,
  text: string,
  extraction: Extraction,
  normalized: NormalizedReport | null,
): ReportRecords {
  const edges = new Map(normalized?.citations.map((edge) => [edge.citation, edge]));
  const records = {
    ...extraction,
    header: { ...extraction.header, ...(normalized === null ? {} : { document: normalized.self?.key ?? null }) },
    citations: extraction.citations.map((citation, index) => {
      const { document = null, state = null } = edges.get(index) ?? {};
      return normalized === null ? citation : { ...citation, document, state };
    }),
  };
  return { name, text: createHash('sha256').update(text).digest('hex'), records: labelledReport.parse(records) };
}
