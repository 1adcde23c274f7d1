import { test as base, chromium as playwrightChromium, type Browser, type Page } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { RunningProduct } from './running-product';

interface TestFixtures {
  /** Whether the product starts with the demo: `test.use({ demo: true })`. */
  readonly demo: boolean;
  readonly product: RunningProduct;
  /** A page of a browser that is signed in as the owner. */
  readonly ownerPage: Page;
}

interface WorkerFixtures {
  readonly browser: Browser;
  readonly products: Products;
}

/** One new product per journey file: what one journey leaves behind does not reach the next. */
class Products {
  private current: { readonly file: string; readonly product: RunningProduct } | null = null;

  async of(file: string, demo: boolean): Promise<RunningProduct> {
    if (this.current?.file !== file) {
      await this.stop();
      this.current = { file, product: await RunningProduct.start({ demo }) };
    }
    return this.current.product;
  }

  async stop(): Promise<void> {
    await this.current?.product.stop();
    this.current = null;
  }
}

/** Waits until a condition holds. Fails with the name of what was waited for. */
export async function eventually(name: string, condition: () => Promise<boolean>, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${name} did not happen within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** `test` with a browser from an npm package (nothing is downloaded) and one running product per file. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures off this pattern
    async ({}, use) => {
      const browser = await playwrightChromium.launch({
        executablePath: await chromium.executablePath(),
        args: ['--no-sandbox'],
        headless: true,
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  products: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const products = new Products();
      await use(products);
      await products.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: [false, { option: true }],
  product: async ({ products, demo }, use, { file }) => use(await products.of(file, demo)),
  ownerPage: async ({ product, page }, use) => {
    const { stdout } = await product.cli('owner-link');
    await page.goto(stdout.trim());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await use(page);
  },
});

export { expect } from '@playwright/test';
