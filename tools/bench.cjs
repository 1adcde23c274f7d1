// npm run bench -- NAME [--rounds NUMBER] [--comments NUMBER] [--megabytes NUMBER]: measures a part of the product and prints a table.
// npm run bench -- product-import --file FILE [--rounds NUMBER]: the import of a file of your own by the running product, against COPY.
// npm run bench -- try-it: from the last key to the label of a text, and from asking to the first word of the reply, in the bundled Chromium.
// npm run bench -- web [--comments NUMBER]: what the overview of the demo (or of so many made comments) takes over the wire, and when it is
// seen, in the bundled Chromium.
// npm run bench -- scale [...]: every read of a page with many comments, by a program of its own (apps/api/bench/scale).
const { spawnSync } = require('child_process');
const { readdirSync, existsSync } = require('fs');
const { join, resolve } = require('path');
const {
  ROOT,
  TOOL_ENVIRONMENT,
  PrepareError,
  requireNode,
  install,
  build,
  productNode,
  onProductNode,
  againOnProductNode,
} = require('./prepare.cjs');

/** Benchmarks that Playwright runs. */
const IN_BROWSER = ['web', 'try-it'];

/** Names of all benchmarks that Jest runs: `libs/<domain>/<kind>/bench/<name>.bench.ts`, and those of the whole product in `e2e/bench`. */
function benchmarks() {
  const folders = readdirSync(join(ROOT, 'libs')).flatMap((domain) =>
    readdirSync(join(ROOT, 'libs', domain)).map((kind) => join(ROOT, 'libs', domain, kind, 'bench')),
  );
  const files = [...folders, join(ROOT, 'e2e/bench')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder));
  const names = files.flatMap((file) => (file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : []));
  return names.filter((name) => !IN_BROWSER.includes(name));
}

/** `--rounds 5 --comments 60`: how often each measure is taken, and on how much. @returns the numbers by name, and a `file` */
function readSizes(options) {
  const sizes = {};
  for (let index = 0; index < options.length; index += 2) {
    if (options[index] === '--file' && options[index + 1]) {
      // The file is meant from where the command was typed; npm changes it.
      sizes.file = resolve(process.env.INIT_CWD || process.cwd(), options[index + 1]);
      continue;
    }
    const name = /^--(rounds|comments|megabytes)$/.exec(options[index]);
    if (!name || !(Number(options[index + 1]) >= 1))
      throw new PrepareError(
        `Not understood: ${options.slice(index).join(' ')}. The options are --rounds NUMBER, --comments NUMBER, --megabytes NUMBER and --file FILE.`,
      );
    sizes[name[1]] = Math.floor(Number(options[index + 1]));
  }
  return sizes;
}

/** The benchmark of scale is a built program: it runs longer than a test may, and goes on where it was cut off. */
async function scale(options) {
  await install();
  if (!onProductNode()) return againOnProductNode(__filename);
  await build();
  // The folder is meant from where the command was typed; npm changes it.
  const args = options.map((option, index) =>
    options[index - 1] === '--data' ? resolve(process.env.INIT_CWD || process.cwd(), option) : option,
  );
  const { status } = spawnSync(
    productNode(),
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'dist/apps/api/scale.js'), ...args],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...TOOL_ENVIRONMENT } },
  );
  process.exit(status === null ? 1 : status);
}

/**
 * A browser on the built product: Playwright runs it, as it runs the journeys.
 * @param name its file is `e2e/bench/<name>.bench.ts`
 */
async function inBrowser(name, { comments = 0 }) {
  await install();
  if (!onProductNode()) return againOnProductNode(__filename);
  await build();
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const { status } = spawnSync(productNode(), [playwright, 'test', '-c', 'e2e/bench.config.ts', `/${name}.bench.ts`], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...TOOL_ENVIRONMENT, BENCH_COMMENTS: String(comments) },
  });
  process.exit(status === null ? 1 : status);
}

async function main() {
  requireNode();
  const [name, ...options] = process.argv.slice(2);
  if (name === 'scale') return scale(options);
  if (IN_BROWSER.includes(name)) return inBrowser(name, readSizes(options));
  if (!benchmarks().includes(name))
    throw new PrepareError(
      `Which benchmark? There are: scale, ${[...IN_BROWSER, ...benchmarks()].join(', ')}. Run for example: npm run bench -- ${benchmarks()[0]}`,
    );
  const sizes = readSizes(options);
  await install();
  if (!onProductNode()) return againOnProductNode(__filename);
  await build();
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    join(ROOT, 'node_modules/jest/bin/jest.js'),
    '-c',
    'jest.bench.cjs',
    '--runInBand',
    '--testPathPatterns',
    `/bench/${name}\\.bench\\.ts$`,
  ];
  args.push('--globals', JSON.stringify({ bench: sizes }));
  const { status } = spawnSync(productNode(), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...TOOL_ENVIRONMENT },
  });
  process.exit(status === null ? 1 : status);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? error.message : error);
  process.exit(1);
});
