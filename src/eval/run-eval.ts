import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { readBaseline, saveBaseline } from './baseline.js';
import { compareRuns } from './compare-runs.js';
import { EvaluationError } from './errors.js';
import { extractAtRevision } from './extract-at-revision.js';
import { extractFile, type ReportOutcome, type ReportPath } from './extract-file.js';
import { type LabelledReport, type MentionKind, mentionKinds } from './labelled-report.js';
import { printComparison } from './print-comparison.js';
import { printMisses, printScore } from './print-score.js';
import { findReports, labelledFiles, labelName, readLabels } from './read-labels.js';
import { score } from './score.js';

interface Options {
  readonly labels?: string;
  readonly against?: string;
  readonly baseline?: string;
  readonly save?: string;
  readonly repository?: string;
  readonly misses?: boolean;
  readonly min: Readonly<Partial<Record<MentionKind, number>>>;
  readonly json?: boolean;
}

export interface Surroundings {
  /** root of the project: its fixtures, its cache, and the labels beside it */
  readonly project: string;
  /** results */
  readonly out: (text: string) => void;
  /** progress and complaints */
  readonly err: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Scores the rules against labels, or names what a change of the rules gains and loses (docs/measuring.md).
 *
 * @param args as typed after the command's name
 * @returns exit status: 0 done, 1 under a mark of --min, 2 wrong usage or nothing to measure
 */
export async function runEval(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = new Command('eval')
    .description('scores extraction against labels; with --against or --baseline, names what a change gains and loses')
    .argument('[path...]', 'files or folders to compare or to save (default: the labelled corpus and fixtures/reports)')
    .option(
      '--labels <folder>',
      'holds gold/NAME.json and corpus/NAME.txt, or NAME.json beside NAME.txt (default: ../shared)',
    )
    .option('--against <revision>', 'compare with what this git revision finds')
    .option('--baseline <file>', 'compare with what --save kept')
    .option('--save <file>', 'keep what is found now')
    .option('--repository <folder>', 'checkout that knows the revision (default: this one)')
    .option('--misses', 'print each disagreement with the labels')
    .option('--min <marks>', 'fail under these F1: citations=0.95,quantities=0.9', readMarks, {})
    .option('--json', 'print JSON')
    .configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err })
    .exitOverride();
  try {
    program.parse(args, { from: 'user' });
    return await evaluate(program.args, program.opts<Options>(), surroundings);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof EvaluationError)) throw error;
    surroundings.err(`${error.message}\n`);
    return 2;
  }
}

async function evaluate(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<number> {
  if (options.against !== undefined && options.baseline !== undefined)
    throw new EvaluationError('Compare with --against or with --baseline, not with both');
  if (options.against === undefined && options.baseline === undefined && options.save === undefined) {
    if (paths.length > 0) throw new EvaluationError('To compare files say with what: --against or --baseline');
    return scoreLabels(options, surroundings);
  }
  const folder = options.labels ?? labelsOf(surroundings);
  const files = await findReports(
    paths.length > 0 ? paths : defaultPlaces(folder, surroundings),
    resolve(surroundings.project),
  );
  if (files.length === 0) throw new EvaluationError('No reports there to read');
  const before = await earlierRun(files, options, surroundings);
  const now = await extractAll(files, surroundings.signal);
  if (options.save !== undefined) await saveBaseline(options.save, now);
  if (before === null) return 0;
  // Without labels a comparison goes unjudged, unless they were asked for.
  const labelled = options.labels !== undefined || existsSync(join(folder, 'gold'));
  const labels = labelled ? await readLabels(folder) : new Map<string, LabelledReport>();
  const comparison = compareRuns(before.name, before.reports, now, (name) => labels.get(labelName(name)) ?? null);
  surroundings.out(options.json ? `${JSON.stringify(comparison, null, 2)}\n` : printComparison(comparison));
  return 0;
}

async function scoreLabels(options: Options, { out, err, signal, project }: Surroundings): Promise<number> {
  const folder = options.labels ?? labelsOf({ project });
  const labels = await readLabels(folder);
  const found = await extractAll(await labelledFiles(folder, labels.keys()), signal);
  const scored = score(
    found.map((outcome) => {
      if ('failure' in outcome) throw new EvaluationError(`Cannot read ${outcome.name}: ${outcome.failure}`);
      return { name: outcome.name, labels: labels.get(outcome.name)!, found: outcome.records };
    }),
  );
  const { misses, ...figures } = scored;
  if (options.json) out(`${JSON.stringify(options.misses ? { ...figures, misses } : figures, null, 2)}\n`);
  else out(`${options.misses ? printMisses(scored) : ''}${printScore(scored)}`);
  const short = mentionKinds.filter((kind) => scored.mentions[kind].f1 < (options.min[kind] ?? 0));
  for (const kind of short)
    err(`falls short: ${kind} F1 ${scored.mentions[kind].f1.toFixed(3)} < ${options.min[kind]}\n`);
  return short.length > 0 ? 1 : 0;
}

async function extractAll(files: readonly ReportPath[], signal: AbortSignal): Promise<readonly ReportOutcome[]> {
  const outcomes: ReportOutcome[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    outcomes.push(await extractFile(file));
  }
  return outcomes;
}

async function earlierRun(
  files: readonly ReportPath[],
  { against, baseline, repository }: Options,
  { project, err, signal }: Surroundings,
): Promise<{ readonly name: string; readonly reports: readonly ReportOutcome[] } | null> {
  if (baseline !== undefined) return { name: baseline, reports: await readBaseline(baseline) };
  if (against === undefined) return null;
  const { commit, reports } = await extractAtRevision({
    folder: repository ?? project,
    revision: against,
    files: files.map(({ path, name }) => ({ path: resolve(path), name })),
    cache: join(project, 'node_modules', '.cache', 'trichluc-eval'),
    progress: (line) => err(`${line}\n`),
    signal,
  });
  return { name: `${against} (${commit.slice(0, 12)})`, reports };
}

const labelsOf = ({ project }: { readonly project: string }): string => join(project, '..', 'shared');

const defaultPlaces = (labels: string, { project }: Surroundings): readonly string[] =>
  [join(labels, 'corpus'), join(project, 'fixtures', 'reports')].filter((folder) => existsSync(folder));

function readMarks(text: string): Options['min'] {
  const marks: Partial<Record<MentionKind, number>> = {};
  for (const part of text.split(',')) {
    const [kind, mark] = part.split('=');
    const known = mentionKinds.find((each) => each === kind);
    if (known === undefined || !(Number(mark) >= 0 && Number(mark) <= 1))
      throw new InvalidArgumentError(`one of ${mentionKinds.join(', ')}, "=" and a number from 0 to 1`);
    marks[known] = Number(mark);
  }
  return marks;
}
