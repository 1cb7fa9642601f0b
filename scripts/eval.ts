// Scores the rules against labels, or names what a change of the rules gains and loses (docs/measuring.md):
//   npm run eval [-- --labels FOLDER] [--misses] [--min citations=0.95,awards=0.9] [--json]
//   npm run eval -- --against REVISION | --baseline FILE  [FILE or FOLDER …] [--json]
//   npm run eval -- --save FILE  [FILE or FOLDER …]
import { resolve } from 'node:path';
import { runEval } from '../src/eval/index.js';

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error(name)));
try {
  process.exitCode = await runEval(process.argv.slice(2), {
    project: resolve(import.meta.dirname, '..'),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    signal: stopping.signal,
  });
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  process.exitCode = 130;
}
