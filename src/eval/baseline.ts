import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EvaluationError } from './errors.js';
import type { ReportOutcome } from './extract-file.js';
import { labelledReport } from './labelled-report.js';

const found = z.object({ name: z.string(), text: z.string(), records: labelledReport });
const failed = z.object({ name: z.string(), failure: z.string() });
export const reportOutcome: z.ZodType<ReportOutcome> = z.union([found, failed]);

const baselineFile = z.object({ version: z.literal(1), reports: z.array(reportOutcome) });

/**
 * What an earlier run found, by report.
 *
 * @throws EvaluationError the file is not there or is no baseline
 */
export async function readBaseline(path: string): Promise<readonly ReportOutcome[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new EvaluationError(`Cannot read the baseline ${path}; make one with --save ${path}`, { cause });
  }
  const parsed = baselineFile.safeParse(parseJson(text));
  if (!parsed.success)
    throw new EvaluationError(`${path} is not a baseline that --save wrote`, { cause: parsed.error });
  return parsed.data.reports;
}

/** Keeps what a run found for later comparisons. Written whole or not at all. */
export async function saveBaseline(path: string, reports: readonly ReportOutcome[]): Promise<void> {
  await writeWhole(path, `${JSON.stringify({ version: 1, reports })}\n`);
}

/** Two runs at once may write the same file: each writes its own and renames it into place. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const own = `${path}.${process.pid}`;
  await writeFile(own, text);
  await rename(own, path);
}

/** The JSON value of a text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
