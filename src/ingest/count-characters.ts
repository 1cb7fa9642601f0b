import { PipelineError } from '../model/index.js';
import type { ReaderInput } from './reader.js';

/**
 * Counts what a reader is about to put out, so that little that says itself again and again (a text that a million cells
 * name, a row that is repeated) ends before it is written out.
 *
 * @returns to be told of more characters as they come
 * @throws PipelineError `too-large`, from what it returns, once they are more than the limit
 */
export function countCharacters({ name, limits }: Pick<ReaderInput, 'name' | 'limits'>): (more: number) => void {
  let characters = 0;
  return (more) => {
    characters += more;
    if (characters > limits.maxCharacters)
      throw new PipelineError('too-large', `${name} holds more than ${limits.maxCharacters} characters`);
  };
}
