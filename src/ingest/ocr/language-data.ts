import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The trained letters of Vietnamese that come with the program: Tesseract's best model, in whole numbers. */
const dataPackage = '@tesseract.js-data/vie';
const variant = '4.0.0_best_int';

/** The folder that holds `vie.traineddata.gz`. */
export function packedDataFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`${dataPackage}/package.json`)), variant);
}

/** A folder of this user that holds `vie.traineddata` unpacked, as the command wants it. Made once for a machine. */
export async function unpackedDataFolder(): Promise<string> {
  const bytes = gunzipSync(await readFile(join(packedDataFolder(), 'vie.traineddata.gz')));
  const folder = join(tmpdir(), `trichluc-tessdata-${userInfo().username}-${bytes.length}`);
  const file = join(folder, 'vie.traineddata');
  try {
    if (statSync(file).size === bytes.length) return folder;
  } catch {
    // Not made yet.
  }
  const own = mkdtempSync(`${folder}-`);
  writeFileSync(join(own, 'vie.traineddata'), bytes);
  try {
    renameSync(own, folder);
    return folder;
  } catch {
    // Another process made it in the meantime, or half of it was left: this process keeps its own until it ends.
    process.once('exit', () => rmSync(own, { recursive: true, force: true }));
    return own;
  }
}
