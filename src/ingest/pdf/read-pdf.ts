import type { SourceDocument } from '../../model/index.js';
import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';

export async function readPdf(input: ReaderInput): Promise<SourceDocument> {
  throw new PipelineError('unsupported-format', `${input.name}: no reader yet`);
}
