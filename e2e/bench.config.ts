import { defineConfig } from '@playwright/test';

/** Benchmarks in a browser: `npm run bench -- web` and `-- try-it`. Each prints a table of its own. */
export default defineConfig({
  testDir: './bench',
  testMatch: ['web.bench.ts', 'try-it.bench.ts'],
  workers: 1,
  retries: 0,
  reporter: [['line']],
});
