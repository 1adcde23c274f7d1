/*
 * `npm run advisories`: asks the registry whether something that runs in the product has a known weakness. Not part of the tests: what
 * is known changes without a change of ours, and not every registry answers. Ends with 1 where there is an advisory, with 0 where there
 * is none, and with 0 and a clear word where nobody answered.
 */
const { spawnSync } = require('node:child_process');

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--audit=true', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const { words, exitCode } = verdict(error ? '' : stdout);
console.log(words);
process.exitCode = exitCode;

/** What `npm audit --json` says, in words. */
function verdict(text) {
  const answer = parsed(text);
  if (!answer?.vulnerabilities || !answer.metadata) {
    const why = answer?.message ?? answer?.error?.summary ?? 'no answer';
    return {
      words: `SKIPPED: the registry gives no advisories (${why}). This says neither yes nor no; run it where the registry does.`,
      exitCode: 0,
    };
  }
  const found = Object.values(answer.vulnerabilities);
  const total = answer.metadata.dependencies?.total ?? 'all';
  if (!found.length)
    return { words: `No advisory concerns what the product is made of (${total} packages looked up).`, exitCode: 0 };
  const lines = found.map(({ severity, name, range, via }) => {
    const titles = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url}`)).join('; ');
    return `  ${severity}: ${name} ${range}: ${titles}`;
  });
  return { words: [`${found.length} packages with advisories:`, ...lines].join('\n'), exitCode: 1 };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
