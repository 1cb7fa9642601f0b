import { rename, rm } from 'node:fs/promises';

/** Writes a file beside its place and moves it there when it is whole: one that was stopped leaves the earlier as it was. */
export async function replaceFile(file: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.part`;
  try {
    await write(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
