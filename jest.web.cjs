// Jest settings of every project that runs in the browser.
const { join, relative, sep } = require('node:path');

module.exports = (rootDir) => ({
  displayName: relative(__dirname, rootDir).split(sep).slice(-2).join('-'),
  rootDir,
  preset: 'jest-preset-angular',
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: [join(__dirname, 'jest.web.setup.ts')],
  testMatch: ['**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      { tsconfig: join(__dirname, 'tsconfig.web.json'), stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  // Helpers of Transloco and the browser's csv-parse ship as ES modules that are not named .mjs.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/|csv-parse/dist/esm/))'],
  moduleNameMapper: {
    '^@moodline/(.*?)/harnesses$': join(__dirname, 'libs/$1/src/harnesses/index.ts'),
    '^@moodline/(.*?)/(start|words|i18n/(?:en|zh|ja))$': join(__dirname, 'libs/$1/src/$2.ts'),
    '^@moodline/(.*)$': join(__dirname, 'libs/$1/src/index.ts'),
  },
});
