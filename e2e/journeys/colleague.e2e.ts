import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

test.describe.configure({ mode: 'serial' });

const POLICY = `# Returns

Goods can be sent back within 30 days of delivery. The customer pays for the parcel.

# Warranty

The warranty on headphones is 24 months. Batteries are covered for 12 months.
`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

test('a document is added, answers in its own words, and says nothing of what it does not say', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/colleague`);
  await expect(page.getByText('No documents yet.')).toBeVisible();
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles(file('policy.md', POLICY));
  await expect(page.getByText('“policy.md” was added.')).toBeVisible();
  await picker.setInputFiles(file('copy.md', POLICY));
  await expect(page.getByText('This file was here already, as “policy.md”.')).toBeVisible();
  await picker.setInputFiles(file('broken.pdf', '%PDF-1.7 and no more'));
  await expect(page.getByText('The file is damaged and cannot be read.')).toBeVisible();

  const question = page.getByRole('textbox', { name: 'Your question' });
  await question.fill('How long is the warranty on headphones?');
  await page.getByRole('button', { name: 'Look it up' }).click();
  const answer = page.locator('blockquote');
  await expect(answer).toHaveText('The warranty on headphones is 24 months.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  await page.locator('figure').getByRole('link', { name: 'policy.md' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('policy.md');
  await expect(page.locator('mark')).toHaveText('The warranty on headphones is 24 months.');
  await expect(page.getByText('Goods can be sent back within 30 days of delivery.')).toBeVisible();

  await page.getByRole('link', { name: 'Colleague' }).first().click();
  await question.fill('Who won the football match yesterday?');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('The documents do not say.')).toBeVisible();
});

test('a document that was removed is found no more, and comes back', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/colleague`);
  await page.getByRole('button', { name: 'Remove policy.md' }).click();
  await expect(page.getByText('No documents yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'policy.md' })).toBeVisible();
});

test('notes become a mail with all that is in them, and a day in order', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/colleague?view=mail`);
  await page
    .getByRole('textbox', { name: 'Notes' })
    .fill('to Anna Berg\nX2 sample arrived\nneed 20 new ones by Thursday');
  await page.getByRole('button', { name: 'Write the mail' }).click();
  const mail = page.getByRole('region', { name: 'Mail' }).getByRole('textbox');
  // Two attempts of the model come first.
  await expect(mail).toHaveValue(/Anna Berg/, { timeout: 120_000 });
  for (const part of [/X2/, /\b20\b/, /Thursday/]) await expect(mail).toHaveValue(part);

  await page.getByRole('button', { name: 'Day' }).click();
  // The mail's notes have the same name: what is written belongs to the day.
  const day = page.getByRole('region', { name: 'From your notes' });
  await day.getByRole('textbox', { name: 'Notes' }).fill('tomorrow: call Ms Ito\nfixed the login page');
  await page.getByRole('button', { name: 'Sum up the day' }).click();
  await expect(page.getByRole('region', { name: 'Summary of the day' }).getByRole('textbox')).toHaveValue(
    'Done:\n- Fixed the login page.\n\nNext:\n- Tomorrow: call Ms Ito.',
  );
});
