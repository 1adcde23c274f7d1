// Compresses the built dashboard once, at the highest level, so that the server hands out the copies as they are.
//   node tools/compress-dashboard.cjs FOLDER
const { readdirSync, readFileSync, statSync, writeFileSync } = require('fs');
const { join } = require('path');
const { brotliCompressSync, constants, gzipSync } = require('zlib');

/** Fonts (woff2) and pictures are compressed by themselves. */
const WORTH_IT = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
const FROM_BYTES = 1024;

const folder = process.argv[2];
const sizes = { plain: 0, gzip: 0, brotli: 0 };
for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, name);
  if (!WORTH_IT.test(name) || name === 'index.html' || statSync(path).size < FROM_BYTES) continue;
  const text = readFileSync(path);
  const gzip = gzipSync(text, { level: 9 });
  const brotli = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  writeFileSync(`${path}.gz`, gzip);
  writeFileSync(`${path}.br`, brotli);
  sizes.plain += text.length;
  sizes.gzip += gzip.length;
  sizes.brotli += brotli.length;
}
const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} kB`;
console.log(
  `Text files of the dashboard: ${kilobytes(sizes.plain)}, by gzip ${kilobytes(sizes.gzip)}, by Brotli ${kilobytes(sizes.brotli)}`,
);
