import { existsSync } from 'node:fs';

/** A module of this room as processes can run it, JavaScript only: from src/ (tests, tsx) the built one under dist/. */
export function builtModule(name: string): URL {
  const beside = new URL(`./${name}.js`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../dist/pipeline/${name}.js`, import.meta.url);
}
