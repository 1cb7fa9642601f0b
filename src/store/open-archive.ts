import type { Archive, ArchiveOptions } from './archive.js';

/** Opens the archive of a folder, or makes it. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  throw new Error(`not there yet: ${options.folder}`);
}
