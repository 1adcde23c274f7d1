// Hostile inputs, against the built product: one that is started for all of them and serves the API without the model.
module.exports = {
  ...require('../../jest.node.cjs')(__dirname),
  displayName: 'hostile',
  testMatch: ['**/*.hostile.ts'],
  globalSetup: './hostile.setup.ts',
  globalTeardown: './hostile.teardown.ts',
};
