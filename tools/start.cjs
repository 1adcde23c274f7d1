// npm start: brings a fresh clone to a running Moodline.
const { spawn } = require('child_process');
const { existsSync, readFileSync } = require('fs');
const { join, resolve } = require('path');
const { ROOT, PrepareError, requireNode, install, build, productNode } = require('./prepare.cjs');

const USAGE = `Starts Moodline: database, API, worker, model and dashboard.

  npm start -- [options]

  --port NUMBER   port of the dashboard and the API (default 3000)
  --data DIR      folder of the database, keys and logs (default .moodline)
  --no-demo       do not fill a new installation with the demo brand
  --owner-email ADDRESS        makes the owner at the first start, without a link
  --owner-password-file FILE   holds the owner's password
  --help          this text

More settings: .env.example`;
const WATCH_MS = 2000;

/** @returns settings that overrule the environment */
function readOptions(args) {
  const settings = {};
  for (let index = 0; index < args.length; index++) {
    const [name, inline] = args[index].split(/=(.*)/s);
    const value = () => {
      const given = inline === undefined ? args[++index] : inline;
      if (!given || given.startsWith('--'))
        throw new PrepareError(`${name} needs a value. npm start -- --help lists the options.`);
      return given;
    };
    if (name === '--help' || name === '-h') settings.help = true;
    else if (name === '--port') settings.PORT = value();
    else if (name === '--data') settings.MOODLINE_DATA = resolve(value());
    else if (name === '--owner-email') settings.OWNER_EMAIL = value();
    else if (name === '--owner-password-file') settings.OWNER_PASSWORD_FILE = resolve(value());
    else if (name === '--no-demo') settings.MOODLINE_DEMO = 'false';
    else throw new PrepareError(`There is no option ${name}. npm start -- --help lists the options.`);
  }
  if (settings.PORT !== undefined && !(/^\d+$/.test(settings.PORT) && settings.PORT > 0 && settings.PORT < 65536)) {
    throw new PrepareError(`--port ${settings.PORT} is not a port. Use a number from 1 to 65535.`);
  }
  return settings;
}

/** Runs the product. It stops by itself when the channel to this process closes, however this one ends. */
function run(settings) {
  const child = spawn(productNode(), ['--disable-warning=ExperimentalWarning', join(ROOT, 'dist/apps/api/main.js')], {
    cwd: ROOT,
    env: { ...process.env, ...settings, NODE_ENV: 'production' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the child by itself, because it belongs to the same terminal.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code));
  stopWithNpm(() => child.kill('SIGTERM'));
}

/** When npm is killed outright, nobody tells us: we see it by having got another parent. */
function stopWithNpm(stop) {
  const npm = startingNpm();
  if (!npm) return;
  setInterval(() => {
    try {
      process.kill(npm, 0);
    } catch {
      stop();
    }
  }, WATCH_MS).unref();
}

/** Process id of the npm that started this, directly or through a shell; null when it was started by hand. */
function startingNpm() {
  if (!process.env.npm_lifecycle_event) return null;
  const shell = `/proc/${process.ppid}`;
  if (!existsSync(shell) || !readFileSync(`${shell}/cmdline`, 'utf8').includes('tools/start.cjs')) return process.ppid;
  const stat = readFileSync(`${shell}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

async function main() {
  requireNode();
  const settings = readOptions(process.argv.slice(2));
  if (settings.help) return console.log(USAGE);
  console.log('\nMoodline\n');
  await install();
  await build();
  run(settings);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? `\n  ${error.message}\n` : error);
  process.exit(1);
});
