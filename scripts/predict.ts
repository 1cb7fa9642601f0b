// Extracts every file of a folder into one JSON a file, as score.mjs wants them:
//   npx tsx scripts/predict.ts FOLDER OUT [txt|docx|pdf]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../src/extract/index.js';
import { readDocument } from '../src/ingest/index.js';

const [folder, out, extension = 'txt'] = process.argv.slice(2);
if (folder === undefined || out === undefined) throw new TypeError('usage: predict.ts FOLDER OUT [EXTENSION]');
mkdirSync(out, { recursive: true });
for (const name of readdirSync(folder).filter((file) => file.endsWith(`.${extension}`))) {
  const document = await readDocument({ bytes: readFileSync(join(folder, name)), name });
  writeFileSync(join(out, name.replace(/\.[^.]+$/, '.json')), JSON.stringify(extract(document), null, 1));
}
