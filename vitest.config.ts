import { defineConfig } from 'vitest/config';

/** Files that start PostgreSQL, other processes or a whole practice: `npm test` runs them, `npm run check` does not. */
const heavy = [
  'test/storage/**/*.test.ts',
  'test/core/{counters-recount,demo,folder,head,imports-course,imports-files}.test.ts',
  'test/architecture/readme-commands.test.ts',
];

// Two projects: `fast` is part of `npm run check`; `slow` needs a browser, a spawned host or a large file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/{architecture,rules,contract,core,screens}/**/*.test.ts'],
          exclude: heavy,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/{journeys,faults}/**/*.test.ts', ...heavy],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
