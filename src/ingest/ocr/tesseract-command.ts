import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { PipelineError } from '../../model/index.js';
import { childEnded, childStarted } from '../child-processes.js';
import { unpackedDataFolder } from './language-data.js';
import { type PageImage, toPgm } from './page-image.js';
import { readHocr } from './read-hocr.js';
import type { Recogniser } from './recogniser.js';

const run = promisify(execFile);

/** The oldest line with the neural recogniser that the trained letters are for. */
const oldestMajor = 4;
/** hOCR of the fullest page is 2 MB. */
const mostOutput = 64 * 1024 * 1024;

/** What `tesseract --version` says, as '5.3.0'; null when there is no such program or an older one. */
export async function tesseractVersion(command = 'tesseract'): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(command, ['--version'], { timeout: 10_000 });
    const version = /tesseract v?(\d+(?:\.\d+)*)/u.exec(stdout + stderr)?.[1] ?? null;
    return version !== null && Number.parseInt(version, 10) >= oldestMajor ? version : null;
  } catch {
    return null;
  }
}

/** Whether the machine has trained letters of Vietnamese of its own. */
async function hasVietnamese(command: string): Promise<boolean> {
  try {
    const { stdout, stderr } = await run(command, ['--list-langs'], { timeout: 10_000 });
    return /^vie$/mu.test(stdout + stderr);
  } catch {
    return false;
  }
}

const dataOptionsOf = new Map<string, Promise<readonly string[]>>();

/** Where the command finds the letters of Vietnamese. Asked once: a folder of scans opens it for each of them. */
function dataOptions(command: string): Promise<readonly string[]> {
  let options = dataOptionsOf.get(command);
  if (options === undefined) {
    options = hasVietnamese(command).then(async (has) => (has ? [] : ['--tessdata-dir', await unpackedDataFolder()]));
    // A full disk is not for good.
    options.catch(() => dataOptionsOf.delete(command));
    dataOptionsOf.set(command, options);
  }
  return options;
}

/** Tesseract as the machine has it, one process a page; with our trained letters where it has none of Vietnamese. */
export async function tesseractCommand(version: string, command = 'tesseract'): Promise<Recogniser> {
  const options = [
    ...(await dataOptions(command)),
    '-l',
    'vie',
    '--oem',
    '1',
    '--psm',
    '3',
    '-c',
    'tessedit_create_hocr=1',
    '-c',
    'hocr_char_boxes=1',
  ];
  return {
    name: `tesseract ${version}`,
    recognise: async (image, timeoutMs) =>
      readHocr(
        await recogniseOnce(command, ['stdin', 'stdout', '--dpi', `${image.dpi}`, ...options], image, timeoutMs),
      ),
    close: async () => {},
  };
}

function recogniseOnce(
  command: string,
  options: readonly string[],
  image: PageImage,
  timeoutMs: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, {
      // Its own threads gain a third for twice the work; pages run side by side instead.
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    if (child.pid !== undefined) childStarted(child.pid);
    const output: Buffer[] = [];
    let size = 0;
    let complaint = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) child.kill('SIGKILL');
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 2000) complaint += chunk.toString('utf8');
    });
    // A program that ends before it has read its picture says why by its exit status.
    child.stdin.on('error', () => {});
    child.stdin.end(toPgm(image));
    const end = () => {
      clearTimeout(timer);
      if (child.pid !== undefined) childEnded(child.pid);
    };
    child.on('error', (cause) => {
      end();
      reject(new PipelineError('internal', `${command} cannot be started`, { cause, retryable: true }));
    });
    child.on('close', (status) => {
      end();
      if (status === 0) return resolve(Buffer.concat(output).toString('utf8'));
      reject(
        late
          ? new PipelineError('timeout', `text recognition took longer than ${timeoutMs / 1000} s for one page`)
          : new PipelineError('internal', `${command} ended with ${status}: ${complaint.trim().split('\n').at(-1)}`),
      );
    });
  });
}
