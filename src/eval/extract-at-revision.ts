import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseJson, reportOutcome, writeWhole } from './baseline.js';
import { type Progress, resolveRevision, withBuiltRevision } from './built-revision.js';
import { EvaluationError } from './errors.js';
import type { ReportOutcome, ReportPath } from './extract-file.js';

/**
 * Run by a process of its own, since two builds must not share the state of their libraries. It reads from its standard
 * input where the build is and which files it shall read, and prints one line of JSON a file.
 */
const program = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
// Libraries print warnings; the standard output is for the records alone.
console.log = console.info = console.error;
const { pipeline, files } = JSON.parse(readFileSync(0, 'utf8'));
const door = await import(pipeline);
// Earlier revisions exported the stages themselves; later ones load them when they are asked for.
const { ingestStage, extractStage } = door.loadStages === undefined ? door : await door.loadStages();
for (const { path, name } of files) {
  let outcome;
  try {
    const document = await ingestStage.run({ bytes: readFileSync(path), name: basename(path) });
    const records = await extractStage.run(document);
    outcome = { name, text: createHash('sha256').update(document.text).digest('hex'), records };
  } catch (error) {
    outcome = { name, failure: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(outcome) + '\\n');
}
`;

export interface RevisionRun {
  /** a folder in the checkout */
  readonly folder: string;
  readonly revision: string;
  readonly files: readonly ReportPath[];
  /** where what a commit finds in a file is kept, by commit and content */
  readonly cache: string;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/**
 * What the rules of an earlier commit find in some files. The commit is built only when a file is not in the cache.
 *
 * @returns the outcomes in the order of the files, and the commit's full hash
 * @throws EvaluationError no checkout, no such revision, or one that cannot be built or has no stages to run
 */
export async function extractAtRevision(
  run: RevisionRun,
): Promise<{ readonly commit: string; readonly reports: readonly ReportOutcome[] }> {
  const { root, commit } = await resolveRevision(run.folder, run.revision);
  const kept = new Map<string, ReportOutcome>();
  const missing: { readonly file: ReportPath; readonly place: string }[] = [];
  for (const file of run.files) {
    const place = join(run.cache, commit, `${await keyOf(file.path)}.json`);
    const outcome = await readKept(place);
    // The same content may lie under two names; the name is of this run.
    if (outcome === null) missing.push({ file, place });
    else kept.set(file.name, { ...outcome, name: file.name });
  }
  if (missing.length > 0) {
    const fresh = await withBuiltRevision(
      { root, commit },
      (built) => {
        run.progress(`reading ${missing.length} files with ${commit.slice(0, 12)}`);
        return extractWithBuild(
          built,
          missing.map(({ file }) => file),
          run.signal,
        );
      },
      run.progress,
      run.signal,
    );
    for (const [at, outcome] of fresh.entries()) {
      kept.set(outcome.name, outcome);
      await writeWhole(missing[at]!.place, JSON.stringify(outcome));
    }
  }
  return { commit, reports: run.files.map(({ name }) => kept.get(name)!) };
}

/** Content and extension: a reader may ask the name for a hint where bytes do not tell, as between TXT and Markdown. */
async function keyOf(path: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path));
  return `${hash.digest('hex').slice(0, 32)}${extname(basename(path))}`;
}

async function readKept(place: string): Promise<ReportOutcome | null> {
  if (!existsSync(place)) return null;
  const parsed = reportOutcome.safeParse(parseJson(await readFile(place, 'utf8')));
  return parsed.success ? parsed.data : null;
}

async function extractWithBuild(
  built: string,
  files: readonly ReportPath[],
  signal: AbortSignal | undefined,
): Promise<readonly ReportOutcome[]> {
  const entry = join(built, 'dist', 'pipeline', 'index.js');
  if (!existsSync(entry)) throw new EvaluationError(`Revision ${basename(built)} has no stages to run (${entry})`);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-2000);
  });
  child.stdin.on('error', () => {}); // a child that dies early says why on its standard error
  child.stdin.end(JSON.stringify({ pipeline: pathToFileURL(entry).href, files }));
  const outcomes: ReportOutcome[] = [];
  for await (const line of createInterface({ input: child.stdout }))
    outcomes.push(reportOutcome.parse(JSON.parse(line)));
  const status = await ended;
  if (status !== 0 || outcomes.length !== files.length)
    throw new EvaluationError(`Revision ${basename(built)} stopped while reading the files:\n${complaints.trim()}`);
  return outcomes;
}
