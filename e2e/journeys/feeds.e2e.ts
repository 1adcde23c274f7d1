import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, eventually, test } from '../support/journey';

const item = (id: number, text: string) =>
  `<item><guid>${id}</guid><title>${text}</title><pubDate>Sun, 0${id} May 2026 08:00:00 +0800</pubDate></item>`;

/** A feed with an ETag whose items can change. */
class FeedServer {
  items = [item(1, 'I love it'), item(2, 'terrible battery')];
  requests: { etag?: string }[] = [];
  private readonly server: Server = createServer((request, response) => {
    this.requests.push({ etag: request.headers['if-none-match'] });
    const etag = `"${this.items.length}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    response
      .writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: etag })
      .end(`<rss version="2.0"><channel><title>News</title>${this.items.join('')}</channel></rss>`);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/feed.xml`;
  }

  stop(): void {
    this.server.close();
  }
}

interface Run {
  readonly status: string;
  readonly imported: number;
  readonly duplicates: number;
  readonly notModified: boolean;
}

test('a feed is read, asked politely whether it changed, and read on', async ({ product }) => {
  await product.becomeOwner();
  const feed = new FeedServer();
  const url = await feed.start();
  const post = (path: string, body: unknown) =>
    product.api(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const created = (await (
    await post('sources', { kind: 'feed', name: 'News', config: { url }, schedule: 'hourly' })
  ).json()) as { id: number };
  const runs = async () => {
    const answer = (await (await product.api(`sources/${created.id}/runs`)).json()) as Run[] | { items: Run[] };
    return (Array.isArray(answer) ? answer : answer.items).filter(({ status }) => status === 'done');
  };
  const runOnce = async () => {
    const before = (await runs()).length;
    await eventually('a free run', async () => (await post(`sources/${created.id}/runs`, {})).ok);
    await eventually('the run', async () => (await runs()).length > before, 60);
    return (await runs())[0];
  };
  const first = (await eventually('the first run', async () => (await runs()).length > 0, 5).then(
    () => true,
    () => false,
  ))
    ? (await runs())[0]
    : await runOnce();
  expect(first).toMatchObject({ imported: 2, duplicates: 0 });
  expect(await runOnce()).toMatchObject({ imported: 0, notModified: true });
  feed.items.push(item(3, 'now it works, thank you'));
  expect(await runOnce()).toMatchObject({ imported: 1 });
  expect(feed.requests.at(-1)?.etag).toBe('"2"');
  feed.stop();
});

test('a feed is added from the gallery: tried first, then read on the schedule that was chosen', async ({
  ownerPage: page,
  product,
}) => {
  const feed = new FeedServer();
  const url = await feed.start();
  await page.goto(`${product.url}/sources`);
  await page.getByRole('link', { name: 'Add source' }).first().click();
  await page.getByLabel('Search', { exact: true }).fill('rss');
  await page.getByRole('link', { name: /RSS/ }).click();
  await page.getByRole('button', { name: 'Add source' }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByLabel('Feed address').fill(url);
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByText('terrible battery')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('News');
  await page.getByLabel('Name').fill('Gallery feed');
  await page.getByLabel('Schedule').selectOption({ label: 'Custom…' });
  await page.getByLabel('Cron expression').fill('* * * * *');
  await expect(page.getByText('more often than every five minutes')).toBeVisible();
  await page.getByLabel('Cron expression').fill('0 9 * * 1-5');
  await expect(page.getByText('Next runs:')).toBeVisible();
  await page.getByRole('button', { name: 'Add source' }).click();
  const card = page.getByRole('article', { name: 'Gallery feed' });
  await expect(card).toContainText('2 new', { timeout: 60_000 });
  await card.getByRole('link', { name: 'Run history' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Done');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Gallery feed');
  await page.getByRole('button', { name: 'Remove 2 comments' }).click();
  await expect(page.getByText('what it hands over again comes back')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('Undone');
  feed.stop();
});
