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
  onProductNode,
  againOnProductNode,
} = require('./prepare.cjs');

const RESULTS = join(ROOT, 'tmp/test-results');
const total = { passed: 0, failed: 0 };
/** What failed, said once more at the very end: the log above it is long, and often cut. */
const failures = [];
/** What failed once and passed when it was run again: it counts as passed, and is named, because something in it depends on time. */
const unsteady = [];
/** As many files are run again at most; where more fail, it is no matter of time. */
const RUN_AGAIN_AT_MOST = 3;

/** Runs a program of node_modules/.bin with its output shown. @returns whether it exited with 0 */
function run(name, args, environment = {}) {
  return (
    spawnSync(name === 'node' ? process.execPath : join(BIN, name), args, {
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

/** Runs Jest and counts its tests; a few files that failed are run once more, alone. */
function jest(name, args, onNode) {
  title(name);
  const first = runJest(name, args, onNode);
  const files = first.result.testResults?.filter(({ status }) => status === 'failed').map((file) => file.name) ?? [];
  if (first.ok || !files.length || files.length > RUN_AGAIN_AT_MOST) return countJest(first.result, first.ok);
  title(`${name}, once more what failed`);
  // Jest takes one of the two.
  const alone = [...args.filter((one) => !one.startsWith('--maxWorkers')), '--runInBand', '--forceExit'];
  const again = runJest(`${name} again`, [...alone, '--runTestsByPath', ...files], onNode);
  if (!again.ok) return countJest(first.result, false);
  unsteady.push(...jestFailures(first.result));
  const passed = first.result.testResults.filter(({ status }) => status !== 'failed').flatMap(passedTests).length;
  count({ passed: passed + again.result.numPassedTests, failed: 0 });
}

const passedTests = ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed');

/** @returns the report of Jest, and whether it exited with 0 */
function runJest(name, args, onNode) {
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
  return { ok, result };
}

/** Counts tests; a file that could not even be loaded counts as one that failed. */
function countJest(result, ok) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (!ok) failures.push(...jestFailures(result));
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
  const { stats = {}, suites = [] } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  if (!ok) failures.push('journeys', ...journeysThatWere('unexpected', suites));
  unsteady.push(...journeysThatWere('flaky', suites));
  count({ passed: expected + flaky, failed: ok ? unexpected : Math.max(1, unexpected) });
}

/** The names of the journeys with this outcome in a report of Playwright, whose suites hold suites. */
function journeysThatWere(status, suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map((one) => `  ${file} › ${one.title}`),
    ...journeysThatWere(status, inner),
  ]);
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
  if (!onProductNode()) return againOnProductNode(__filename);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const { web, node } = projectFolders();
  check('build', ['nx', ['run-many', '-t', 'build', '-p', 'api,cli,dashboard', '--output-style=static']]);
  check('format', ['prettier', ['--check', '.', '--log-level=warn']]);
  check('lint', ['eslint', ['.', '--max-warnings=0']]);
  check('types', ['nx', ['run-many', '-t', 'typecheck', '--output-style=static']]);
  // Modules of a spec file stay in the memory of the process that ran it: a worker that has grown is replaced by a new one.
  // Two workers: with one, the database and the specs wait for each other.
  jest('specs on Node', ['--maxWorkers=2', '--workerIdleMemoryLimit=1500MB', '--projects', ...node], true);
  jest('specs in the browser', ['--projects', ...web], false);
  jest('hostile inputs', ['-c', 'e2e/hostile/jest.config.cjs', '--runInBand'], true);
  // What the model writes is measured by `npm run eval -- roles` and `-- notes`: it takes longer than all the rest, and other processors
  // choose other words. `npm run eval -- documents` and `-- vectors` need a database.
  const evaluations = [
    '-c',
    'jest.eval.cjs',
    '--runInBand',
    '--testPathIgnorePatterns',
    '/node_modules/',
    '(?:roles|notes|documents|vectors)\\.eval',
  ];
  jest('evaluations of the model', evaluations, true);
  journeys();
  if (unsteady.length) console.log(`\nfailed once, passed when run again:\n${unsteady.join('\n')}`);
  if (failures.length) console.log(`\nfailed:\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed ? 1 : 0);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
