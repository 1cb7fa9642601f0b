import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // PGlite and PDFium are WASM programs of 100 MB and more: a process a file keeps their memory apart.
    pool: 'forks',
    maxWorkers: 2,
  },
});
