import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose code is functions of their arguments alone: nothing that one file does can be seen by the next. */
const pure = ['data', 'extract', 'model', 'normalize', 'text'].map((room) => `test/${room}/**/*.test.ts`);

/** Files of half a minute and more. One that begins last would keep a single core at work while the others wait for it. */
const longest = [
  'test/hostile/bombs.test.ts',
  'test/cli/interruptions.test.ts',
  'test/ingest/ocr/read-scan.test.ts',
  'test/cli/killed-work.test.ts',
  'test/cli/commands.test.ts',
  'test/cli/review.test.ts',
  'test/store/broken-database.test.ts',
  'test/pipeline/set-of-reports.test.ts',
  'test/cli/reextract.test.ts',
  'test/store/two-processes.test.ts',
  'test/publish/flowing.test.ts',
  'test/store/archive.test.ts',
  'test/extract/quantities/tables-in-both-formats.test.ts',
  'test/extract/citations/properties.test.ts',
  'test/hostile/mutants.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(file));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // Loading the rules takes longer than most of these files.
        test: { name: 'rules', include: pure, isolate: false },
      },
      {
        extends: true,
        // PGlite and PDFium are WASM programs of 100 MB and more: a process a file keeps their memory apart.
        test: { name: 'program', include: ['test/**/*.test.ts'], exclude: pure },
      },
    ],
  },
});
