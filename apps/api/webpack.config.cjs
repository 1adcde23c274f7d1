const { join } = require('node:path');
const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');

module.exports = {
  output: { path: join(__dirname, '../../dist/apps/api'), clean: true },
  plugins: [
    new NxAppWebpackPlugin({
      target: 'node',
      compiler: 'tsc',
      main: './src/main.ts',
      // The model runs in a process of its own: its native code would block the API.
      additionalEntryPoints: [
        {
          entryName: 'model-process',
          entryPath: join(__dirname, '../../libs/language-model/api/src/model-process.ts'),
        },
        // Reading large files would block the API.
        {
          entryName: 'import-thread',
          entryPath: join(__dirname, '../../libs/sources/api/src/import/import-thread.ts'),
        },
        // A document may be made to take long.
        {
          entryName: 'document-thread',
          entryPath: join(__dirname, '../../libs/assistants/api/src/documents/reading/document-thread.ts'),
        },
        // Learning computes for many seconds.
        {
          entryName: 'learning-thread',
          entryPath: join(__dirname, '../../libs/sentiment/api/src/learning/learning-thread.ts'),
        },
        // npm run moodline -- restore
        { entryName: 'restore', entryPath: join(__dirname, 'src/restore.ts') },
        // Started as root: what the product's own user may do.
        { entryName: 'account-probe', entryPath: join(__dirname, 'src/account/account-probe.ts') },
        // npm run eval
        { entryName: 'evaluate', entryPath: join(__dirname, 'src/evaluate.ts') },
        // npm run bench -- scale
        { entryName: 'scale', entryPath: join(__dirname, 'bench/scale/scale.ts') },
      ],
      tsConfig: './tsconfig.app.json',
      optimization: false,
      outputHashing: 'none',
      generatePackageJson: false,
      sourceMap: true,
    }),
  ],
};
