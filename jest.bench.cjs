// Benchmarks: what they print is the result. Never part of the tests. Run them with `npm run bench -- NAME`.
const { join } = require('node:path');
const settings = require('./jest.node.cjs')(__dirname);

module.exports = {
  ...settings,
  displayName: undefined,
  roots: ['<rootDir>/libs'],
  testMatch: ['**/bench/*.bench.ts'],
  testTimeout: 1_800_000,
  setupFilesAfterEnv: [],
  reporters: [join(__dirname, 'tools/bench-reporter.cjs')],
};
