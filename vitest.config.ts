import { defineConfig } from 'vitest/config';

// Two projects: `fast` is part of `npm run check`; `slow` needs a browser, a spawned host or a large file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/{architecture,rules,contract,core,storage,screens}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/{journeys,faults}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
