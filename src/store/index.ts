export type * from './archive.js';
export { openArchive } from './open-archive.js';
