import { readDocument } from '../../src/ingest/index.js';
import type { SourceDocument } from '../../src/model/index.js';
import { prepareCorrected } from '../../src/pipeline/prepare-corrected.js';
import { runStages } from '../../src/pipeline/run-stages.js';
import { ingestStage } from '../../src/pipeline/stages.js';
import { type Archive, packStage, type StagedOutput, unpackOutput } from '../../src/store/index.js';

/** A document as if its text had been read off a picture, each word with this certainty in percent. */
export function asRecognised(
  document: SourceDocument,
  certaintyOf: (word: string) => number = () => 95,
): SourceDocument {
  const words = Array.from(
    document.text.matchAll(/\S+/gu),
    ({ 0: word, index }) => [index, index + word.length, certaintyOf(word), 10, 10, 30, 12] as const,
  );
  const spans = [{ start: 0, end: document.text.length }];
  return {
    ...document,
    pageCount: 1,
    pages: [{ number: 1, spans, recognition: { by: 'tesseract 5.3.0', confidence: 0.95, words } }],
  };
}

/**
 * Takes a text in and runs the real stages over it, as an import does, in this thread.
 *
 * @param read what becomes of the reading before the other stages see it
 */
export async function readInto(
  archive: Archive,
  name: string,
  text: string,
  read?: (document: SourceDocument) => SourceDocument,
): Promise<string> {
  const bytes = Buffer.from(text);
  const { report } = await archive.takeIn({ path: `/in/${name}`, bytes });
  const begun = await archive.beginWork(report.id);
  if (begun === null) return report.id;
  const staged: StagedOutput[] = [];
  const stored: Record<string, unknown> = {};
  for (const output of begun.stored) stored[output.stage] = await unpackOutput(output.output);
  if (read !== undefined) stored[ingestStage.name] = read(await readDocument({ bytes, name }));
  const graph = await runStages({
    file: async () => ({ bytes, name }),
    stored,
    save: async ({ stage, version, output, diagnostics }) => {
      staged.push(await packStage(stage, version, { output, diagnostics }));
    },
  });
  await archive.replaceReport(report.id, prepareCorrected(graph, begun.corrections), staged);
  return report.id;
}

/** A small report of a province's department, with these paragraphs. */
export const reportText = (number: number, ...paragraphs: readonly string[]): string =>
  [
    'UBND TỈNH SƠN LA',
    'SỞ NỘI VỤ',
    `Số: ${number}/BC-SNV`,
    'Sơn La, ngày 15 tháng 12 năm 2023',
    'BÁO CÁO',
    'Kết quả công tác năm 2023',
    ...paragraphs,
  ].join('\n\n');
