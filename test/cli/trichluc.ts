import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { type Archive, openArchive } from '../../src/store/index.js';

// A command takes a second or two of a processor, most of it the start of PGlite, and a test up to a dozen of them: on a
// machine that does five other things, a minute. None of these tests is about time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A few dozen reports repay neither compiling PGlite thoroughly nor two processes of readers: half of what an import costs. */
const compiling = ['--liftoff-only'];
const threads = '1';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder for one test with an archive beside the reports; the built program runs in it. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'trichluc-cli-'));
  readonly archive = join(this.folder, 'archive');
  private readonly children: ChildProcess[] = [];
  private readonly open: Archive[] = [];

  start(words: readonly string[], env: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [...compiling, program, ...words], {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.folder,
        LANG: 'C.UTF-8',
        TRICHLUC_ARCHIVE: this.archive,
        TRICHLUC_THREADS: threads,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.children.push(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, out, err })));
    return { child, ended };
  }

  /**
   * Keeps an archive open in this process until the end: commands then find its database running, as they do beside an
   * import, and do not start one each.
   */
  async keepOpen(folder = this.archive): Promise<void> {
    this.open.push(await openArchive({ folder, now: () => new Date() }));
  }

  /** Closes what is kept open, for a command that wants the archive for itself. */
  async letGo(): Promise<void> {
    for (const archive of this.open.splice(0)) await archive.close();
  }

  run(...words: string[]): Promise<Ended> {
    return this.start(words).ended;
  }

  /** Runs with --json and reads what was printed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into the answer it knows
  async json(...words: string[]): Promise<any> {
    const { status, out, err } = await this.run(...words, '--json');
    if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
    return JSON.parse(out);
  }

  write(name: string, text: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** How many originals are kept: how far an import is, seen from outside. */
  originals(): number {
    try {
      return readdirSync(join(this.archive, 'originals'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name),
      ).length;
    } catch {
      return 0;
    }
  }

  async untilOriginals(count: number): Promise<void> {
    const end = Date.now() + 30_000;
    while (this.originals() < count) {
      if (Date.now() > end) throw new Error(`only ${this.originals()} originals after 30 s`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async remove(): Promise<void> {
    for (const child of this.children) if (child.exitCode === null) child.kill('SIGKILL');
    await this.letGo();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A small report of its own, resting on a plan of its own and on one decision that all of them share. */
export const smallReport = (number: number): string =>
  `UBND TỈNH QUẢNG NAM\nSỞ NỘI VỤ\nSố: ${number}/BC-SNV\nQuảng Nam, ngày 05 tháng 12 năm 2022\n\nBÁO CÁO\nKết quả công tác năm 2022\n\n` +
  `Thực hiện Quyết định số 1085/QĐ-UBND ngày 15/8/2022 của UBND tỉnh Quảng Nam và Kế hoạch số ${number}/KH-UBND ngày 03/02/2022 của UBND tỉnh Quảng Nam, ` +
  `Sở đã mở ${number} lớp tập huấn.\n`;
