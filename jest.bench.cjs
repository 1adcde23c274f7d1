// Benchmarks: what they print is the result. Never part of the tests. Run them with `npm run bench -- NAME`.
const { join } = require('node:path');
const settings = require('./jest.node.cjs')(__dirname);

module.exports = {
  ...settings,
  displayName: undefined,
  roots: ['<rootDir>/libs', '<rootDir>/e2e'],
  testMatch: ['**/bench/*.bench.ts'],
  // A browser measures this one: Playwright runs it.
  testPathIgnorePatterns: ['/node_modules/', '/e2e/bench/web\\.bench\\.ts$'],
  testTimeout: 1_800_000,
  setupFilesAfterEnv: [],
  reporters: [join(__dirname, 'tools/bench-reporter.cjs')],
};
