// Compresses the built dashboard once, at the highest level, so that the server hands out the copies as they are.
//   node tools/compress-dashboard.cjs FROM TO
const { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('fs');
const { dirname, join } = require('path');
const { brotliCompressSync, constants, gzipSync } = require('zlib');

/** Fonts (woff2) and pictures are compressed by themselves. */
const WORTH_IT = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
const FROM_BYTES = 1024;

const [from, to] = process.argv.slice(2);
rmSync(to, { recursive: true, force: true });
const sizes = { plain: 0, gzip: 0, brotli: 0 };
for (const name of readdirSync(from, { recursive: true })) {
  const path = join(from, name);
  const copy = join(to, name);
  if (!WORTH_IT.test(name) || name === 'index.html' || statSync(path).size < FROM_BYTES) continue;
  const text = readFileSync(path);
  const gzip = gzipSync(text, { level: 9 });
  const brotli = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(`${copy}.gz`, gzip);
  writeFileSync(`${copy}.br`, brotli);
  sizes.plain += text.length;
  sizes.gzip += gzip.length;
  sizes.brotli += brotli.length;
}
const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} kB`;
console.log(
  `Text files of the dashboard: ${kilobytes(sizes.plain)}, by gzip ${kilobytes(sizes.gzip)}, by Brotli ${kilobytes(sizes.brotli)}`,
);
