import type { INestApplicationContext } from '@nestjs/common';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { IssueMaker } from '../issues/issue-maker';
import { ReportEditor } from '../issues/report-editor';
import { pagePolicy } from '../outputs/page-policy';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { ReportLinks } from './report-links';
import { SharedReport } from './shared-report';
import { Unsubscriber } from './unsubscriber';

jest.setTimeout(120_000);

describe('links that need no account', () => {
  let test: TestDatabase;
  let process: INestApplicationContext;
  let reportId: number;
  let issueId: number;
  let shared: SharedReport;

  beforeAll(async () => {
    test = await createTestDatabase();
    await storeLabelled(
      test,
      Array.from({ length: 30 }, (_, index) => ({
        ...{ text: `<img src=x onerror=alert(1)> drains ${index}`, label: 'negative' as const },
        publishedAt: new Date(Date.UTC(2026, 4, 5, index)),
      })),
    );
    process = await reportingProcess(test.url, { now: new Date('2026-05-11T01:00:00Z') });
    const { id: channel } = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'smtp', name: 'Mail', config: { to: ['ann@example.com'] } },
    });
    const report = specReport({ recipients: [{ channel, addresses: ['ann@example.com', 'bo@example.com'] }] });
    ({ id: reportId } = await process.get(ReportEditor).create(test.workspaceId, report));
    ({ id: issueId } = await process.get(IssueMaker).byHand(test.workspaceId, reportId, { send: false }));
    shared = process.get(SharedReport);
  });
  afterAll(async () => {
    await process?.close();
    await test?.close();
  });

  const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
  const link = async (days = 7) => tokenOf((await shared.share(test.workspaceId, issueId, days)).url);
  const gone = { code: 'report-link-gone', status: 404 };

  it('show the report without scripts, without links into the product, and without what people wrote as HTML', async () => {
    const page = await shared.page(await link());
    expect(page).toContain('<h1>Monday review</h1>');
    expect(page).not.toMatch(/<script|<img src=x|\/comments\?|permalink/);
    expect(page).toContain('drains');
  });

  it('come with a policy that allows their own style and nothing else', async () => {
    const policy = pagePolicy(await shared.page(await link()));
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:;/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('end when they are taken back, when their time is over, and with any other sign', async () => {
    const token = await link();
    const [share] = await shared.list(test.workspaceId, issueId);
    await shared.revoke(test.workspaceId, share?.id ?? 0);
    await expect(shared.page(token)).rejects.toMatchObject(gone);
    const other = await link();
    await expect(shared.page(`${other}x`)).rejects.toMatchObject(gone);
    await expect(shared.page(other.replace(/^\d+/, '99'))).rejects.toMatchObject(gone);
    await test.database.reportShare.updateMany({ data: { expiresAt: new Date(0) } });
    await expect(shared.page(other)).rejects.toMatchObject(gone);
    expect(await shared.list(test.workspaceId, issueId)).toEqual([]);
  });

  it('are kept as a hash only', async () => {
    const token = await link();
    const rows = await test.database.reportShare.findMany();
    expect(JSON.stringify(rows)).not.toContain(token.slice(2));
  });

  it('end a report for one address, by a click and not by looking', async () => {
    const [ann] = await test.database.reportRecipient.findMany({ where: { address: 'ann@example.com' } });
    const token = tokenOf(process.get(ReportLinks).unsubscribe(test.workspaceId, ann?.id ?? 0));
    const unsubscriber = process.get(Unsubscriber);
    const unsubscribed = async () =>
      (await test.database.reportRecipient.findMany({ where: { unsubscribedAt: { not: null } } })).map(
        ({ address }) => address,
      );
    expect((await unsubscriber.ask(token)).html).toContain('ann@example.com');
    expect(await unsubscribed()).toEqual([]);
    expect(await unsubscriber.end(`${token.slice(0, -2)}AA`)).toMatchObject({ found: false });
    expect(await unsubscribed()).toEqual([]);
    expect(await unsubscriber.end(token)).toMatchObject({ found: true });
    expect(await unsubscriber.end(token)).toMatchObject({ found: true });
    expect(await unsubscribed()).toEqual(['ann@example.com']);
    // Saving the report does not bring them back.
    const [channel] = await test.database.channel.findMany();
    const recipients = [{ channel: channel?.id ?? 0, addresses: ['ann@example.com', 'bo@example.com'] }];
    await process.get(ReportEditor).update(test.workspaceId, reportId, specReport({ recipients }));
    expect(await unsubscribed()).toEqual(['ann@example.com']);
  });
});
