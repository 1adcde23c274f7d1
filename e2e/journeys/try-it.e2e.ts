import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

test('a text is judged while it is typed and answered when typing stops; lines are judged in a table; nothing is stored', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/try`);
  const text = page.getByRole('textbox', { name: 'Your text' });
  await text.fill('Three days on hold and still nobody answers');
  await expect(page.locator('.verdict')).toContainText('Negative', { timeout: 60_000 });
  await expect(page.locator('.written')).not.toBeEmpty({ timeout: 60_000 });
  await page.getByText('What the model was asked').click();
  await expect(page.getByRole('link', { name: 'companion-en' })).toBeVisible({ timeout: 60_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await text.fill('I want to kill myself');
  await expect(page.locator('.written')).toContainText('988', { timeout: 60_000 });
  await expect(page.getByText('This answer was written by people.')).toBeVisible();

  await text.fill('电池太差了\nI love this case\n…');
  await expect(page.getByRole('row', { name: /电池太差了/ })).toContainText('Negative', { timeout: 60_000 });
  await expect(page.getByRole('row', { name: /love this case/ })).toContainText('Positive');
  await expect(page.getByText('No label: there are no words.')).toBeVisible();

  await page.goto(`${product.url}/comments`);
  await expect(page.getByText('No comments here')).toBeVisible();
});
