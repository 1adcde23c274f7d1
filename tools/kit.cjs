// npm run kit: builds the page of the shared components for development and compares its pictures with those in e2e/kit/pictures.
// What was meant to change: `npm run kit -- --update-snapshots`.
const { spawnSync } = require('child_process');
const { join } = require('path');
const { ROOT, BIN, TOOL_ENVIRONMENT, PrepareError, requireNode, install, step } = require('./prepare.cjs');

const BUNDLE = ['run', 'dashboard:bundle:development', '--outputPath=dist/apps/dashboard-kit'];

async function main() {
  requireNode();
  await install();
  await step(
    'Building',
    [join(BIN, 'nx'), ...BUNDLE, '--output-style=static'],
    'The build failed. Its output stands above.',
  );
  const args = ['test', '-c', 'e2e/kit.config.ts', ...process.argv.slice(2)];
  const environment = { ...process.env, ...TOOL_ENVIRONMENT };
  const { status } = spawnSync(join(BIN, 'playwright'), args, { cwd: ROOT, stdio: 'inherit', env: environment });
  process.exit(status === null ? 1 : status);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? error.message : error);
  process.exit(1);
});
