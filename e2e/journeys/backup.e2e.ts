import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/journey';
import { RunningProduct } from '../support/running-product';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const PASSPHRASE = 'words of the journey';

/** The texts of all comments: how many there are, and a sum of them. Labels are still being made. */
async function told(product: RunningProduct): Promise<{ count: number; sum: string }> {
  const { stdout } = await product.cli('export');
  const texts = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return { count: texts.length, sum: createHash('sha256').update(texts.sort().join('\n')).digest('hex') };
}

test('an owner has backups made, downloads one, and another machine shows what this one shows', async ({
  ownerPage: page,
  product,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-backup-'));
  await page.goto(`${product.url}/settings`);
  const section = page.getByRole('region', { name: 'Backup', exact: true });
  await section.getByLabel('Make a backup every night').check();
  await section.getByLabel('Passphrase').fill(PASSPHRASE);
  await section.getByRole('button', { name: 'Save', exact: true }).click();
  // The night that is past is made up for, within a minute; this does not wait for it.
  await section.getByRole('button', { name: 'Back up now' }).click();
  await expect(section.getByText('Last backup:')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section
      .getByRole('link', { name: /^Download the backup/ })
      .first()
      .click(),
  ]);
  const downloaded = join(folder, 'downloaded.backup');
  await download.saveAs(downloaded);

  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, `${PASSPHRASE}\n`);
  const file = join(folder, 'by-hand.backup');
  const made = await product.cli('backup', file, '--passphrase-file', passphraseFile);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(`${file}.part`)).toBe(false);
  expect(readFileSync(file).includes('workspace')).toBe(false);

  const refused = await product.cli('restore', file, '--passphrase-file', passphraseFile);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('is in use by the Moodline that runs');

  const other = await RunningProduct.start({
    demo: true,
    prepare: async (cli) => {
      const restored = await cli('restore', downloaded, '--passphrase-file', passphraseFile);
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.stdout).toContain('Everybody signs in anew');
      const again = await cli('restore', file, '--passphrase-file', passphraseFile);
      expect(again.code).toBe(1);
      expect(again.stderr).toContain('Nothing was changed: the workspace "Moodline" is there');
      expect(await cli('restore', file, '--passphrase-file', passphraseFile, '--replace', 'Moodline')).toMatchObject({
        code: 0,
      });
    },
  });
  const [here, there] = [await told(product), await told(other)];
  expect(there).toEqual(here);
  expect(here.count).toBeGreaterThan(1000);
  await other.stop();
  rmSync(folder, { recursive: true });
});
