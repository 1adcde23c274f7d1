// npm run faults: several processes of the built product on one database, killed while they work, and writers that meet at random for a
// minute. It takes minutes on a busy machine. More of the random ones: add `--globals '{"writers":{"seconds":600,"rounds":10,"seed":1}}'`.
const { spawnSync } = require('child_process');
const { join } = require('path');
const { ROOT, BIN, PrepareError, requireNode, install, step, productNode } = require('./prepare.cjs');

async function main() {
  requireNode();
  await install();
  await step(
    'Building',
    [join(BIN, 'nx'), 'run-many', '-t', 'build', '-p', 'api', '--output-style=static'],
    'The build failed. Its output stands above.',
  );
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '-c', 'jest.faults.cjs', '--runInBand'];
  const { status } = spawnSync(productNode(), [...flags, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exit(status === null ? 1 : status);
}

main().catch((error) => {
  console.error(error instanceof PrepareError ? error.message : error);
  process.exit(1);
});
