import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createOfficeConverter, findOffice } from '../../src/pipeline/index.js';

const folder = mkdtempSync(join(tmpdir(), 'trichluc-test-'));
// Other programs of ours may be at work on this machine: what is left behind is looked for in a folder of this test.
process.env['TMPDIR'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for the office: a script of the shell, told what to do with a request. */
function officeThat(does: string) {
  const path = join(folder, `office-${does.length}-${Math.random().toString(36).slice(2)}`);
  // Asked without a request it is the office that stays: it opens its text, whose lock says so, and waits.
  writeFileSync(
    path,
    `#!/bin/sh
for last in "$@"; do :; done
case "$*" in
*--convert-to*) ${does} ;;
*) : > "$(dirname "$last")/.~lock.keeper.txt#"; sleep 300 & wait ;;
esac
`,
    { mode: 0o755 },
  );
  return { path, version: '1.0' };
}
const out = 'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"';
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('trichluc-office-'));
const running = (path: string) =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(path)).length;

describe.skipIf(process.platform === 'win32')('the office converter', () => {
  it('says that there is no office', async () => {
    const converter = createOfficeConverter({ timeoutMs: 1000, office: null });
    expect(await converter.convert(Buffer.from('a'), 'doc', 'docx')).toEqual({ kind: 'absent' });
    await converter.close();
  });

  it('gives what the office made, one file after another, and leaves nothing behind', async () => {
    const before = left();
    const office = officeThat(`${out}; tr a-z A-Z < "$last" > "$2/in.docx"`);
    const converter = createOfficeConverter({ timeoutMs: 5000, office });
    const made = await Promise.all(
      ['mot', 'hai', 'ba'].map((text) => converter.convert(Buffer.from(text), 'doc', 'docx')),
    );
    expect(made.map((one) => (one.kind === 'done' ? `${Buffer.from(one.bytes)} ${one.by}` : one.kind))).toEqual([
      'MOT LibreOffice 1.0',
      'HAI LibreOffice 1.0',
      'BA LibreOffice 1.0',
    ]);
    await converter.close();
    expect(left()).toEqual(before);
    expect(running(office.path)).toBe(0);
  });

  it.each<[what: string, does: string, kind: string]>([
    ['hangs', 'sleep 300', 'timeout'],
    ['makes nothing', 'exit 0', 'failed'],
    ['fails', 'exit 77', 'failed'],
    ['makes an empty file', `${out}; : > "$2/in.docx"`, 'failed'],
    ['starts others that hang', '(sleep 300 & sleep 300)', 'timeout'],
  ])('survives an office that %s, and the next file is tried anew', async (_, does, kind) => {
    const office = officeThat(`case "$(cat "$last")" in good) ${out}; echo made > "$2/in.docx" ;; *) ${does} ;; esac`);
    const converter = createOfficeConverter({ timeoutMs: 400, office, startMs: 0 });
    expect(await converter.convert(Buffer.from('bad'), 'doc', 'docx')).toMatchObject({ kind });
    const slow = createOfficeConverter({ timeoutMs: 5000, office });
    expect(await slow.convert(Buffer.from('good'), 'doc', 'docx')).toMatchObject({ kind: 'done' });
    await Promise.all([converter.close(), slow.close()]);
    expect(running(office.path)).toBe(0);
  });

  it('ends its office with the program, however that ends', async () => {
    const office = officeThat(`${out}; echo made > "$2/in.docx"`);
    const program = `
      import { createOfficeConverter } from ${JSON.stringify(join(import.meta.dirname, '../../dist/pipeline/index.js'))};
      const converter = createOfficeConverter({ timeoutMs: 5000, office: ${JSON.stringify(office)} });
      await converter.convert(Buffer.from('a'), 'doc', 'docx');
      process.kill(process.pid, 'SIGKILL');`;
    const before = left();
    expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', program])).toThrow();
    await expect.poll(() => running(office.path), { timeout: 5000 }).toBe(0);
    await expect.poll(left, { timeout: 5000 }).toEqual(before);
  });
});

const office = await findOffice();
describe.skipIf(office === null)('LibreOffice', () => {
  it('turns a DOC into a DOCX', async () => {
    const converter = createOfficeConverter({ timeoutMs: 60_000 });
    const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/formats/09-bao-cao-sau-giam-sat.doc'));
    const made = await converter.convert(bytes, 'doc', 'docx');
    expect(made.kind === 'done' && Buffer.from(made.bytes.subarray(0, 2)).toString()).toBe('PK');
    expect(await converter.convert(Buffer.from('\u0000\u0001{'), 'doc', 'docx')).toMatchObject({
      kind: expect.stringMatching(/done|failed/),
    });
    await converter.close();
  }, 120_000);
});
