// Jest settings of every project that runs on Node: unit specs and database specs.
const { join, relative, sep } = require('node:path');

const testing = join(__dirname, 'libs/shared/db/src/testing');

module.exports = (rootDir) => ({
  displayName: relative(__dirname, rootDir).split(sep).slice(-2).join('-'),
  rootDir,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: [join(__dirname, 'jest.node.setup.cjs')],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: join(__dirname, 'tsconfig.node.json') }] },
  // Contracts are plain TypeScript; everything else on Node may have database specs.
  ...(rootDir.endsWith('contract')
    ? {}
    : { globalSetup: join(testing, 'database.setup.ts'), globalTeardown: join(testing, 'database.teardown.ts') }),
  moduleNameMapper: { '^@moodline/(.*)$': join(__dirname, 'libs/$1/src/index.ts') },
});
