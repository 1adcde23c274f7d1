/* eslint-disable no-restricted-properties -- the one channel from Jest's global set-up to its test files */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const VARIABLE = 'HOSTILE_PRODUCT';

interface SharedProduct {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
}

/** Tells the test files where the product is. */
export function shareProduct({ url, port, dataDir }: SharedProduct): void {
  process.env[VARIABLE] = JSON.stringify({ url, port, dataDir });
}

/** Where it is, and the token of its command line. */
export function sharedProduct(): SharedProduct & { readonly token: string } {
  const product = JSON.parse(process.env[VARIABLE] ?? 'null') as SharedProduct;
  const { token } = JSON.parse(readFileSync(join(product.dataDir, 'access.json'), 'utf8')) as { token: string };
  return { ...product, token };
}
