import { defineConfig } from '@playwright/test';

/** Journeys of people through the started product: real database, real model, one browser. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.e2e.ts',
  outputDir: '../tmp/journeys',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // What passes at the second try is named at the end of the tests: it waits for something that it does not say.
  retries: 1,
  reporter: [['list'], ['json']],
  use: { locale: 'en-GB', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } },
});
