// Stands in for model-process.js: speaks its protocol without weights. A text tells it how to behave.
const { existsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const place = JSON.parse(process.argv[2]);
let cancelled = 0;
let asked = 0;
let rss = 1;

/** Dies once per marker file, so that a second try succeeds. */
function dieOnce(marker) {
  if (existsSync(marker)) return;
  writeFileSync(marker, '');
  process.kill(process.pid, 'SIGKILL');
}

/** Never returns, once per marker file. */
function hangOnce(marker) {
  if (existsSync(marker)) return;
  writeFileSync(marker, '');
  process.kill(process.pid, 'SIGSTOP');
}

function chances(text) {
  asked++;
  const [, verb, marker] = /^(\S+)(?: (.+))?$/.exec(text) ?? [];
  if (verb === 'die') process.kill(process.pid, 'SIGKILL');
  if (verb === 'die-once') dieOnce(marker);
  if (verb === 'hang-once') hangOnce(marker);
  if (verb === 'grow') rss = 2 ** 40;
  const known = { pid: process.pid, cancelled, asked };
  return verb === 'nothing' ? null : [known[verb] ?? 0.75, 0.25];
}

function write({ id, input }) {
  const fault = { 'too long': 'input-too-long', confused: 'unusable-answer' }[input];
  if (fault) return process.send({ type: 'refused', id, fault, message: `as told: ${input}`, rss });
  process.send({ type: 'piece', id, piece: 'half a ' });
  if (input === 'die halfway') return process.send({ type: 'alive', rss }, () => process.kill(process.pid, 'SIGKILL'));
  if (input === 'never end') return undefined;
  process.send({ type: 'piece', id, piece: 'sentence' });
  return process.send({ type: 'answer', id, answer: { text: 'half a sentence', finish: 'stop' }, rss });
}

/** Two features a text: how many texts were read before, and the length of the text. `nothing` gives no number. */
function features({ id, texts }) {
  const all = texts.flatMap((text) => [text === 'nothing' ? NaN : asked++, text.length]);
  process.send({ type: 'answer', id, answer: { features: Float32Array.from(all), width: 2 }, rss });
}

/** Of each text a token a sign and the whole: how far it has been read, and which text it is. */
function readings({ id, texts }) {
  const ends = texts.map((text) => [...text].map((_, at) => at + 1));
  const all = texts.flatMap((text, at) =>
    [...ends[at], text === 'nothing' ? NaN : text.length].flatMap((read) => [read, at]),
  );
  process.send({ type: 'answer', id, answer: { features: Float32Array.from(all), width: 2, ends }, rss });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message.type === 'cancel') cancelled++;
  else if (message.type === 'write') write(message);
  else if (message.type === 'features') features(message);
  else if (message.type === 'readings') readings(message);
  else process.send({ type: 'answer', id: message.id, answer: message.texts.map(chances), rss });
});

const broken = place.modelName === 'broken' && !existsSync(join(place.modelsDir, 'mended'));
if (broken) process.send({ type: 'failed', problem: 'the weights are gone' }, () => process.exit(1));
else process.send({ type: 'ready' });
