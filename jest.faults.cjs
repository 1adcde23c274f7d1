// Faults: several processes of the built product on one database, killed while they work.
const { join } = require('path');
const settings = require('./jest.node.cjs')(join(__dirname, 'e2e/faults'));

module.exports = { ...settings, displayName: 'faults', testMatch: ['**/*.faults.ts'] };
