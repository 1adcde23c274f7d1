import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

test('a role is made from a template, tried in two versions, run by a program, used on a page, removed and brought back', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/settings/roles`);
  await page.getByRole('link', { name: 'New role' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ticket sorter');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Make the role' }).click();
  await expect(page).toHaveURL(/own-ticket-sorter/);

  await page.getByRole('textbox', { name: 'Prompt, version 1' }).fill('Choose the topic of the message of a customer.');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await page.getByRole('button', { name: 'Use version 2' }).click();
  await expect(page.getByText('Version 2 is in use.')).toBeVisible();

  const texts = page.getByRole('region', { name: 'Ten texts, two versions' });
  await texts.getByRole('textbox').fill('The parcel never came\nFar too dear');
  await texts.getByRole('button', { name: 'Try all' }).click();
  const sums = texts.getByRole('row', { name: /Passed the checks/ }).getByRole('cell');
  await expect(sums).toHaveCount(2);
  for (const place of [0, 1]) await expect(sums.nth(place)).toContainText('of 2', { timeout: 60_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const schema = {
    type: 'object',
    properties: { refund: { type: 'boolean' }, topic: { enum: ['delivery', 'price'] } },
  };
  const ran = await product.api('roles/own-ticket-sorter/run', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ texts: ['The parcel never came'], schema }),
  });
  const { version, answers } = (await ran.json()) as {
    version: number;
    answers: { object: Record<string, unknown> }[];
  };
  expect(version).toBe(2);
  expect(typeof answers[0]?.object['refund']).toBe('boolean');
  expect(['delivery', 'price']).toContain(answers[0]?.object['topic']);

  await page.getByRole('link', { name: 'Use it on the page Try it' }).click();
  await expect(page.getByRole('combobox', { name: 'Who answers' })).toHaveValue('own-ticket-sorter');
  await page.getByRole('textbox', { name: 'Your text' }).fill('The parcel never came');
  await expect(page.locator('.written')).toHaveText(/^\s*(delivery|quality|price|service|other)/, { timeout: 60_000 });

  await page.goto(`${product.url}/settings/roles/own-ticket-sorter`);
  await page.getByRole('button', { name: 'Remove this role' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roles & prompts');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ticket sorter');
});
