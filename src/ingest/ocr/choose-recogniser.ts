import { createRequire } from 'node:module';
import type { Recogniser } from './recogniser.js';
import { tesseractCommand, tesseractVersion } from './tesseract-command.js';
import { tesseractWasm } from './tesseract-wasm.js';

/** Which program reads scans on this machine. */
export interface RecogniserChoice {
  readonly kind: 'command' | 'wasm';
  readonly version: string;
}

let chosen: Promise<RecogniserChoice> | null = null;

/** The machine's own Tesseract, or the one that comes with the program when there is none. Looked for once. */
export function chooseRecogniser(): Promise<RecogniserChoice> {
  chosen ??= lookForRecogniser();
  return chosen;
}

async function lookForRecogniser(): Promise<RecogniserChoice> {
  const version = await tesseractVersion();
  if (version !== null) return { kind: 'command', version };
  const { version: wasm } = createRequire(import.meta.url)('tesseract.js/package.json') as { version: string };
  return { kind: 'wasm', version: wasm };
}

export async function openRecogniser(choice?: RecogniserChoice): Promise<Recogniser> {
  const { kind, version } = choice ?? (await chooseRecogniser());
  return kind === 'command' ? tesseractCommand(version) : tesseractWasm(version);
}
