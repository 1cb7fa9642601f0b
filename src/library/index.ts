// What the package gives to programs that import it by name: the archive's questions, and the types of the answers.

export type * from '../model/index.js';
export { PipelineError } from '../model/index.js';
export type * from '../store/index.js';
export { openArchive } from '../store/index.js';
