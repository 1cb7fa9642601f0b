import { prepareCorrected } from '../../src/pipeline/prepare-corrected.js';
import { runStages } from '../../src/pipeline/run-stages.js';
import { type Archive, packStage, type StagedOutput, unpackOutput } from '../../src/store/index.js';

/** Takes a text in and runs the real stages over it, as an import does, in this thread. */
export async function readInto(archive: Archive, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { report } = await archive.takeIn({ path: `/in/${name}`, bytes });
  const begun = await archive.beginWork(report.id);
  if (begun === null) return report.id;
  const staged: StagedOutput[] = [];
  const stored: Record<string, unknown> = {};
  for (const output of begun.stored) stored[output.stage] = await unpackOutput(output.output);
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
