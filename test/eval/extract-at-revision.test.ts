import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EvaluationError, extractAtRevision } from '../../src/eval/index.js';

/** A program of two stages whose rules find the words after "số", as small as one can be. */
const program = (pattern: string) => `
export const ingestStage = {
  run: ({ bytes }) => {
    console.log('a library prints what it likes');
    const text = new TextDecoder().decode(bytes);
    if (text === '') throw new Error('nothing in it');
    return { text };
  },
};
export const extractStage = {
  run: ({ text }) => ({
    header: {},
    citations: [...text.matchAll(${pattern})].map((found) => ({
      quote: found[0], kind: 'numbered', number: found[1], span: { start: found.index, end: found.index + found[0].length },
    })),
  }),
};
`;

describe('what the rules of an earlier commit find', () => {
  const work = mkdtempSync(join(tmpdir(), 'trichluc-revision-'));
  const repository = join(work, 'repository');
  const cache = join(work, 'cache');
  const report = join(work, 'report.txt');
  const empty = join(work, 'empty.txt');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  const commit = (files: Readonly<Record<string, string>>, message: string) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(repository, name), text);
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  const said: string[] = [];
  const run = (revision: string, folder = repository) => {
    said.length = 0;
    const files = [
      { path: report, name: 'report' },
      { path: empty, name: 'empty' },
    ];
    return extractAtRevision({ folder, revision, files, cache, progress: (line) => said.push(line) });
  };

  beforeAll(() => {
    mkdirSync(join(repository, 'src'), { recursive: true });
    mkdirSync(join(repository, 'node_modules', 'kept'), { recursive: true });
    writeFileSync(report, 'theo Kế hoạch số 1/KH-A và Quyết định số 2/QĐ-B');
    writeFileSync(empty, '');
    git('init', '-q', '-b', 'main');
    const build = `import { cpSync, existsSync } from 'node:fs';
      if (existsSync('node_modules') && !existsSync('node_modules/kept')) throw new Error('not the packages of the checkout');
      cpSync('src/pipeline.js', 'dist/pipeline/index.js');`;
    const manifest = JSON.stringify({ name: 'tiny', type: 'module', scripts: { build: 'node build.mjs' } });
    commit(
      {
        '.gitignore': 'node_modules\ndist\n',
        'package.json': manifest,
        'package-lock.json': '{}',
        'build.mjs': build,
        'src/pipeline.js': program('/số (\\S*KH\\S*)/g'),
      },
      'Find plans',
    );
    commit({ 'src/pipeline.js': program('/số (\\S+)/g') }, 'Find all');
    commit({ 'src/pipeline.js': 'this is no program' }, 'Break the program');
    commit({ 'build.mjs': 'console.error("a missing part"); process.exit(3)' }, 'Break the build');
    commit({ 'build.mjs': '' }, 'Build nothing');
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const numbers = ({ reports }: Awaited<ReturnType<typeof run>>) =>
    reports.flatMap((outcome) =>
      'failure' in outcome ? [outcome.failure] : outcome.records.citations.map((c) => c.number),
    );

  it('differs from commit to commit, and keeps what was found', async () => {
    const first = await run('main~4');
    expect(first.commit).toBe(git('rev-parse', 'main~4'));
    expect(numbers(first)).toEqual(['1/KH-A', 'nothing in it']);
    expect(numbers(await run('main~3'))).toEqual(['1/KH-A', '2/QĐ-B', 'nothing in it']);

    expect(numbers(await run(first.commit.slice(0, 10)))).toEqual(['1/KH-A', 'nothing in it']);
    expect(said).toEqual([]);

    writeFileSync(report, 'theo Kế hoạch số 9/KH-A');
    expect(numbers(await run('main~4'))).toEqual(['9/KH-A', 'nothing in it']);
    expect(said).toContain(`reading 1 files with ${first.commit.slice(0, 12)}`);
    writeFileSync(report, 'theo Kế hoạch số 1/KH-A và Quyết định số 2/QĐ-B');
  });

  it('leaves the checkout and its packages as they were', async () => {
    await run('main~4');
    rmSync(cache, { recursive: true });
    await run('main~4');
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(git('status', '--short')).toBe('');
    expect(readdirSync(join(repository, 'node_modules'))).toEqual(['kept']);
    expect(existsSync(join(repository, 'dist'))).toBe(false);
  });

  it.each([
    ['a revision that is not there', 'nowhere', /has no revision nowhere$/],
    ['a revision that looks like an option', '--all', /has no revision --all$/],
    ['a build that fails', 'main~1', /^Cannot build revision [\da-f]{12}:\na missing part$/],
    ['a build without the stages', 'main', /has no stages to run/],
    ['a program that does not start', 'main~2', /stopped while reading the files:[\s\S]*SyntaxError/],
  ])('says what is wrong with %s', async (_, revision, message) => {
    const failed = await run(revision).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(EvaluationError);
    expect((failed as Error).message).toMatch(message);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('says that a folder is in no checkout', async () => {
    await expect(run('main', work)).rejects.toThrow(/is not in a git checkout/);
  });
});
