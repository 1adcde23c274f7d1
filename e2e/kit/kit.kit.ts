import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, chromium as playwrightChromium, type Browser, expect, type Page } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { servePages } from './page-server';

const BUNDLE = resolve(__dirname, '../../dist/apps/dashboard-kit/browser');
const OTHER_LETTERS =
  'This machine draws letters differently from the one where the pictures were taken, so nothing was compared. Take pictures of an ' +
  'unchanged checkout here (npm run kit -- --update-snapshots), compare with those, and do not commit them';

const test = base.extend<{ readonly kit: string }, { readonly browser: Browser }>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures off this pattern
    async ({}, use) => {
      const executablePath = await chromium.executablePath();
      const browser = await playwrightChromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  kit: async ({}, use) => {
    const { url, server } = await servePages(BUNDLE);
    await use(`${url}/kit`);
    server.close();
  },
});

/** Opens the kit and waits for what is drawn late: letters and charts. */
async function open(page: Page, kit: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(kit);
  await expect(page.getByRole('slider')).toHaveCount(2);
  await page.evaluate(() => document.fonts.ready);
}

test.describe('pictures', () => {
  // Where letters look different, pictures say nothing: what follows is left out.
  test.describe.configure({ mode: 'serial' });

  test('letters are drawn as where the pictures were taken', async ({ page, kit }) => {
    await open(page, kit);
    // The page's own font in its weights and colours, without any component.
    await page.evaluate(() => {
      document.body.innerHTML =
        '<p style="display: inline-block">−11 ▲ 43 % <b>Reading a picture</b> <a href="/kit">quickly</a></p>';
    });
    await expect(page.locator('p'), OTHER_LETTERS).toHaveScreenshot('letters.png');
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`the shared components look as they did, ${scheme}`, async ({ page, kit }) => {
      await open(page, kit);
      const parts = page.getByRole('region', { name: scheme, exact: true }).locator('.part');
      for (const part of await parts.all()) {
        const name = (await part.getByRole('heading', { level: 3 }).first().innerText()).toLowerCase();
        await expect.soft(part, name).toHaveScreenshot(`${scheme}-${name.replaceAll(' ', '-')}.png`);
      }
    });

  for (const scheme of ['light', 'dark'] as const)
    test(`what opens and floats looks as it did, ${scheme}`, async ({ page, kit }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, kit);
      const section = page.getByRole('region', { name: scheme, exact: true });
      const taken = (name: string) => `${scheme}-${name}.png`;

      await section.getByRole('button', { name: 'View as table' }).click();
      await expect.soft(section.locator('figure').first()).toHaveScreenshot(taken('frame-as-table'));
      await section.getByRole('button', { name: 'Closed' }).click();
      await expect.soft(page.getByRole('dialog', { name: 'Panel' })).toHaveScreenshot(taken('dropdown-open'));
      await page.keyboard.press('Escape');
      for (const place of ['Dialog', 'Side sheet', 'Palette']) {
        await section.getByRole('button', { name: place }).click();
        const name = place.toLowerCase().replace(' ', '-');
        await expect.soft(page.getByRole('dialog'), place).toHaveScreenshot(taken(name));
        await page.keyboard.press('Escape');
      }
      await section.getByRole('button', { name: 'Toast' }).click();
      await expect.soft(page.locator('mat-snack-bar-container')).toHaveScreenshot(taken('toast'));
    });
});

test('the shared components pass axe, light and dark on one page', async ({ page, kit }) => {
  await open(page, kit);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  process.stdout.write(`axe, the kit: ${passes.length} rules passed, no violation\n`);
});
