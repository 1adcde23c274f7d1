// Starts the product on the demo, waits for its labels, asks all questions over HTTP, and prints what was right.
const { spawn } = require('child_process');
const { chmodSync, mkdtempSync, readFileSync, rmSync, existsSync } = require('fs');
const { tmpdir } = require('os');
const { join } = require('path');

const ROOT = join(__dirname, '../..');
const FIRST_PORT = 4390;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param node the Node that the product runs on @returns the exit code: 1 where fewer than 95 % are wholly right, or 1 % and more wrong with confidence */
async function evaluateChat(node) {
  const data = mkdtempSync(join(tmpdir(), 'moodline-eval-chat-'));
  // Run as root, the database server is another user; a folder it cannot pass would send its files elsewhere, where they stay.
  chmodSync(data, 0o711);
  const port = FIRST_PORT + (process.pid % 100);
  const env = {
    ...process.env,
    PORT: String(port),
    MOODLINE_DATA: data,
    MOODLINE_DEMO: 'true',
    MOODLINE_TIME_ZONE: 'UTC',
    TZ: 'UTC',
  };
  const server = spawn(node, [join(ROOT, 'dist/apps/api/main.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const api = await signedIn(server, `http://localhost:${port}`, data);
    await labelled(api);
    const { scored, table } = await asked(api);
    return printed(scored, table);
  } finally {
    server.kill();
    await Promise.race([new Promise((resolve) => server.once('exit', resolve)), wait(20_000)]);
    rmSync(data, { recursive: true, force: true });
  }
}

/** Redeems the link that the product prints; after that the token of the command line is in its data folder. */
async function signedIn(server, url, data) {
  const link = await new Promise((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /http\S+\/owner#\S+/.exec(output);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`The product ended with ${code} before it was ready.`)));
  });
  const opened = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  });
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!cookie) throw new Error('The link of the product did not sign in.');
  const file = join(data, 'access.json');
  for (let tries = 0; !existsSync(file) && tries < 50; tries++) await wait(100);
  const { token } = JSON.parse(readFileSync(file, 'utf8'));
  return (path, init = {}) =>
    fetch(`${url}/api/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers },
    });
}

async function labelled(api) {
  for (;;) {
    const { pending, labelled: done } = await (await api('labelling')).json();
    process.stderr.write(`\rLabelling the demo: ${done} done, ${pending} to go   `);
    if (pending === 0 && done > 0) break;
    await wait(2000);
  }
  process.stderr.write('\n');
}

async function asked(api) {
  const { LANGUAGES, readQuestions, score, table } = await import('./score.mjs');
  const lines = (await (await api('comments/export?format=jsonl')).text()).split('\n').filter(Boolean);
  const comments = lines.map((line) => JSON.parse(line));
  const days = comments.map(({ published_at: at }) => at.slice(0, 10)).sort();
  const scored = [];
  /** The question before as it was understood. */
  let before;
  // The first question pays for what is read once.
  await answerOf(api, { question: 'How many comments?' });
  for (const expected of LANGUAGES.flatMap((language) => readQuestions(__dirname, language))) {
    const previous = expected.follows ? before : undefined;
    const now = Date.now();
    const { answer, factsMs, wholeMs } = await answerOf(api, {
      question: expected.question,
      ...(previous ? { previous } : {}),
    });
    const { intent, measure, scope, period, compared, by, order, number, event } = answer;
    const typed = { intent, measure, scope, period, compared, by, order, number, event };
    before = typed;
    if (expected.opens) continue;
    const context = {
      comments,
      today: new Date(now).toISOString().slice(0, 10),
      first: days[0],
      last: days.at(-1),
      now,
    };
    const { language, part, question } = expected;
    scored.push({ language, part, question, factsMs, wholeMs, ...score(answer, expected, context) });
  }
  return { scored, table };
}

async function answerOf(api, question) {
  const started = performance.now();
  const response = await api('chat', {
    method: 'POST',
    body: JSON.stringify(question),
    headers: { Accept: 'text/event-stream' },
  });
  if (!response.ok) throw new Error(`${question.question}: ${response.status} ${await response.text()}`);
  let text = '';
  let factsMs = null;
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('event: facts')) factsMs ??= performance.now() - started;
  }
  const done = /event: done\ndata: (.*)/.exec(text)?.[1];
  if (!done) throw new Error(`${question.question}: the answer broke off.`);
  return { answer: JSON.parse(done), factsMs, wholeMs: performance.now() - started };
}

function printed(scored, table) {
  for (const { whole, part, outcome, question, notes } of scored)
    if (!whole) console.log(`${part} · ${outcome} · ${question}\n    ${notes.join('; ')}`);
  console.table(table(scored));
  const share = (fits) => scored.filter(fits).length / scored.length;
  return share(({ whole }) => whole) >= 0.95 && share(({ confidentlyWrong }) => confidentlyWrong) < 0.01 ? 0 : 1;
}

module.exports = { evaluateChat };
