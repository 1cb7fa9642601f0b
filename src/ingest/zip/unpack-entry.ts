import { inflateRawSync } from 'node:zlib';
import { PipelineError } from '../../model/index.js';
import { packedBytes, type ZipEntry } from './read-directory.js';

// Word XML shrinks to a thirtieth, tables of one repeated row to a hundredth; deflate's own limit is a thousandth.
const bombRatio = 200;
const harmless = 32 * 1024 * 1024;

/**
 * Unpacks one entry. What the directory claims is not believed: unpacking stops at the limit.
 *
 * @param most bytes that it may unpack to
 * @throws PipelineError `encrypted`, `corrupt`, `archive-bomb`; `unsupported-format` for other ways to pack
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, most: number, name: string): Uint8Array {
  if (entry.encrypted) throw new PipelineError('encrypted', `${name} is locked with a password`);
  const packed = packedBytes(bytes, entry);
  if (packed === null) throw new PipelineError('corrupt', `${name} is cut short or damaged and cannot be unpacked`);
  const limit = Math.min(most, Math.max(harmless, bombRatio * packed.length));
  const bomb = () => new PipelineError('archive-bomb', `${name} unpacks to more than ${limit} bytes`);
  if (entry.method === 0) {
    if (packed.length > limit) throw bomb();
    return packed;
  }
  if (entry.method !== 8)
    throw new PipelineError('unsupported-format', `${name} is packed in a way that is not known (${entry.method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb();
    throw new PipelineError('corrupt', `${name} is cut short or damaged and cannot be unpacked`, { cause });
  }
}
