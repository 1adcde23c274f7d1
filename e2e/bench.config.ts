import { defineConfig } from '@playwright/test';

/** The benchmark of the web part: `npm run bench -- web`. It prints a table of its own. */
export default defineConfig({
  testDir: './bench',
  testMatch: 'web.bench.ts',
  workers: 1,
  retries: 0,
  reporter: [['line']],
});
