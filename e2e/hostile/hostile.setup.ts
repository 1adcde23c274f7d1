import { RunningProduct } from '../support/running-product';
import { shareProduct } from './shared-product';

const running = globalThis as { hostileProduct?: RunningProduct };

/** Starts the product that all files of hostile inputs ask. */
export default async function setUp(): Promise<void> {
  const product = await RunningProduct.start({ environment: { MOODLINE_ROLES: 'api', CRAWL_DELAY_SECONDS: '0' } });
  running.hostileProduct = product;
  await product.becomeOwner();
  shareProduct(product);
}
