import { PipelineError } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';
import { mostCells } from '../sheet/cells.js';

/** What a part of a document holds, with what it repeats. */
export interface Weight {
  characters: number;
  cells: number;
}

export const noWeight = (): Weight => ({ characters: 0, cells: 0 });

/**
 * Adds what a part holds to the whole that it stands in. Repeats in repeats grow by the power of their depth: what is too
 * much ends here, before it is written out.
 *
 * @returns for wholes of one document
 * @throws PipelineError `too-large`, from what it returns
 */
export const weighRepeats =
  ({ name, limits }: Pick<ReaderInput, 'name' | 'limits'>) =>
  (whole: Weight, part: Weight, times = 1): void => {
    whole.characters += part.characters * times;
    whole.cells += part.cells * times;
    if (whole.characters > limits.maxCharacters)
      throw new PipelineError('too-large', `${name} holds more than ${limits.maxCharacters} characters`);
    if (whole.cells > mostCells)
      throw new PipelineError('too-large', `${name} has more than ${mostCells} filled cells`);
  };
