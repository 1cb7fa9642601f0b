import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStagePool, type PooledReport, type StagePool, type StageResult } from '../../src/pipeline/index.js';
import { runStages } from '../../src/pipeline/run-stages.js';
import { stages } from '../../src/pipeline/stages.js';
import type { StagedOutput } from '../../src/store/index.js';

const text = 'BÁO CÁO\nThực hiện Kế hoạch số 12/KH-UBND ngày 03/4/2023 của UBND tỉnh, đã mở 05 lớp tập huấn.\n';
const file = async () => ({ bytes: Buffer.from(text), name: 'bao-cao.txt' });

async function run(stored: Record<string, unknown> = {}, open: typeof file = file) {
  const saved: StageResult[] = [];
  const graph = await runStages({ file: open, stored, save: async (result) => void saved.push(result) });
  return { graph, saved };
}

describe('runStages', () => {
  it('saves each stage under its name and version, in order', async () => {
    const { graph, saved } = await run();
    expect(saved.map(({ stage, version }) => ({ name: stage, version }))).toEqual(stages);
    expect(saved.map(({ output }) => output)).toEqual([graph.document, graph.extraction, graph.normalized]);
    expect(graph.document.text).toContain('12/KH-UBND');
  });

  it('goes on from what is stored, without the file', async () => {
    const first = await run();
    const { graph, saved } = await run({ ingest: structuredClone(first.graph.document) }, async () => {
      throw new Error('the file was asked for');
    });
    expect(saved.map(({ stage }) => stage)).toEqual(['extract', 'normalize']);
    expect(graph).toEqual(first.graph);
  });

  it('runs a stage again whose stored output is no such thing', async () => {
    const { saved } = await run({ ingest: { text: 'half a row' } });
    expect(saved.map(({ stage }) => stage)).toEqual(['ingest', 'extract', 'normalize']);
  });

  it('does not begin a stage before the one before it is safe', async () => {
    const begun: string[] = [];
    const failing = runStages({
      file,
      stored: {},
      save: async ({ stage }) => {
        begun.push(stage);
        throw new Error('disk full');
      },
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(begun).toEqual(['ingest']);
  });
});

describe('the real worker thread', () => {
  let folder: string;
  let pool: StagePool;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trichluc-pipeline-'));
    pool = createStagePool({ threads: 1, memoryMb: 512, timeoutMs: 30_000 });
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });

  it('brings what is quickly made again together with the rows, and takes it up when it is stored', async () => {
    const path = join(folder, 'bao-cao-nhanh.txt');
    await writeFile(path, text);
    const saved: string[] = [];
    const report = {
      path,
      name: 'bao-cao-nhanh.txt',
      save: async ({ stage }: { stage: string }) => void saved.push(stage),
    };
    const prepare = async (wanted: PooledReport<StagedOutput>) => {
      const made = await pool.prepare(wanted);
      if (made.kind === 'postponed') throw new Error('a text needs no recognition');
      return made;
    };
    const made = await prepare(report);
    expect(saved).toEqual([]);
    expect(made.staged.map(({ stage }) => stage)).toEqual(['ingest', 'extract', 'normalize']);
    const [ingested, extracted] = made.staged;
    const again = await prepare({ ...report, stored: [ingested!, extracted!] });
    expect(again.staged.map(({ stage }) => stage)).toEqual(['normalize']);
    expect(again.prepared).toEqual(made.prepared);
    const older = { ...ingested!, version: ingested!.version - 1 };
    expect((await prepare({ ...report, stored: [older, extracted!] })).staged).toHaveLength(3);
  });

  it('gives what runStages gives', async () => {
    const path = join(folder, 'bao-cao.txt');
    await writeFile(path, text);
    const saved: string[] = [];
    const graph = await pool.run({
      path,
      name: 'bao-cao.txt',
      save: async ({ stage }) => void saved.push(stage),
    });
    expect(saved).toEqual(['ingest', 'extract', 'normalize']);
    expect(graph).toEqual((await run()).graph);
  });

  it('passes on why a file cannot be read', async () => {
    const path = join(folder, 'trong.docx');
    await writeFile(path, '');
    const report = { path, name: 'trong.docx', save: async () => {} };
    await expect(pool.run(report)).rejects.toMatchObject({ code: 'empty', retryable: false });
    await expect(pool.run({ ...report, path: join(folder, 'khong-co') })).rejects.toMatchObject({ code: 'vanished' });
  });

  it('ends with the error of the one who stores', async () => {
    const path = join(folder, 'bao-cao.txt');
    const save = async () => {
      throw new Error('connection lost');
    };
    await expect(pool.run({ path, name: 'bao-cao.txt', save })).rejects.toThrow('connection lost');
  });
});
