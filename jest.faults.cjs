// Faults: several processes of the built product on one database, killed while they work; writers that meet at random for a minute.
const { join } = require('path');
const settings = require('./jest.node.cjs')(join(__dirname, 'e2e/faults'));

module.exports = {
  ...settings,
  displayName: 'faults',
  roots: [join(__dirname, 'e2e/faults'), join(__dirname, 'libs/sentiment/api/src')],
  testMatch: ['**/*.faults.ts', '**/random-writers.db.spec.ts'],
  // For longer than in `npm test`, and in one go.
  globals: { writers: { seconds: 60, rounds: 1 } },
};
