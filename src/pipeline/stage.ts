import type { z } from 'zod';
import type { Diagnostic } from '../model/index.js';

/**
 * One step from bytes to graph, as a value. What it gives is kept under (report, name, version), so that a report whose
 * work was cut short goes on where it stopped, and newer rules run from the stored text instead of the file.
 */
export interface Stage<Input, Output> {
  readonly name: string;
  /** rises whenever this stage, or one before it, may give something else for the same file */
  readonly version: number;
  /** what a stored output is checked against before it is believed */
  readonly schema: z.ZodType<Output>;
  readonly run: (input: Input) => Output | Promise<Output>;
  readonly diagnosticsOf: (output: Output) => readonly Diagnostic[];
}
