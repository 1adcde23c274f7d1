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
  // A picture shows one part, so that a change of one button is more than what edges of letters make.
  expect: { toHaveScreenshot: { maxDiffPixels: 30, animations: 'disabled' } },
});
