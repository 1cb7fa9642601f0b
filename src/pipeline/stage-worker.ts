// The program of a worker process: it reads one file at a time and runs the stages over it (stage-pool.ts starts it).
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OfficeConverter, RecognitionNeeded, unpackFiles, watchChildren } from '../ingest/index.js';
import { PipelineError } from '../model/index.js';
import { packStage, type StagedOutput, unpackOutput } from '../store/index.js';
import { prepareCorrected } from './prepare-corrected.js';
import { runStages, type StageRun } from './run-stages.js';
import type { FromWorker, StageTask, TaskOutcome, ToWorker, Unpacked, UnpackedFile } from './stage-task.js';
import { stages } from './stages.js';
import { identify, surveyFile } from './survey-file.js';

export default async function runTask(task: StageTask): Promise<TaskOutcome> {
  const { port } = task;
  port.postMessage({ kind: 'started' } satisfies FromWorker);
  watchChildren((child) => port.postMessage({ kind: 'child', child } satisfies FromWorker));
  try {
    switch (task.wanted) {
      case 'graph':
        return await makeGraph(task);
      case 'rows':
        return await makeRows(task);
      case 'files':
        return { kind: 'unpacked', unpacked: await unpack(task) };
      case 'survey':
        return await survey(task);
    }
  } catch (error) {
    if (error instanceof RecognitionNeeded) return { kind: 'postponed', pages: error.pages };
    if (isOutOfMemory(error))
      return { kind: 'failed', code: 'out-of-memory', message: `${task.name}: ${describe(error)}`, retryable: false };
    return error instanceof PipelineError
      ? { kind: 'failed', code: error.code, message: error.message, retryable: error.retryable }
      : { kind: 'failed', code: 'internal', message: describe(error), retryable: false };
  }
}

/** Puts the files of an archive into the task's folder under numbers: no name of theirs leads anywhere. */
async function unpack({ path, name, folder }: StageTask): Promise<Unpacked | null> {
  if (folder === undefined) throw new TypeError('A task to unpack names no folder');
  const packed = await unpackFiles(await readOriginal(path), name);
  if (packed === null) return null;
  const files: UnpackedFile[] = [];
  for await (const found of packed.files) {
    if (found.kind === 'failed') files.push(found);
    else {
      const file = join(folder, String(files.length));
      // An archive has thousands, and this process has nothing else to do meanwhile: waiting for each costs twice as much.
      writeFileSync(file, found.bytes);
      files.push({ kind: 'file', path: found.path, name: found.name, file });
    }
  }
  return { isReport: packed.isReport, files };
}

async function makeGraph(task: StageTask): Promise<TaskOutcome> {
  const graph = await runStages({
    file: () => readFileOf(task),
    ...(await stored(task)),
    save: (result) => tellAndWait(task, { kind: 'result', result }),
  });
  return { kind: 'done', graph };
}

/** What is made again in this time (OCR is not) may be lost with the process: storing it alone costs more, every time. */
const cheapMs = 2_000;

async function makeRows(task: StageTask): Promise<TaskOutcome> {
  let staged: StagedOutput[] = [];
  let began = performance.now();
  const graph = await runStages({
    file: () => readFileOf(task),
    ...(await stored(task)),
    save: async ({ stage, version, output, diagnostics }) => {
      staged.push(await packStage(stage, version, { output, diagnostics }));
      // Nothing comes between the last stage and the rows, so they are stored together.
      if (performance.now() - began < cheapMs || stage === stages.at(-1)?.name) return;
      for (const one of staged) await tellAndWait(task, { kind: 'staged', staged: one });
      staged = [];
      began = performance.now();
    },
  });
  const prepared = prepareCorrected(graph, task.corrections);
  return { kind: 'prepared', report: { kind: 'prepared', prepared, staged } };
}

async function survey(task: StageTask): Promise<TaskOutcome> {
  const file = await readFileOf(task);
  const identity = identify(file.bytes, file.name);
  await tellAndWait(task, { kind: 'identified', identity });
  return { kind: 'surveyed', survey: await surveyFile(file, identity) };
}

async function tellAndWait({ port }: StageTask, message: FromWorker): Promise<void> {
  port.postMessage(message);
  await once(port, 'message');
}

/** What a run takes up: outputs of the current versions, or the reading alone, of whatever version. */
async function stored({ stored: outputs, keepReading }: StageTask): Promise<Pick<StageRun, 'stored' | 'readBy'>> {
  const reading = keepReading ? outputs.find(({ stage }) => stage === stages[0]?.name) : undefined;
  if (reading === undefined) return { stored: await unpacked(outputs) };
  try {
    return { stored: { [reading.stage]: await unpackOutput(reading.output) }, readBy: reading.version };
  } catch {
    return { stored: {} };
  }
}

/** Stored outputs of the current versions; one that is damaged counts as missing, and so do those after it. */
async function unpacked(stored: StageTask['stored']): Promise<Record<string, unknown>> {
  const outputs: Record<string, unknown> = {};
  for (const { name, version } of stages) {
    const packed = stored.find((output) => output.stage === name && output.version === version);
    if (packed === undefined) break;
    try {
      outputs[name] = await unpackOutput(packed.output);
    } catch {
      break;
    }
  }
  return outputs;
}

const readFileOf = async (task: StageTask) => ({
  bytes: await readOriginal(task.path),
  name: task.name,
  office: officeOf(task),
  ...(task.recognition === undefined ? {} : { recognition: task.recognition }),
});

/** The one office of all processes, reached through the port: it outlives a process that is ended. */
const officeOf = ({ port }: StageTask): OfficeConverter => ({
  async convert(bytes, from, to) {
    port.postMessage({ kind: 'convert', bytes, from, to } satisfies FromWorker);
    const [answer] = (await once(port, 'message')) as [ToWorker];
    if (answer.kind !== 'converted') throw new TypeError(`A process was answered ${answer.kind}`);
    return answer.converted;
  },
});

async function readOriginal(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new PipelineError('vanished', `${path} is not there`, { cause });
    if (code === 'ERR_FS_FILE_TOO_LARGE') throw new PipelineError('too-large', `${path} is over 2 GB`, { cause });
    throw new PipelineError('unreadable', `${path} cannot be read (${code})`, { cause, retryable: code === 'EIO' });
  }
}

/** A buffer that the machine does not give, a text longer than V8 can hold, a list or a map longer than they may be. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error &&
  /Array buffer allocation failed|Invalid (?:string|array) length|Cannot create a string longer|maximum size exceeded/i.test(
    error.message,
  );

/** An error of ours, with the place it came from: the report is kept and somebody will look. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return place === undefined ? `${error.name}: ${error.message}` : `${error.name}: ${error.message} ${place.trim()}`;
}
