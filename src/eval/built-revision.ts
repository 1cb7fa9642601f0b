import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EvaluationError } from './errors.js';

const execute = promisify(execFile);

/** Called with one line on what takes time now. */
export type Progress = (line: string) => void;

/**
 * The commit that a revision names in the checkout around a folder.
 *
 * @param revision anything git knows: a branch, a tag, "HEAD~1", an abbreviated hash
 * @returns the root of the checkout and the commit's full hash
 * @throws EvaluationError the folder is in no git checkout, or there is no such revision
 */
export async function resolveRevision(
  folder: string,
  revision: string,
): Promise<{ readonly root: string; readonly commit: string }> {
  const git = async (...args: string[]) => (await execute('git', ['-C', folder, ...args])).stdout.trim();
  let root: string;
  try {
    root = await git('rev-parse', '--show-toplevel');
  } catch (cause) {
    throw new EvaluationError(`${folder} is not in a git checkout: compare with a saved file instead (--baseline)`, {
      cause,
    });
  }
  try {
    return { root, commit: await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`) };
  } catch (cause) {
    throw new EvaluationError(`${root} has no revision ${revision}`, { cause });
  }
}

/**
 * Checks a commit out in a folder of its own, builds it there, lets `work` use it and removes it.
 *
 * The packages are those of the checkout where both have the same lockfile; else they are installed, and where that fails, lent.
 *
 * @throws EvaluationError the commit cannot be built
 */
export async function withBuiltRevision<Result>(
  { root, commit }: { readonly root: string; readonly commit: string },
  work: (folder: string) => Promise<Result>,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Result> {
  const parent = await mkdtemp(join(tmpdir(), 'trichluc-eval-'));
  const folder = join(parent, commit.slice(0, 12));
  const run = async (what: string, command: string, args: readonly string[]) => {
    try {
      await execute(command, args, {
        cwd: folder,
        maxBuffer: 1 << 26,
        // "npm run --silent" around this one would silence its errors too.
        env: { ...process.env, npm_config_loglevel: 'error' },
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const { stderr, stdout } = cause as { stderr?: string; stdout?: string };
      const said = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').slice(0, 12).join('\n');
      throw new EvaluationError(`Cannot ${what} revision ${commit.slice(0, 12)}:\n${said}`, { cause });
    }
  };
  try {
    progress(`checking out ${commit.slice(0, 12)}`);
    await execute('git', ['-C', root, 'worktree', 'add', '--quiet', '--detach', folder, commit]);
    if (await sameFile(join(root, 'package-lock.json'), join(folder, 'package-lock.json')))
      await linkModules(root, folder);
    else {
      progress(`installing the packages of ${commit.slice(0, 12)}: its lockfile differs`);
      try {
        await run('install', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
        // A lockfile may be broken, or its packages out of reach; the rules mostly run with today's packages too.
        progress(`${error.message}\n… so it is built with the packages of this checkout`);
        await rm(join(folder, 'node_modules'), { recursive: true, force: true });
        await linkModules(root, folder);
      }
    }
    progress(`building ${commit.slice(0, 12)}`);
    await run('build', 'npm', ['run', '--silent', 'build']);
    return await work(folder);
  } finally {
    // The link goes first: whatever removes the folder must never follow it into the packages of the checkout.
    await rm(join(folder, 'node_modules'), { recursive: true, force: true });
    await execute('git', ['-C', root, 'worktree', 'remove', '--force', folder]).catch(() => {});
    await rm(parent, { recursive: true, force: true });
    await execute('git', ['-C', root, 'worktree', 'prune']).catch(() => {});
  }
}

async function sameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => readFile(path).catch(() => null)));
  return a !== null && b !== null && a !== undefined && b !== undefined && a.equals(b);
}

/** A project without packages has none to link. */
async function linkModules(root: string, folder: string): Promise<void> {
  const modules = await realpath(join(root, 'node_modules')).catch(() => null);
  if (modules !== null) await symlink(modules, join(folder, 'node_modules'), 'dir');
}
