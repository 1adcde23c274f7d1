// Evaluations: the real weights against thresholds that stand in the files.
const settings = require('./jest.node.cjs')(__dirname);

module.exports = {
  ...settings,
  displayName: 'eval',
  roots: ['<rootDir>/libs'],
  testMatch: ['**/*.eval.ts'],
  testTimeout: 300_000,
  setupFilesAfterEnv: [],
  globalSetup: undefined,
  globalTeardown: undefined,
};
