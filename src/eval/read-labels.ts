import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { parseJson } from './baseline.js';
import { EvaluationError } from './errors.js';
import type { ReportPath } from './extract-file.js';
import { type LabelledReport, labelledReport } from './labelled-report.js';

/** Formats in the order in which a report's file is looked for. */
const extensions = ['.txt', '.md', '.docx', '.pdf'];

/** A folder holds labels and files in folders of their own, or side by side. */
const roomOf = (folder: string, name: 'gold' | 'corpus'): string =>
  existsSync(join(folder, name)) ? join(folder, name) : folder;

/**
 * The labels of a folder laid out as `gold/NAME.json` beside `corpus/NAME.txt` (or another format), or as `NAME.json`
 * beside `NAME.txt`.
 *
 * @returns labels by report name, without extension, in the order of names
 * @throws EvaluationError no labels there, or one that cannot be read
 */
export async function readLabels(folder: string): Promise<ReadonlyMap<string, LabelledReport>> {
  const gold = roomOf(folder, 'gold');
  const names = await filesOf(gold);
  const labels = new Map<string, LabelledReport>();
  for (const name of names.filter((name) => extname(name) === '.json')) {
    const parsed = labelledReport.safeParse(parseJson(await readFile(join(gold, name), 'utf8')));
    if (!parsed.success) throw new EvaluationError(`${join(gold, name)} is no label file`, { cause: parsed.error });
    labels.set(basename(name, '.json'), parsed.data);
  }
  if (labels.size === 0)
    throw new EvaluationError(
      `No labels in ${folder}: it should hold gold/NAME.json and corpus/NAME.txt, or NAME.json beside NAME.txt`,
    );
  return labels;
}

/**
 * The files that were labelled.
 *
 * @throws EvaluationError a labelled report has no file
 */
export async function labelledFiles(folder: string, names: Iterable<string>): Promise<readonly ReportPath[]> {
  const corpus = roomOf(folder, 'corpus');
  const there = new Set(await filesOf(corpus));
  return [...names].map((name) => {
    const extension = extensions.find((extension) => there.has(`${name}${extension}`));
    if (extension === undefined) throw new EvaluationError(`${corpus} has no text of the labelled report ${name}`);
    return { path: join(corpus, `${name}${extension}`), name };
  });
}

/**
 * The reports among files and folders: of a folder, the files right in it that can be read, without its README.
 *
 * @param from names are printed relative to it
 * @throws EvaluationError a path is not there
 */
export async function findReports(paths: readonly string[], from: string): Promise<readonly ReportPath[]> {
  const found: ReportPath[] = [];
  for (const path of paths) {
    const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      throw new EvaluationError(`Cannot read ${path} (${error.code})`, { cause: error });
    });
    const files =
      entries === null
        ? [path]
        : entries
            .filter((name) => extensions.includes(extname(name).toLowerCase()) && !/^readme\./iu.test(name))
            .sort()
            .map((name) => join(path, name));
    for (const file of files) found.push({ path: file, name: relative(from, file).replaceAll('\\', '/') });
  }
  return found;
}

const filesOf = async (folder: string): Promise<readonly string[]> => (await readdir(folder).catch(() => [])).sort();

/** The name under which a file is labelled: "…/corpus/report-000.docx" is report-000. */
export const labelName = (path: string): string => basename(path, extname(path));
