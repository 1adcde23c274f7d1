// Lets a process of a spec run TypeScript from its source: for specs in which a process of the product is killed or stands beside another.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const LIBRARIES = join(__dirname, '../../..');

/** @param cacheDir where translated files are kept for the processes that come after */
module.exports = (cacheDir) => {
  require.extensions['.ts'] = (module, file) => module._compile(translated(file, cacheDir), file);
  const resolve = Module._resolveFilename;
  Module._resolveFilename = (name, ...rest) =>
    resolve(
      name.startsWith('@moodline/') ? join(LIBRARIES, name.slice('@moodline/'.length), 'src/index.ts') : name,
      ...rest,
    );
  require('reflect-metadata');
};

function translated(file, cacheDir) {
  const kept = join(cacheDir, file.replaceAll(/[\\/:]/g, '_'));
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const ts = require('typescript');
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2023,
    esModuleInterop: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
  writeFileSync(`${kept}.${process.pid}`, outputText);
  renameSync(`${kept}.${process.pid}`, kept);
  return outputText;
}
