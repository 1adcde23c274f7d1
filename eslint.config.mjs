import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';

const PRISMA = ['@prisma/*', 'pg'];
const NEST = ['@nestjs/*', 'nestjs-*', 'express'];
const BROWSER = ['@angular/*', 'chart.js', '@jsverse/*'];

/** What each kind of project may import (the table in docs/architecture.md). */
const kinds = [
  {
    sourceTag: 'type:contract',
    onlyDependOnLibsWithTags: ['type:contract'],
    bannedExternalImports: [...PRISMA, ...NEST, ...BROWSER],
  },
  { sourceTag: 'type:api', onlyDependOnLibsWithTags: ['type:contract', 'type:api'], bannedExternalImports: BROWSER },
  {
    sourceTag: 'type:web',
    onlyDependOnLibsWithTags: ['type:contract', 'type:web', 'type:ui'],
    bannedExternalImports: [...PRISMA, ...NEST],
  },
  {
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:contract', 'type:ui'],
    bannedExternalImports: [...PRISMA, ...NEST],
  },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
];

/** Which domains stand upstream of which: contracts, api and web alike. */
const upstream = {
  shared: [],
  'language-model': ['shared'],
  accounts: ['shared'],
  notify: ['shared'],
  comments: ['shared'],
  sources: ['shared', 'comments'],
  backups: ['shared', 'comments', 'notify'],
  sentiment: ['shared', 'comments', 'language-model'],
  trends: ['shared', 'comments', 'sentiment'],
  narration: ['shared', 'comments', 'trends', 'language-model'],
  alerts: ['shared', 'comments', 'trends', 'narration', 'notify'],
  reports: ['shared', 'comments', 'trends', 'narration', 'language-model', 'notify'],
  chat: ['shared', 'comments', 'trends', 'narration', 'language-model'],
  assistants: ['shared', 'comments', 'sources', 'sentiment', 'trends', 'narration', 'reports', 'language-model'],
};
const domains = Object.entries(upstream).map(([domain, allowed]) => ({
  sourceTag: `domain:${domain}`,
  onlyDependOnLibsWithTags: [`domain:${domain}`, ...allowed.map((name) => `domain:${name}`)],
}));

const databaseOnly = {
  patterns: [
    {
      group: ['@prisma/*', '@moodline/shared/db'],
      message: 'The database is reached in *.repository.ts, *.query.ts and shared/db only.',
    },
  ],
};

export default [
  {
    ignores: [
      '**/dist',
      '**/generated',
      '**/.angular',
      '**/.nx',
      '**/.moodline',
      '**/tmp',
      '**/node_modules',
      'models',
    ],
  },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: true, allow: [], depConstraints: [...kinds, ...domains] },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read settings through @moodline/shared/config.' },
      ],
      'no-restricted-imports': ['error', databaseOnly],
      'no-console': 'error',
    },
  },
  {
    // One program of the whole tree: rules that need types, and circles that only the resolved imports show.
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.js', '.json', '.node'],
          tsconfig: { configFile: './tsconfig.base.json' },
        }),
      ],
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    files: [
      '**/*.repository.ts',
      '**/*.query.ts',
      '**/*.db.spec.ts',
      'libs/shared/{db,testing,work}/**/*.ts',
      'apps/api/**/*.ts',
      '**/bench/*.ts',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['libs/shared/{config,testing}/**/*.ts', 'libs/shared/db/src/testing/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A constructor that only receives its parts is not a function with too many positional parameters.
    files: ['libs/*/api/**/*.ts', 'libs/shared/{db,http,config,work}/**/*.ts', 'apps/api/**/*.ts'],
    rules: {
      '@typescript-eslint/max-params': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>7]",
          message: 'At most 7 injected dependencies.',
        },
        {
          selector: ":not(MethodDefinition[kind='constructor']) > FunctionExpression[params.length>4]",
          message: 'At most 4 positional parameters.',
        },
        { selector: 'FunctionDeclaration[params.length>4]', message: 'At most 4 positional parameters.' },
        { selector: 'ArrowFunctionExpression[params.length>4]', message: 'At most 4 positional parameters.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.eval.ts', '**/*.e2e.ts', '**/*.faults.ts', '**/*.hostile.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['apps/dashboard/**/*.ts', 'libs/**/{web,ui,contract,i18n}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message:
            "Write import * as z from 'zod': the other way brings all of it into the browser, 300 kB of it languages.",
        },
      ],
    },
  },
  // Word lists are data, and a benchmark reads best from top to bottom.
  { files: ['**/i18n/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/bench/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/cli/**/*.ts', 'apps/api/src/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs', '**/*.mjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...angular.configs.tsRecommended.map((config) => ({
    ...config,
    files: ['apps/dashboard/**/*.ts', 'libs/**/web/**/*.ts', 'libs/**/ui/**/*.ts'],
  })),
  {
    files: ['apps/dashboard/**/*.ts', 'libs/**/web/**/*.ts', 'libs/**/ui/**/*.ts'],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['apps/dashboard/**/*.html', 'libs/**/web/**/*.html', 'libs/**/ui/**/*.html'],
  })),
];
