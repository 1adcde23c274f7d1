import { defineConfig } from '@playwright/test';

/** Pictures of the kit against those that are kept: `npm run kit`. */
export default defineConfig({
  testDir: './kit',
  testMatch: '**/*.kit.ts',
  outputDir: '../tmp/kit',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  workers: 1,
  retries: 0,
  reporter: [['list']],
  use: { locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1280, height: 900 } },
  // Edges of letters differ by the machine; whatever somebody would see is more.
  expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.002, animations: 'disabled' } },
});
