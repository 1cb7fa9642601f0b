import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface Office {
  /** the program that starts it */
  readonly path: string;
  /** `7.4.7.2`; null when it does not say */
  readonly version: string | null;
}

// Where the installers put it when they do not put it on the path.
const usualFolders =
  process.platform === 'win32'
    ? ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program']
    : ['/usr/bin', '/usr/local/bin', '/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS'];
const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
/** A program that does not say its version in this time would not convert anything either. */
const answerMs = 20_000;

let known: Promise<Office | null> | undefined;

/** LibreOffice on this machine; null when there is none. Looked for once a process. */
export function findOffice(): Promise<Office | null> {
  known ??= look(process.env['PATH'] ?? '');
  return known;
}

async function look(path: string): Promise<Office | null> {
  for (const folder of [...path.split(delimiter), ...usualFolders])
    for (const name of names) {
      const program = join(folder, name);
      if (folder !== '' && (await isProgram(program))) return { path: program, version: await versionOf(program) };
    }
  return null;
}

const isProgram = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

const versionOf = (program: string) =>
  new Promise<string | null>((done) => {
    execFile(program, ['--version'], { timeout: answerMs, killSignal: 'SIGKILL' }, (_, out) =>
      done(/\d+(?:\.\d+)+/.exec(String(out ?? ''))?.[0] ?? null),
    );
  });
