// npm test: everything that says whether this tree is good, in one go. Ends with `N passed, N failed`.
const { spawnSync } = require('child_process');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } = require('fs');
const { join, relative } = require('path');
const { stripVTControlCharacters } = require('util');
const {
  ROOT,
  BIN,
  TOOL_ENVIRONMENT,
  PrepareError,
  requireNode,
  install,
  onPinnedNode,
  againOnPinnedNode,
} = require('./prepare.cjs');

const RESULTS = join(ROOT, 'tmp/test-results');
const total = { passed: 0, failed: 0 };
/** What failed, said once more at the very end: the log above it is long, and often cut. */
const failures = [];

/** Runs a program of node_modules/.bin with its output shown. @returns whether it exited with 0 */
function run(name, args, environment = {}) {
  return (
    spawnSync(join(BIN, name), args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...TOOL_ENVIRONMENT, ...environment },
    }).status === 0
  );
}

function title(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - text.length))}`);
}

/** A check that is one: it passes or it fails. */
function check(name, args) {
  title(name);
  const ok = run(...args);
  if (!ok) failures.push(name);
  count(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** Runs Jest and counts its tests; a file that could not even be loaded counts as one that failed. */
function jest(name, args, onNode) {
  title(name);
  const report = join(RESULTS, `${name.replace(/\W+/g, '-')}.json`);
  const nodeFlags = onNode ? ['--experimental-vm-modules', '--no-warnings'] : [];
  const ok = run('node', [
    ...nodeFlags,
    join(ROOT, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...args,
  ]);
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (!ok) failures.push(name, ...jestFailures(result));
  count({ passed: result.numPassedTests, failed: ok ? failed : Math.max(1, failed) });
}

/** Each failed test of a Jest report with the first lines of its message, and each file that could not be loaded. */
function jestFailures({ testResults = [] }) {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(ROOT, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      if (!tests.length) return [`  ${file}\n${firstLines(message)}`];
      return tests.map((test) => `  ${file} › ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
    });
}

/** The first lines of a message without its colours, as many as say what was expected and what came. */
function firstLines(message) {
  const plain = stripVTControlCharacters(message);
  return plain
    .split('\n')
    .slice(0, 20)
    .map((line) => `      ${line}`)
    .join('\n');
}

/** Runs the journeys in a browser and counts them. */
function journeys() {
  title('journeys');
  const report = join(RESULTS, 'journeys.json');
  const ok = run('playwright', ['test', '-c', 'e2e/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : {};
  const failed = unexpected + flaky;
  if (!ok) failures.push('journeys');
  count({ passed: expected, failed: ok ? failed : Math.max(1, failed) });
}

/** Folders of all projects with Jest settings, by whether they run in Node or in the browser. */
function projectFolders() {
  const libraries = readdirSync(join(ROOT, 'libs')).flatMap((domain) =>
    readdirSync(join(ROOT, 'libs', domain)).map((kind) => join('libs', domain, kind)),
  );
  const applications = readdirSync(join(ROOT, 'apps')).map((name) => join('apps', name));
  const folders = [...libraries, ...applications].filter((folder) => existsSync(join(ROOT, folder, 'jest.config.cjs')));
  const isWeb = (folder) => /jest\.web\.cjs/.test(readFileSync(join(ROOT, folder, 'jest.config.cjs'), 'utf8'));
  return { web: folders.filter(isWeb), node: folders.filter((folder) => !isWeb(folder)) };
}

async function main() {
  requireNode();
  await install();
  if (!onPinnedNode()) return againOnPinnedNode(__filename);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const { web, node } = projectFolders();
  check('build', ['nx', ['run-many', '-t', 'build', '-p', 'api,cli,dashboard', '--output-style=static']]);
  check('format', ['prettier', ['--check', '.', '--log-level=warn']]);
  check('lint', ['eslint', ['.', '--max-warnings=0']]);
  check('types', ['nx', ['run-many', '-t', 'typecheck', '--output-style=static']]);
  // Modules of a spec file stay in the memory of the process that ran it: a worker that has grown is replaced by a new one.
  jest('specs on Node', ['--workerIdleMemoryLimit=1500MB', '--projects', ...node], true);
  jest('specs in the browser', ['--projects', ...web], false);
  jest('hostile inputs', ['-c', 'e2e/hostile/jest.config.cjs', '--runInBand'], true);
  jest('evaluations of the model', ['-c', 'jest.eval.cjs', '--runInBand'], true);
  journeys();
  if (failures.length) console.log(`\nfailed:\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed ? 1 : 0);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
