// Compiles src/ to dist/ and puts beside the code the SQL migrations and a new database that has run them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
// A file that was renamed must not stay beside its successor.
rmSync('dist/store/migrations', { recursive: true, force: true });
if (existsSync('src/store/migrations')) cpSync('src/store/migrations', 'dist/store/migrations', { recursive: true });

const { packTemplate, templateName } = await import('../dist/store/database-template.js');
const name = await templateName();
const template = join('dist/store', name);
if (!existsSync(template)) {
  const { openArchive } = await import('../dist/store/index.js');
  const { countJobs, openQueueBackend } = await import('../dist/queue/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-build-'));
  try {
    const archive = await openArchive({ folder, now: () => new Date() });
    // The queue's tables are made when it is first asked.
    const fail = (error) => {
      throw error;
    };
    const queue = openQueueBackend({ kind: 'postgres', connection: archive.queueConnection() }, fail);
    await countJobs(queue);
    await queue.close();
    await archive.close();
    await packTemplate(join(folder, 'database'), template);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const other of readdirSync('dist/store'))
    if (/^database-.*\.template$/.test(other) && other !== name) rmSync(join('dist/store', other));
}
