import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { detectionSchema, saveAlertRuleSchema, type SaveAlertRule } from '@moodline/alerts/contract';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { AlertsModule } from '../alerts.module';
import { AlertListQuery } from '../queries/alert-list.query';
import { AlertChecker } from './alert-checker';
import { RulePreview } from './rule-preview';
import { AlertRuleRepository } from './rule.repository';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-06-26T12:30:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS - HOUR_MS / 2);

/** Ten weeks of the same talk, and since a day that of a charger that nobody named before. */
const talk = (): LabelledText[] => [
  ...Array.from({ length: 10 * 84 }, (_, index): LabelledText => ({
    text: index % 2 ? `lovely mint colour ${index}` : `delivery was quick, day ${index}`,
    label: index % 3 ? 'positive' : 'neutral',
    publishedAt: ago(2 * index + 1),
  })),
  ...Array.from({ length: 24 }, (_, index): LabelledText => ({
    text: `the charger burns my fingers ${index}`,
    label: 'negative',
    publishedAt: ago(index + 1),
    engagement: index,
  })),
];

describe('rules for themes, and for keys and quotas', () => {
  let test: TestDatabase;
  let app: TestingModule;
  let dataDir: string;
  let channelId: number;
  const clock = { now: NOW };

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    dataDir = await mkdtemp(join(tmpdir(), 'moodline-measures-'));
    await storeLabelled(test, talk());
    const { workspaceId, database } = test;
    ({ id: channelId } = await database.channel.create({ data: { workspaceId, kind: 'slack', name: 'Press' } }));
    app = await Test.createTestingModule({
      imports: [
        SettingsModule.forRoot({
          dataDir,
          publicUrl: 'https://m.example.com',
          MOODLINE_ROLES: ['api'],
        } as unknown as Settings),
        DatabaseModule.forRoot(test.url),
        ...[HttpModule, AlertsModule],
      ],
    }).compile();
    // The clock is a part of who checks, not of the wiring.
    for (const job of [AlertChecker, RulePreview] as const)
      Object.assign(app.get<object>(job), { now: () => clock.now });
  });
  afterAll(async () => {
    await app?.close();
    await test?.close();
    await rm(dataDir, { recursive: true });
  });
  beforeEach(async () => {
    clock.now = NOW;
    await test.database.alertEvent.deleteMany();
    await test.database.alertRule.deleteMany();
    await test.database.delivery.deleteMany();
  });

  const rule = (measure: SaveAlertRule['measure'], detection: object = {}): SaveAlertRule =>
    saveAlertRuleSchema.parse({
      ...{ name: measure, measure, scope: {}, detection: detectionSchema.parse(detection), channels: [channelId] },
    });
  const check = async () => {
    await test.database.alertRule.updateMany({ data: { nextCheckAt: new Date(0) } });
    await app.get(AlertChecker).checkNext();
  };
  const told = async () =>
    (await test.database.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ notice }) => notice) as unknown as {
      title: string;
      paragraphs: string[];
      quotes: { text: string }[];
    }[];
  const inbox = async () => (await app.get(AlertListQuery).page(test.workspaceId, { limit: 10 })).items;

  it('tells once that a theme is talked about that nobody named before, with its comments, and once that it is over', async () => {
    await app.get(AlertRuleRepository).create(test.workspaceId, rule('themes', { windowHours: 24 }));
    for (let time = 0; time < 3; time++) await check();
    const [notice, ...more] = await told();
    expect(more).toEqual([]);
    expect(notice?.title).toMatch(/charg.*” in \d\d % of the comments: all comments/);
    expect(notice?.paragraphs[0]).toBe('Nobody talked about it in the eight weeks before.');
    expect(notice?.quotes).toHaveLength(3);
    for (const { text } of notice?.quotes ?? []) expect(text).toContain('charger');
    const [alert] = await inbox();
    expect(alert).toMatchObject({ measure: 'themes', overAt: null, themeId: expect.any(Number), channels: 1 });

    clock.now = new Date(NOW.getTime() + 60 * HOUR_MS);
    const { workspaceId, database } = test;
    const [one] = await database.comment.findMany({ take: 1 });
    // Others go on talking.
    await storeAfter(one?.sourceId ?? 0);
    for (let time = 0; time < 2; time++) await check();
    await database.comment.deleteMany({ where: { workspaceId, publishedAt: { gt: NOW } } });
    expect((await told()).map(({ title }) => title.startsWith('Over: “'))).toEqual([false, true]);
    expect(await inbox()).toMatchObject([{ overAt: expect.any(String) }]);
  });

  /** Sixty hours more of colours and deliveries. */
  async function storeAfter(sourceId: number): Promise<void> {
    const { workspaceId, database } = test;
    const run = await database.crawlRun.findFirstOrThrow({ where: { sourceId } });
    await database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
      SELECT ${workspaceId}, ${sourceId}, ${run.id}, 'later ' || n,
        CASE WHEN n % 2 = 0 THEN 'lovely mint colour later ' || n ELSE 'delivery was quick, later day ' || n END, 'later ' || n, 'en', ${NOW}::timestamptz + n * interval '1 hour'
      FROM generate_series(0, 58) n`;
    await database.$executeRaw`
      INSERT INTO label (workspace_id, comment_id, role_version, model, label)
      SELECT workspace_id, id, 1, 'spec', 'positive' FROM comment WHERE published_at >= ${NOW}`;
    await database.$executeRaw`
      INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive)
      SELECT workspace_id, date_trunc('hour', published_at, 'UTC'), source_id, language, 1 FROM comment WHERE published_at >= ${NOW}`;
  }

  it('previews themes by name', async () => {
    const { measure, scope, detection } = rule('themes', { windowHours: 24 });
    const { alarms, points } = await app.get(RulePreview).preview(test.workspaceId, { measure, scope, detection });
    expect(alarms).toMatchObject([{ usual: 0, theme: { en: expect.stringMatching(/charg/) } }]);
    expect(points).toHaveLength(360);
  });

  it('tells once of a key whose time is nearly up, and that nothing is about to end once it is gone', async () => {
    const { workspaceId, database } = test;
    await app.get(AlertRuleRepository).create(workspaceId, rule('ending'));
    await check();
    expect(await told()).toEqual([]);
    const user = await database.user.create({ data: { workspaceId, name: 'Li', role: 'owner' } });
    const key = { workspaceId, keyHash: 'x', permissions: [], userId: user.id };
    await database.apiKey.create({
      data: { ...key, name: 'Tableau', expiresAt: new Date(NOW.getTime() + 5 * 24 * HOUR_MS) },
    });
    for (let time = 0; time < 2; time++) await check();
    expect(await told()).toMatchObject([
      {
        title: 'About to end: Tableau',
        paragraphs: [expect.stringMatching(/“Tableau” is valid until 1 July(?: at|,) 12:30\./)],
      },
    ]);
    await database.apiKey.deleteMany();
    await check();
    expect((await told())[1]).toMatchObject({ paragraphs: ['No key and no quota is about to end any more.'] });
  });

  it('tells of the requests of the Pacific day, and of a source whose key is refused', async () => {
    const { workspaceId, database } = test;
    await app.get(AlertRuleRepository).create(workspaceId, rule('ending'));
    const source = (name: string, more: object) =>
      database.source.create({ data: { workspaceId, kind: 'youtube', name, ...more } });
    await source('Channel', { paused: true, pausedCode: 'source-unauthorised' });
    const { id: sourceId } = await source('Video', {});
    const run = { workspaceId, sourceId, trigger: 'schedule', status: 'done' };
    // The day of California begins at 07:00 UTC: the first run lies in the one before.
    await database.crawlRun.create({ data: { ...run, requests: 9_000, startedAt: new Date('2026-06-26T06:00:00Z') } });
    await database.crawlRun.create({ data: { ...run, requests: 8_000, startedAt: new Date('2026-06-26T08:00:00Z') } });
    await check();
    expect((await told()).map(({ title }) => title)).toEqual(['About to end: Channel']);
    await database.alertEvent.deleteMany();
    await database.delivery.deleteMany();
    await database.crawlRun.create({ data: { ...run, requests: 1_200, startedAt: new Date('2026-06-26T12:00:00Z') } });
    await check();
    const [notice] = await told();
    expect(notice?.title).toBe('About to end: Channel, YouTube');
    expect(notice?.paragraphs[1]).toContain('YouTube has answered 9,200 of the 10,000 requests of a day');
  });
});
