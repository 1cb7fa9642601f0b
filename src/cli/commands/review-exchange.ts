import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type LabelledExample, labelledExample } from '../../model/index.js';
import type { Archive, CorrectionState } from '../../store/index.js';
import { UsageError } from '../errors.js';
import { layDue } from '../lay-due.js';
import { printJson } from '../print-json.js';
import { replaceFile } from '../replace-file.js';
import { type Context, withArchive } from '../session.js';

/** `trichluc review export`: every correction as a labelled example, a line of JSON each. */
export async function reviewExportCommand(context: Context, options: { readonly out?: string }): Promise<number> {
  const { config, terminal, messages } = context;
  const examples = await withArchive(context, false, async ({ archive }) => {
    const made: LabelledExample[] = [];
    for (const one of await archive.corrections()) made.push(await exampleOf(archive, one));
    return made;
  });
  const lines = examples.map((example) => `${JSON.stringify(example)}\n`).join('');
  if (options.out === undefined) {
    await terminal.out(lines);
    return 0;
  }
  const file = resolve(options.out);
  await replaceFile(file, (draft) => writeFile(draft, lines));
  if (config.json) await terminal.out(printJson({ file, examples: examples.length }));
  terminal.err(`${messages.written(options.out)}\n`);
  return 0;
}

const labels = {
  accept: 'right',
  reject: 'wrong',
  correct: 'corrected',
  'correct-quantity': 'corrected',
  'correct-award': 'corrected',
  'correct-header': 'corrected',
} as const;

async function exampleOf(
  archive: Archive,
  { state, reportName, ...correction }: CorrectionState,
): Promise<LabelledExample> {
  const { decision, report, found } = correction;
  const anchor = 'anchor' in decision ? decision.anchor : null;
  const around = report === null || anchor === null ? null : await archive.around(report, anchor);
  return {
    format: 'trichluc-review/1',
    label: decision.action in labels ? labels[decision.action as keyof typeof labels] : null,
    inForce: state !== 'undone',
    report: report === null ? null : { sha256: report, name: reportName },
    kind: anchor?.kind ?? (decision.action === 'correct-header' ? 'header' : null),
    quote: anchor?.quote ?? null,
    before: around?.before ?? null,
    after: around?.after ?? null,
    found,
    expected: 'fields' in decision ? { ...decision.fields } : null,
    correction,
  };
}

/** `trichluc review import FILE`: takes corrections in that were exported, each once. */
export async function reviewImportCommand(context: Context, file: string): Promise<number> {
  const { config, terminal, messages } = context;
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(messages.review.unreadable(file, cause.code ?? cause.message));
  });
  const examples = text.split('\n').flatMap((line, index): LabelledExample[] => {
    if (line.trim() === '') return [];
    const parsed = labelledExample.safeParse(parseJson(line));
    if (!parsed.success) throw new UsageError(messages.review.badLine(file, index + 1));
    return [parsed.data];
  });
  const { added, changed } = await withArchive(context, false, async ({ archive }) => {
    let count = 0;
    for (const { correction } of examples) if (await archive.adoptCorrection(correction)) count++;
    return { added: count, changed: await layDue(context, archive) };
  });
  const known = examples.length - added;
  if (config.json) await terminal.out(printJson({ added, known, reports: changed }));
  else await terminal.out(`${messages.review.imported(added, known)}\n`);
  return 0;
}

/** @returns undefined for what is no JSON */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
