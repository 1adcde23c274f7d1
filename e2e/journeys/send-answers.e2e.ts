import AxeBuilder from '@axe-core/playwright';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeImapServer } from '@moodline/shared/testing';
import { expect, eventually, test } from '../support/journey';

test.describe.configure({ mode: 'serial' });

/** An instance of Mastodon with one complaint, that keeps what is published. */
class Instance {
  readonly published: URLSearchParams[] = [];
  status = 200;
  private readonly written = {
    ...{ id: '7', created_at: new Date(Date.now() - 7_200_000).toISOString(), visibility: 'public' },
    content: '<p>My parcel came nine days late and nobody told me why</p>',
    ...{ url: 'https://social.example/@kai/7', account: { acct: 'kai' }, favourites_count: 9 },
  };
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = new URL(request.url ?? '/', 'http://instance').pathname;
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST') {
      if (this.status === 200) this.published.push(new URLSearchParams(body));
      response.writeHead(this.status).end('{"url":"https://social.example/@brand/8"}');
    } else response.end(JSON.stringify(path.startsWith('/api/v1/timelines') ? [this.written] : this.written));
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }
}

test('a mailbox is added by hand, its mail is read and waits for an answer', async ({ ownerPage: page, product }) => {
  const mailbox = await new FakeImapServer().start();
  const now = new Date(Date.now() - 3_600_000);
  const mail = (id: number, subject: string, body: string, more = '') =>
    `From: Kai <kai@example.com>\r\nDate: ${now.toUTCString()}\r\nMessage-ID: <${id}@example.com>\r\n${more}Subject: ${subject}\r\n\r\n${body}`;
  mailbox.deliver(mail(1, 'Lamp', 'The lamp broke after two days. Terrible quality, call me at 138 1234 5678.'), {
    arrived: now,
  });
  mailbox.deliver(mail(2, 'Away', 'I am on holiday.', 'Auto-Submitted: auto-replied\r\n'), { arrived: now });
  await page.goto(`${product.url}/sources/add/imap`);
  await page.getByLabel('Name', { exact: true }).fill('Support mail');
  await page.getByLabel('IMAP server').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(mailbox.port));
  await page.getByLabel('User name').fill('ann');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: /test/i }).click();
  await expect(page.getByText(/does not speak TLS|certificate/i).first()).toBeVisible();
  await page
    .getByLabel('Encryption')
    .selectOption({ label: 'None, only for hosts of your own network that the operator allows' });
  await page.getByRole('button', { name: /test/i }).click();
  await expect(page.getByText(/user name and password|key/i).first()).toBeVisible();
  await page.getByLabel('Password').fill('spec-password');
  await page.getByRole('button', { name: /test/i }).click();
  await expect(page.getByText('The lamp broke after two days', { exact: false }).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /^add/i }).click();
  await eventually('labelling', async () => (await product.cliJson<{ labelled: number }>('status')).labelled >= 1, 170);
  const { items } = (await (await product.api('comments')).json()) as {
    items: { text: string; leftOut?: string }[];
  };
  expect(items.map(({ text }) => text).join()).not.toContain('138');
  expect(items.filter(({ leftOut }) => leftOut === 'bot')).toHaveLength(1);
  expect(mailbox.said.join('\n')).not.toMatch(/STORE|EXPUNGE|SELECT /u);
  await mailbox.stop();
});

test('an answer is published at the source by a person, once, and stands with where it is', async ({
  ownerPage: page,
  product,
}) => {
  const site = new Instance();
  const instance = await site.start();
  const post = (path: string, body: unknown, method = 'POST') =>
    product.api(path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const config = { instance, read: 'hashtag', name: 'lamp', answers: true };
  const added = await post('sources', { kind: 'mastodon', name: 'Social', config, secrets: { token: 'token-1234' } });
  expect(added.ok).toBe(true);
  const found = async () =>
    ((await (await product.api('comments?q=parcel')).json()) as { items: { id: number }[] }).items[0]?.id;
  await eventually('the comment', async () => Boolean(await found()), 90);
  const id = await found();
  await eventually('its label', async () => (await product.cliJson<{ pending: number }>('status')).pending === 0, 170);
  await post(`labels/${id}`, { label: 'negative' }, 'PUT');
  const sent = await post(`triage/${id}/send`, { text: 'By a program.', from: 'person' });
  expect([sent.status, site.published]).toEqual([403, []]);

  await page.goto(`${product.url}/triage`);
  const waiting = page.getByRole('listitem').filter({ hasText: 'nine days late' });
  await waiting.getByRole('button', { name: 'Answer', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Answer this comment' });
  await panel
    .getByRole('textbox', { name: 'Answer' })
    .fill('We are sorry that your parcel is late. Please send us the order number.');
  site.status = 503;
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel).toContainText('This will be published at Social');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await panel.getByRole('button', { name: 'Publish it' }).click();
  await expect(panel).toContainText('it is not known whether it arrived');
  expect(site.published).toEqual([]);

  site.status = 200;
  await page.reload();
  await waiting.getByRole('button', { name: 'Go on with the answer' }).click();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.getByRole('button', { name: 'Publish it' }).click();
  await expect(page.getByText('Answer published at Social')).toBeVisible();
  expect(site.published.map((body) => [body.get('status'), body.get('in_reply_to_id')])).toEqual([
    ['@kai We are sorry that your parcel is late. Please send us the order number.', '7'],
  ]);
  await page.getByRole('button', { name: 'Answered', exact: true }).click();
  await expect(waiting).toContainText('sent to Social by Owner');
  await expect(waiting.getByRole('link', { name: 'Open the answer' })).toHaveAttribute(
    'href',
    'https://social.example/@brand/8',
  );
  expect((await post(`triage/${id}/answer`, { text: 'No.', from: 'person', answered: false }, 'PUT')).status).toBe(409);
  site.stop();
});
