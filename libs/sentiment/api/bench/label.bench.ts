/**
 * How fast labels come, against the way of the article: the same comments, the same weights, one run, so that the ratios hold
 * whatever the machine. What is compared takes turns; each number is the median of its rounds.
 */
import { cpus } from 'node:os';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BUNDLED_MODEL, startBundledModel } from '@moodline/language-model/api';
import { median, printTable } from '@moodline/shared/testing';
import { LABEL_OPTIONS, LABEL_ROLE } from '../src/prompts/label';
import { demoComments, questions } from './bench-texts';
import { EngineProcess, type Choice, type Pass } from './engine-process';
import { LabelledWorkspace } from './labelled-workspace';
import { peakMemory, productMemory } from './process-memory';

const ROOT = resolve(__dirname, '../../../..');
/** What `npm run bench -- label --rounds 5 --comments 60` changes. A result that counts has at least 3 and 300. */
const { rounds: ROUNDS = 3, comments: COMMENTS = 300 } =
  (globalThis as { bench?: { rounds?: number; comments?: number } }).bench ?? {};
/** Share of the comments that each batch size is tried on. */
const SWEPT = 5;
const BUDGETS = [32, 64, 128, 256, 512];
const WAITING = 10_000;
const FIRST_TOKENS = 9;

const roles = JSON.parse(readFileSync(join(ROOT, 'models', BUNDLED_MODEL, 'roles.json'), 'utf8'));
const comments = demoComments(COMMENTS);
const label: Choice = { role: LABEL_ROLE, texts: comments, options: LABEL_OPTIONS };
const asks: Choice = {
  role: { name: 'asks', version: 1, system: roles.asks.system.en },
  texts: questions().slice(0, COMMENTS),
  options: roles.asks.options,
};

/** Every pass under a version of its own: nothing remembered, the prefix read anew. */
let version = 1;
const fresh = (choice: Choice): Choice => ({ ...choice, role: { ...choice.role, version: ++version } });
const part = (choice: Choice, round: number, parts = ROUNDS): Choice => ({
  ...choice,
  texts: choice.texts.filter((_, index) => index % parts === round % parts),
});
/** Says what is going on, beside the tables. */
const tell = (what: string) => process.stderr.write(`  … ${what}\n`);

const rate = (choice: Choice, passes: readonly Pass[]) =>
  (choice.texts.length * 1000) / median(passes.map(({ ms }) => ms));
const tokenRate = (passes: readonly Pass[]) => median(passes.map(({ ms, tokens }) => (tokens * 1000) / ms));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

let engine: EngineProcess;
const model = startBundledModel(ROOT);

beforeAll(async () => {
  engine = await EngineProcess.start();
  await model.choose({ ...label, texts: comments.slice(0, 8) });
});
afterAll(async () => {
  engine?.stop();
  await model.close();
});

/** The same comments up to the exit, all heads at once: in the engine, and end to end. Takes turns with the prompted batches. */
async function headRounds(choice: Choice) {
  const read: Pass[] = [];
  const prompted: Pass[] = [];
  const stored: number[] = [];
  await engine.features(fresh(part(choice, 0, SWEPT)));
  for (let round = 0; round < ROUNDS; round++) {
    tell(`heads, round ${round + 1} of ${ROUNDS}`);
    read.push(await engine.features(fresh(choice)));
    prompted.push(await engine.choose(fresh(choice)));
    stored.push(await labelled(choice, 'head'));
  }
  const storedRate = (choice.texts.length * 1000) / median(stored);
  return { read, readRate: rate(choice, read), promptedRate: rate(choice, prompted), storedRate };
}

/** Each comment goes the article's way once, a part of them each round. */
async function rounds(choice: Choice, endToEnd: (choice: Choice) => Promise<number>) {
  const article: Pass[] = [];
  const chosen: Pass[] = [];
  const stored: number[] = [];
  await engine.choose(fresh(part(choice, 0, SWEPT)));
  await engine.article({ ...choice, texts: choice.texts.slice(0, 3) });
  for (let round = 0; round < ROUNDS; round++) {
    tell(`${choice.role.name}, round ${round + 1} of ${ROUNDS}: the article's way`);
    article.push(await engine.article(part(choice, round)));
    tell(`${choice.role.name}, round ${round + 1} of ${ROUNDS}: choose`);
    chosen.push(await engine.choose(fresh(choice)));
    tell(`${choice.role.name}, round ${round + 1} of ${ROUNDS}: end to end`);
    stored.push(await endToEnd(choice));
  }
  const whole = { ...choice, texts: choice.texts.slice(0, choice.texts.length / ROUNDS) };
  return {
    articleRate: rate(whole, article),
    articleTokens: tokenRate(article),
    chosen,
    chosenRate: rate(choice, chosen),
    storedRate: (choice.texts.length * 1000) / median(stored),
  };
}

async function labelled({ texts }: Choice, kind: 'prompt' | 'head' = 'prompt'): Promise<number> {
  const workspace = await LabelledWorkspace.open(model, { version: ++version, kind });
  await workspace.store(texts);
  const begun = performance.now();
  workspace.startLabelling();
  await workspace.untilLabelled();
  const ms = performance.now() - begun;
  expect(await workspace.close()).toBe(texts.length);
  return ms;
}

async function throughChild(choice: Choice): Promise<number> {
  const begun = performance.now();
  await model.choose(fresh(choice));
  return performance.now() - begun;
}

async function cachedRate(): Promise<number> {
  await model.choose(label);
  const begun = performance.now();
  await model.choose(label);
  return (label.texts.length * 1000) / (performance.now() - begun);
}

/** Median milliseconds until the first piece of a text. */
async function firstToken(): Promise<number> {
  const role = { name: 'narrator', version: 1, system: roles.narrator.system.en as string };
  const input = roles.narrator.examples.en.user as string;
  const times: number[] = [];
  for (let time = 0; time <= FIRST_TOKENS; time++) {
    const begun = performance.now();
    let first = 0;
    await model.write({ role, input, maxTokens: 4, onToken: () => (first ||= performance.now() - begun) });
    times.push(first);
  }
  return median(times.slice(1));
}

async function firstTokenBesideLabels(): Promise<number> {
  const workspace = await LabelledWorkspace.open(model, { version: ++version, kind: 'head' });
  for (let start = 0; start < WAITING; start += 1_000)
    await workspace.store(
      Array.from({ length: 1_000 }, (_, index) => `${comments[index % COMMENTS]} ${start + index}`),
    );
  workspace.startLabelling();
  const time = await firstToken();
  expect(await workspace.close()).toBeLessThan(WAITING);
  return time;
}

function printShares(what: string, pass: Pass | undefined): void {
  const { parts, ms } = pass ?? { parts: { tokens: 0, copies: 0, run: 0 }, ms: NaN };
  const shares = {
    tokenising: parts.tokens,
    'copying the prefix': parts.copies,
    'the run of the graph': parts.run,
    'reading the outputs, the rest': ms - sum(Object.values(parts)),
  };
  printTable(
    `Where the time goes (${what})`,
    ['part', 'ms a comment', '%'],
    Object.entries(shares).map(([name, spent]) => [name, spent / comments.length, (100 * spent) / ms]),
  );
}

it('label', async () => {
  const [cpu] = cpus();
  process.stdout.write(
    `${comments.length} comments of the demo (zh, en, ja), ${BUNDLED_MODEL}, ${cpus().length} × ${cpu?.model.trim()}, Node ${process.version}\n`,
  );

  const labels = await rounds(label, labelled);
  const heads = await headRounds(label);
  const intents = await rounds(asks, throughChild);
  const cached = await cachedRate();
  printTable(
    'Speed',
    ['way', 'comments/s', 'tokens/s', 'ratio', 'target'],
    [
      ['label: one at a time by generate (the article)', labels.articleRate, labels.articleTokens, 1, ''],
      [
        'label: choose, in the engine',
        labels.chosenRate,
        tokenRate(labels.chosen),
        labels.chosenRate / labels.articleRate,
        '≥ 3',
      ],
      ['label: claim, choose, store, buckets', labels.storedRate, '', labels.storedRate / labels.articleRate, '≥ 2.5'],
      [
        'label by heads: features, in the engine',
        heads.readRate,
        tokenRate(heads.read),
        heads.readRate / labels.articleRate,
        '≥ 6.5',
      ],
      ['  against choose, in turn', heads.promptedRate, '', heads.readRate / heads.promptedRate, '≥ 1.9'],
      [
        'label by heads: claim, features, heads, store, buckets',
        heads.storedRate,
        '',
        heads.storedRate / labels.articleRate,
        '≥ 5',
      ],
      ['asks (13 intents): one at a time by generate', intents.articleRate, intents.articleTokens, 1, ''],
      [
        'asks: choose, in the engine',
        intents.chosenRate,
        tokenRate(intents.chosen),
        intents.chosenRate / intents.articleRate,
        '≥ 3',
      ],
      ['asks: choose, through the model process', intents.storedRate, '', intents.storedRate / intents.articleRate, ''],
      ['label again, from the cache of answers', cached, '', '', '≥ 1000/s'],
    ],
  );

  printShares('label, in the engine', labels.chosen[0]);
  printShares('label by heads, in the engine', heads.read[0]);

  tell('batch sizes');
  const passes: Pass[][] = BUDGETS.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, budget] of BUDGETS.entries())
      passes[index]?.push(await engine.choose(fresh(part(label, round, SWEPT)), budget));
  const exits: Pass[][] = BUDGETS.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, budget] of BUDGETS.entries())
      exits[index]?.push(await engine.features(fresh(part(label, round, SWEPT)), budget));
  printTable(
    'Tokens of a batch',
    ['at most', 'choose, comments/s', 'features, comments/s'],
    BUDGETS.map((budget, index) => [
      String(budget),
      rate(part(label, 0, SWEPT), passes[index] ?? []),
      rate(part(label, 0, SWEPT), exits[index] ?? []),
    ]),
  );

  tell('first tokens');
  const idle = await firstToken();
  const busy = await firstTokenBesideLabels();
  const memory = peakMemory(model.status().pid ?? 0);
  tell('the whole product');
  const whole = await productMemory();
  printTable(
    'Beside each other',
    ['what', 'measured', 'target'],
    [
      ['first token of a text, idle, ms', idle, ''],
      [`first token while ${WAITING} comments wait, ms`, busy, ''],
      ['ratio', busy / idle, '< 2'],
      ['peak memory of the model process, MB', memory ?? 'not told by this system', '< 750'],
      ['whole product while labelling, MB', whole ?? 'not told by this system', '< 1200'],
    ],
  );
});
