// Compiles src/ to dist/ and puts the SQL migrations beside the code that runs them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';

const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
if (existsSync('src/store/migrations')) cpSync('src/store/migrations', 'dist/store/migrations', { recursive: true });
