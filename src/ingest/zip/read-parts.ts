import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';
import { entriesOverlap, mostEntries, readDirectory } from './read-directory.js';
import { unpackEntry } from './unpack-entry.js';

/**
 * Unpacks those parts of an office package that are wanted.
 *
 * @throws PipelineError `corrupt`, `encrypted`, `archive-bomb`
 */
export function readParts(
  { bytes, name, limits }: ReaderInput,
  wanted: (part: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const entries = readDirectory(bytes, mostEntries + 1);
  if (entries === null) throw new PipelineError('corrupt', `${name} is cut short or damaged and cannot be unpacked`);
  if (entries.length > mostEntries)
    throw new PipelineError('archive-bomb', `${name} holds more than ${mostEntries} entries`);
  if (entriesOverlap(bytes, entries)) throw new PipelineError('archive-bomb', `${name} holds entries over one another`);
  const parts = new Map<string, Uint8Array>();
  let left = limits.maxUnpackedBytes;
  for (const entry of entries) {
    const part = entry.name.replace(/^\//, '');
    if (!wanted(part) || parts.has(part)) continue;
    const unpacked = unpackEntry(bytes, entry, left, `${name}: ${part}`);
    left -= unpacked.length;
    parts.set(part, unpacked);
  }
  return parts;
}
