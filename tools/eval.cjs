// npm run eval: measures the labels of the bundled model on a labelled file, and fits their calibration.
// npm run eval -- chat: asks the product on its demo some 590 questions, and counts what it understands and answers right.
// npm run eval -- documents: asks 126 written questions to 12 documents, a third of which they do not answer; needs no model.
// npm run eval -- masking: measures the masking of personal data on its written corpus; needs no model.
// npm run eval -- notes: lets the bundled model make mails of 60 written notes, and counts what a program finds wrong.
// npm run eval -- roles: lets the bundled model write in its roles on 150 written texts and more, and counts what a program finds wrong;
//   --role support, --language ja, --limit 5 (texts of each language) for a part of it; with --write the rates are put into the product;
//   --again FILE judges what it wrote in an earlier run as companion or support anew, without asking it.
// npm run eval -- vectors: whether the model's own features find passages of documents better than the words of the 84 questions that they answer.
// npm run eval -- questions: what is learned from the written questions, measured on questions that were kept out; with --write it is put into the product.
// npm run eval -- themes: measures the grouping of comments into themes against groups made by hand; needs no model.
const { spawnSync } = require('child_process');
const { join, resolve } = require('path');
const { parseArgs } = require('util');
const { evaluateChat } = require('./eval-chat/run.cjs');
const { ROOT, BIN, TOOL_ENVIRONMENT, PrepareError, requireNode, install, step, productNode } = require('./prepare.cjs');

/** Options that name a file. */
const PATHS = ['--file', '--towards'];

/** The file is meant from where the command was typed; npm changes the folder. */
const fromHere = (path) => resolve(process.env.INIT_CWD || process.cwd(), path);

function readArguments(args) {
  return args.map((argument, index) => {
    if (PATHS.includes(args[index - 1])) return fromHere(argument);
    const option = PATHS.find((name) => argument.startsWith(`${name}=`));
    return option ? `${option}=${fromHere(argument.slice(option.length + 1))}` : argument;
  });
}

/** The database of the specs, for evaluations that ask one. */
const TESTING = join(ROOT, 'libs/shared/db/src/testing');
const DATABASE = [
  ...['--globalSetup', join(TESTING, 'database.setup.ts')],
  ...['--globalTeardown', join(TESTING, 'database.teardown.ts')],
];

/** Evaluations that are test runs. @param more flags of the run */
function evaluateRules(pattern, more = []) {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const config = ['-c', 'jest.eval.cjs', '--runInBand', ...more, pattern];
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, ...config];
  const { status } = spawnSync(productNode(), flags, { cwd: ROOT, stdio: 'inherit' });
  process.exit(status === null ? 1 : status);
}

/** Which roles, which language and how many texts of each, handed to the run as a global. */
function rolesFlags(args) {
  const { values } = parseArgs({
    args,
    options: {
      role: { type: 'string' },
      language: { type: 'string' },
      limit: { type: 'string' },
      write: { type: 'boolean' },
      again: { type: 'string' },
    },
  });
  const { limit, ...part } = values;
  if (limit !== undefined && !(Number(limit) >= 1))
    throw new PrepareError('--limit says how many texts of each language: a number from 1.');
  if (part.again) part.again = fromHere(part.again);
  const rolesEvaluation = { ...part, ...(limit && { limit: Math.floor(Number(limit)) }) };
  return ['--globals', JSON.stringify({ rolesEvaluation })];
}

async function main() {
  requireNode();
  await install();
  if (process.argv[2] === 'documents') evaluateRules('documents.eval', DATABASE);
  if (process.argv[2] === 'masking') evaluateRules('masking.eval');
  if (process.argv[2] === 'notes') evaluateRules('notes.eval');
  if (process.argv[2] === 'themes') evaluateRules('themes.eval');
  await step(
    'Building',
    [join(BIN, 'nx'), 'run-many', '-t', 'build', '-p', 'api', '--output-style=static'],
    'The build failed. Its output stands above.',
  );
  if (process.argv[2] === 'vectors') evaluateRules('vectors.eval', DATABASE);
  if (process.argv[2] === 'roles') evaluateRules('roles.eval', rolesFlags(process.argv.slice(3)));
  if (process.argv[2] === 'chat') process.exit(await evaluateChat(productNode()));
  const program = [join(ROOT, 'dist/apps/api/evaluate.js'), ...readArguments(process.argv.slice(2))];
  const { status } = spawnSync(productNode(), ['--disable-warning=ExperimentalWarning', ...program], {
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
