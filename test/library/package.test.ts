import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const report = (name: string) => join(root, 'fixtures/reports', name);

/** A program of somebody else's: the package as `npm pack` makes it, its dependencies, and an archive of two reports. */
const user = mkdtempSync(join(tmpdir(), 'trichluc-user-'));
const installed = join(user, 'node_modules/trichluc');

beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', user], { cwd: root });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
  await run('tar', ['-xzf', join(user, filename), '-C', installed, '--strip-components', '1']);
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  writeFileSync(join(user, 'package.json'), '{ "type": "module" }');
  const paths = ['01-bao-cao-nam-so-lao-dong.docx', '03-bao-cao-xa-phu-luc.docx'].map(report);
  await run(process.execPath, [join(installed, 'dist/cli/main.js'), 'import', ...paths], { cwd: user });
}, 120_000);
afterAll(() => rmSync(user, { recursive: true, force: true }));

describe('the package in another program', () => {
  it('answers what the README asks it', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, program] = /^```js\n(.*?)^```$/ms.exec(readme) ?? [];
    writeFileSync(join(user, 'ask.js'), program ?? '');
    const { stdout } = await run(process.execPath, ['ask.js'], { cwd: user });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('1085/QĐ-UBND: UBND huyện Phù Cát');
    expect(lines[1]).toMatch(/^03-bao-cao-xa-phu-luc\.docx, page –, implements: Quyết định số 1085\/QĐ-UBND/);
    expect(lines).toContain('  356/BC-SLĐTBXH implements 05-NQ/TU: 01-bao-cao-nam-so-lao-dong.docx');
  });

  it('has types, of which a wrong question is an error', async () => {
    const program = `
      import { type Archive, type Citer, type LegalDocument, openArchive, PipelineError } from 'trichluc';
      const archive: Archive = await openArchive({ folder: './archive', now: () => new Date() });
      const found = await archive.legalDocument('1085');
      export const document: LegalDocument | undefined = found?.document;
      export const citers: readonly Citer[] = found?.citers ?? [];
      export const isFull = (error: unknown) => error instanceof PipelineError && error.code === 'disk-full';
      // @ts-expect-error: no such question
      archive.whoCites('1085');
      // @ts-expect-error: a number, or none
      export const year: string = found?.document.year;`;
    writeFileSync(join(user, 'typed.ts'), program);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', 'typed.ts'];
    const said = await run(process.execPath, [compiler, ...options], { cwd: user }).then(
      () => '',
      ({ stdout }: { readonly stdout: string }) => stdout,
    );
    expect(said).toBe('');
  }, 120_000);

  it('keeps the rest of itself to itself', async () => {
    const inside = run(process.execPath, ['-e', "import('trichluc/dist/store/database.js')"], { cwd: user });
    await expect(inside).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
