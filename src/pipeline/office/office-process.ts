import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export interface OfficeProcess {
  /** whether it is gone */
  ended(): boolean;
  /** Kills it and everything it started. */
  kill(): Promise<void>;
}

const setting = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

// A file to convert is nobody's friend: no macros, no linked files or pictures from elsewhere, no looking for updates.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Office.Writer/Content/Update', 'Link', '0'),
  setting('Office.Calc/Content/Update', 'Link', '2'),
  setting('Office.Recovery/RecoveryInfo', 'Enabled', 'false'),
  setting('Office.Common/Misc', 'FirstRun', 'false'),
  setting('Setup/Office', 'ooSetupInstCompleted', 'true'),
].join('')}</oor:items>`;

/** A start on a busy machine; what comes after is done without the office that stays. */
const slowestStartMs = 30_000;
/** Virtual memory of the office, KiB: a file that makes it grow over this ends it. It needs about 1.5 GB for itself. */
const mostMemory = 6 * 1024 * 1024;

const argumentsOf = (profile: string) => [
  `-env:UserInstallation=${pathToFileURL(profile).href}`,
  '--headless',
  '--invisible',
  '--norestore',
  '--nologo',
  '--nolockcheck',
  '--nodefault',
];

const quiet = (profile: string): NodeJS.ProcessEnv => ({
  ...process.env,
  // Fonts, locale and displays of the user change nothing of the text.
  HOME: profile,
  SAL_USE_VCLPLUGIN: 'svp',
  LC_ALL: 'C.UTF-8',
});

/**
 * Starts an office that stays until it is killed, with an empty text open. On POSIX systems a shell stands above it that
 * ends it when this process is gone, however that ended: its standard input closes then.
 */
export async function startOffice(program: string, folder: string, profile: string): Promise<OfficeProcess> {
  const keeper = join(folder, 'keeper.txt');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  await writeFile(keeper, 'x');
  const options = { cwd: folder, env: quiet(profile), detached: true } as const;
  const child =
    process.platform === 'win32'
      ? spawn(program, [...argumentsOf(profile), keeper], { ...options, stdio: 'ignore', windowsHide: true })
      : spawn('/bin/sh', ['-c', watched, 'sh', folder, program, ...argumentsOf(profile), keeper], {
          ...options,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  child.stdin?.on('error', () => {});
  child.unref();
  const started = Date.now();
  // It takes requests once it has opened its text, which its lock tells; one that comes earlier starts a second office.
  while (!gone && Date.now() - started < slowestStartMs) {
    if (
      await access(join(folder, '.~lock.keeper.txt#')).then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(50);
  }
  return {
    ended: () => gone,
    kill: async () => {
      if (gone) return;
      killGroup(child);
      await Promise.race([once(child, 'exit'), sleep(5_000)]);
    },
  };
}

/** $1 folder, the rest the office: it ends with this shell, and this shell with whoever holds its standard input. */
const watched = `ulimit -v ${mostMemory} 2>/dev/null
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
office=$!
( cat <&3 >/dev/null; rm -rf "$folder"; kill -9 0 ) &
wait $office
kill -9 0`;

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Hands a request to the office of this profile and waits until it is done. Never rejects: what came of it lies in the
 * folder that the request names.
 */
export function runOffice(
  program: string,
  folder: string,
  profile: string,
  request: readonly string[],
  signal: AbortSignal,
): Promise<'done'> {
  return new Promise((done) => {
    const child = spawn(program, [...argumentsOf(profile), ...request], {
      cwd: folder,
      env: quiet(profile),
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      windowsHide: true,
    });
    const stop = () => killGroup(child);
    signal.addEventListener('abort', stop, { once: true });
    const end = () => {
      signal.removeEventListener('abort', stop);
      done('done');
    };
    child.once('exit', end);
    child.once('error', end);
  });
}
