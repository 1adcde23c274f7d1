// Runs the thread that reads files from its TypeScript source, so that a spec needs no build.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const ts = require('typescript');

const LIBS = join(__dirname, '../../../../..');
const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2023,
  esModuleInterop: true,
  experimentalDecorators: true,
};
require.extensions['.ts'] = (module, file) => {
  module._compile(ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText, file);
};
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const name = request.startsWith('@moodline/') ? request.slice('@moodline/'.length) : null;
  return resolve.call(this, name ? join(LIBS, name, 'src/index.ts') : request, ...rest);
};
require('../import-thread.ts');
