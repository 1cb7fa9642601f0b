import { readFileSync } from 'node:fs';
import { awardsOfText } from '../test/extract/awards/awards-of-text.ts';
const lines = readFileSync(process.argv[2]!, 'utf8').split('\n').filter((l) => l && !l.startsWith('#') && !l.startsWith('= '));
for (const l of lines) {
  console.log(l);
  for (const a of await awardsOfText(l.replace(/\\n/g, '\n'))) console.log('=', [a.award ?? '-', a.count ?? '-', a.percent ?? '-', a.status, a.recipient ?? '-', a.grantor ?? '-'].join(' | '), '   #', a.rule);
}
