import type { RunningProduct } from '../support/running-product';

const running = globalThis as { hostileProduct?: RunningProduct };

/** Stops the product of `hostile.setup.ts`. */
export default async function tearDown(): Promise<void> {
  await running.hostileProduct?.stop();
}
