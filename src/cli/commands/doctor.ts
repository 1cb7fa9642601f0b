import { existsSync } from 'node:fs';
import { access, constants, open, rm, statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseRecogniser } from '../../ingest/index.js';
import { findOffice, outsideHeapMb } from '../../pipeline/index.js';
import { countFormerKeys, countJobs, formerPrefix } from '../../queue/index.js';
import type { Config } from '../config.js';
import { ArchiveError, reasonOf } from '../errors.js';
import type { Messages } from '../messages/index.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, openQueue, withArchive } from '../session.js';

interface Check {
  readonly name: keyof Messages['checks'];
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MB`;
/** Less free space than this is soon used up by originals. */
const littleSpace = 1024 ** 3;

/** `trichluc doctor`: is everything there that the program needs? */
export async function doctorCommand(context: Context): Promise<number> {
  const { config, terminal, messages } = context;
  const folder = nearestFolder(config.folder);
  const checks: Check[] = [
    checkNode(),
    checkMemory(config),
    await attempt('folder', async () => {
      await access(folder, constants.R_OK | constants.W_OK);
      return config.folder;
    }),
    await checkSpace(folder),
    await attempt('fsync', () => checkFsync(folder)),
    ...(await checkArchive(context)),
    await attempt('pdfium', checkPdfium),
    await checkOffice(messages),
    await checkRecognition(messages),
  ];
  const well = checks.every(({ state }) => state !== 'failed');
  if (config.json) await terminal.out(printJson({ ok: well, checks }));
  else {
    const signs = { ok: '✓', warning: '!', failed: '✗' };
    const rows = checks.map(({ name, state, detail }) => [signs[state], messages.checks[name], detail]);
    await terminal.out(printTable(terminal, [{ title: '' }, { title: '' }, { title: '', share: 1 }], rows));
    terminal.err(`${well ? messages.wellEnough : messages.notWell}\n`);
  }
  if (well) return 0;
  return checks.some(({ name, state }) => name === 'database' && state === 'failed') ? 3 : 1;
}

async function attempt(name: Check['name'], look: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: 'ok', detail: await look() };
  } catch (error) {
    return { name, state: 'failed', detail: reasonOf(error) };
  }
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return { name: 'node', state: enough ? 'ok' : 'failed', detail: `${process.version} (≥ 20.19)` };
}

function checkMemory({ threads, memoryMb }: Config): Check {
  // Beside the processes that read: the database's pages and the program itself.
  const each = memoryMb + outsideHeapMb;
  const needed = (threads * each + 512) * 2 ** 20;
  const detail = `${megabytes(totalmem())}, ${megabytes(freemem())} free; ${threads} × ${each} MB + 512 MB at most`;
  return { name: 'memory', state: totalmem() >= needed ? 'ok' : 'warning', detail };
}

async function checkSpace(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { name: 'space', state: free >= littleSpace ? 'ok' : 'warning', detail: megabytes(free) };
}

async function checkFsync(folder: string): Promise<string> {
  const path = join(folder, `.trichluc-doctor-${process.pid}`);
  const file = await open(path, 'wx');
  try {
    const began = performance.now();
    await file.writeFile(Buffer.alloc(4096));
    await file.sync();
    return `${(performance.now() - began).toFixed(1)} ms`;
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

async function checkArchive(context: Context): Promise<Check[]> {
  const { config } = context;
  if (config.databaseUrl === undefined && !existsSync(config.folder))
    return [{ name: 'database', state: 'ok', detail: context.messages.noArchive(config.folder) }];
  try {
    return await withArchive(context, false, async ({ archive }) => {
      const { reports } = await archive.counts();
      const total = Object.values(reports).reduce((sum, count) => sum + count, 0);
      const database: Check = { name: 'database', state: 'ok', detail: `${archive.engine}, ${total}` };
      const queue = await attempt('queue', async () => {
        const backend = await openQueue(context, archive);
        try {
          const { waiting, active } = await countJobs(backend);
          return `${config.redis === undefined ? 'database' : 'Redis'}, ${waiting} + ${active}`;
        } finally {
          await backend.close();
        }
      });
      return [database, queue, ...(queue.state === 'ok' ? await checkFormerKeys(context) : [])];
    });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return [{ name: 'database', state: 'failed', detail: error.message }];
  }
}

/** Whether a version before this one left jobs in Redis that nobody will take; said only when it did. */
async function checkFormerKeys({ config: { redis }, messages }: Context): Promise<Check[]> {
  if (redis === undefined || redis.prefix === formerPrefix) return [];
  const count = await countFormerKeys(redis.url);
  return count === 0 ? [] : [{ name: 'formerKeys', state: 'warning', detail: messages.formerKeys(count) }];
}

async function checkPdfium(): Promise<string> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const began = performance.now();
  const library = await PDFiumLibrary.init();
  library.destroy();
  return `PDFium, ${(performance.now() - began).toFixed(0)} ms`;
}

async function checkOffice(messages: Messages): Promise<Check> {
  const office = await findOffice();
  return office === null
    ? { name: 'libreoffice', state: 'warning', detail: messages.noOffice }
    : { name: 'libreoffice', state: 'ok', detail: `${office.version ?? ''} ${office.path}`.trim() };
}

/** Which program reads scans. Our own is always there, so its lack is none; but it is slower. */
async function checkRecognition(messages: Messages): Promise<Check> {
  const { kind, version } = await chooseRecogniser();
  return kind === 'command'
    ? { name: 'tesseract', state: 'ok', detail: version }
    : { name: 'tesseract', state: 'warning', detail: messages.ownRecogniser(version) };
}

function nearestFolder(folder: string): string {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
