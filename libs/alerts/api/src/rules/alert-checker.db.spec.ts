import { detectionSchema, saveAlertRuleSchema, type SaveAlertRule } from '@moodline/alerts/contract';
import type { Settings } from '@moodline/shared/config';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ThemeBoard, ThemeFollower } from '@moodline/trends/api';
import { DeliveryRepository } from '@moodline/notify/api';
import { AlertRepository } from '../inbox/alert.repository';
import { AlertListQuery } from '../queries/alert-list.query';
import { EndingsQuery } from '../queries/endings.query';
import { HeaviestCommentsQuery } from '../queries/heaviest-comments.query';
import { HourlyCountsQuery } from '../queries/hourly-counts.query';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import { AlertTeller } from '../telling/alert-teller';
import { AlertChecker } from './alert-checker';
import { EndingChecker } from './ending-checker';
import { AlertRuleRepository } from './rule.repository';
import { RulePreview } from './rule-preview';
import { RuleSeries } from './rule-series';

const HOUR_MS = 3_600_000;
/** A Friday, 20:30 in Shanghai. */
const NOW = new Date('2026-06-26T12:30:00Z');
const settings = { publicUrl: 'https://mood.example.com' } as Settings;

/** Everything that checks rules, with connections of its own, as one process has it. */
function worker(url: string, clock: { now: Date }) {
  const database = new Database(url);
  const [rules, alerts] = [new AlertRuleRepository(database), new AlertRepository(database)];
  const names = new ScopeNamesQuery(database);
  const comments = new HeaviestCommentsQuery(database);
  // Rules for themes have a spec of their own.
  const nobody = {} as ThemeFollower;
  const series = new RuleSeries(new HourlyCountsQuery(database), names, nobody);
  const battery = { givenName: 'battery', names: {} };
  const read = () => Promise.resolve({ themes: [{ theme: battery, total: { n: 9, negative: 8 } }] });
  const themes = { read } as unknown as ThemeBoard;
  const teller = new AlertTeller(alerts, comments, names, themes, nobody, new DeliveryRepository(database), settings);
  const endings = new EndingChecker(rules, alerts, new EndingsQuery(database), teller);
  const now = () => clock.now;
  return {
    ...{ database, rules, alerts },
    list: new AlertListQuery(database, comments),
    preview: new RulePreview(series, now),
    checker: new AlertChecker(rules, alerts, series, teller, endings, now),
  };
}

describe('checking rules', () => {
  let test: TestDatabase;
  let one: ReturnType<typeof worker>;
  let two: ReturnType<typeof worker>;
  let channelId: number;
  const clock = { now: NOW };

  beforeAll(async () => {
    test = await createTestDatabase();
    [one, two] = [worker(test.url, clock), worker(test.url, clock)];
    const { sourceId, runId } = await test.source('Forum');
    const { workspaceId, database } = test;
    ({ id: channelId } = await database.channel.create({ data: { workspaceId, kind: 'slack', name: 'Press' } }));
    // Twenty weeks of twenty comments an hour, a fifth negative; since 15:00 UTC the day before, most of them are.
    await database.$executeRaw`
      INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, neutral, negative)
      SELECT ${workspaceId}, ${NOW}::timestamptz - interval '30 minutes' - n * interval '1 hour', ${sourceId}, 'en',
        10, 6, CASE WHEN n <= 6 THEN 40 ELSE 4 END FROM generate_series(1, 3360) n`;
    await database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at, engagement)
      SELECT ${workspaceId}, ${sourceId}, ${runId}, n::text, 'Dead by noon ' || n, n::text, 'en', ${NOW}::timestamptz - interval '2 hours', n
      FROM generate_series(1, 5) n`;
    await database.$executeRaw`
      INSERT INTO label (workspace_id, comment_id, role_version, model, label, positive, neutral, negative)
      SELECT workspace_id, id, 1, 'spec', 'negative', 0, 0, 1 FROM comment`;
  });
  afterAll(async () => {
    await one?.database.$disconnect();
    await two?.database.$disconnect();
    await test?.close();
  });
  beforeEach(async () => {
    clock.now = NOW;
    await test.database.alertEvent.deleteMany();
    await test.database.alertRule.deleteMany();
    await test.database.delivery.deleteMany();
  });

  const rule = (more: Partial<SaveAlertRule> = {}): SaveAlertRule =>
    saveAlertRuleSchema.parse({
      ...{ name: 'Mood', measure: 'negative-share', scope: {}, detection: detectionSchema.parse({}) },
      channels: [channelId],
      ...more,
    });
  const due = () => test.database.alertRule.updateMany({ data: { nextCheckAt: new Date(0) } });
  const told = async () =>
    (await test.database.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ notice }) => notice) as unknown as {
      title: string;
      paragraphs: string[];
      quotes: { text: string }[];
      facts: object[];
      link: { url: string };
    }[];

  it('tells once that something is unusual, what, how big, since when, and by which comments', async () => {
    await one.rules.create(test.workspaceId, rule());
    for (let check = 0; check < 3; check++) {
      await due();
      expect(await one.checker.checkNext()).toBe(true);
      expect(await one.checker.checkNext()).toBe(false);
    }
    const [notice, ...more] = await told();
    expect(more).toEqual([]);
    expect(notice?.title).toBe('Negative share at 71 %: all comments');
    expect(notice?.paragraphs).toEqual([
      expect.stringContaining('71'),
      'Usual at this weekday and hour is 20 %.',
      expect.stringMatching(/^It began about 26 June(?: at|,) 14:00\.$/),
    ]);
    expect(notice?.facts).toContainEqual({ name: 'Theme', value: 'battery' });
    expect(notice?.quotes.map(({ text }) => text)).toEqual(['Dead by noon 5', 'Dead by noon 4', 'Dead by noon 3']);
    const { items } = await one.list.page(test.workspaceId, { limit: 10 });
    expect(items).toMatchObject([{ overAt: null, channels: 1, theme: 'battery', comments: [{}, {}, {}] }]);
    expect(notice?.link.url).toBe(`https://mood.example.com/alerts?alert=${items[0]?.id}`);
  });

  it('tells of a rule that is new the reading that was unusual, and not the calm one of a single comment after it', async () => {
    const { workspaceId, database } = test;
    const { id: sourceId } = await database.source.findFirstOrThrow({ where: { workspaceId } });
    clock.now = new Date(NOW.getTime() + 4 * HOUR_MS);
    const hour = new Date(NOW.getTime() + 2.5 * HOUR_MS);
    const bucket = { workspaceId, hour, sourceId, language: 'en' };
    await database.moodBucket.create({ data: { ...bucket, positive: 1 } });
    await one.rules.create(workspaceId, rule());
    await due();
    expect(await one.checker.checkNext()).toBe(true);
    await database.moodBucket.deleteMany({ where: bucket });
    expect((await told()).map(({ title }) => title)).toEqual(['Negative share at 71 %: all comments']);
  });

  it('tells once that it is over', async () => {
    await one.rules.create(test.workspaceId, rule({ language: 'zh' }));
    await one.checker.checkNext();
    clock.now = new Date(NOW.getTime() + 12 * HOUR_MS);
    const { workspaceId } = test;
    const [{ sourceId }] = (await test.database.$queryRaw`SELECT min(id) AS "sourceId" FROM source`) as [
      { sourceId: number },
    ];
    await test.database.$executeRaw`
      INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, neutral, negative)
      SELECT ${workspaceId}, ${NOW}::timestamptz - interval '30 minutes' + n * interval '1 hour', ${sourceId}::int, 'en', 10, 6, 4
      FROM generate_series(0, 11) n`;
    for (let check = 0; check < 3; check++) {
      await due();
      await one.checker.checkNext();
    }
    await test.database.moodBucket.deleteMany({ where: { hour: { gte: new Date(NOW.getTime() - HOUR_MS / 2) } } });
    const notices = await told();
    expect(notices.map(({ title }) => title)).toEqual([
      '负面占比达 71 %：全部评论',
      '已恢复：负面占比达 71 %：全部评论',
    ]);
    expect(await test.database.alertEvent.count({ where: { overAt: { not: null } } })).toBe(1);
  });

  it('has each rule checked once by two workers, and each alert opened and told once', async () => {
    for (let index = 0; index < 6; index++) await one.rules.create(test.workspaceId, rule({ name: `Rule ${index}` }));
    const drain = async ({ checker }: typeof one) => {
      let checked = 0;
      while (await checker.checkNext()) checked++;
      return checked;
    };
    const checked = await Promise.all([drain(one), drain(two), drain(one), drain(two)]);
    expect(checked.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(await test.database.alertEvent.count()).toBe(6);
    expect(await told()).toHaveLength(6);
  });

  it('opens an alert of a muted rule without telling anybody', async () => {
    const id = await one.rules.create(test.workspaceId, rule());
    await one.rules.mute(test.workspaceId, id, new Date(Date.now() + HOUR_MS));
    await one.checker.checkNext();
    expect(await told()).toEqual([]);
    expect(await test.database.alertEvent.count()).toBe(1);
  });

  it('does not let a rule that cannot be checked keep the others from their turn', async () => {
    const broken = await one.rules.create(test.workspaceId, rule({ name: 'Broken' }));
    await test.database.$executeRaw`UPDATE alert_rule SET scope = '{"monitor": null}' WHERE id = ${broken}`;
    await one.rules.create(test.workspaceId, rule({ name: 'Fine' }));
    while (await one.checker.checkNext());
    expect(await test.database.alertEvent.count()).toBe(1);
    expect(await test.database.alertRule.findFirst({ where: { id: broken } })).toMatchObject({
      problem: expect.any(String),
    });
  });

  it('previews what the rule would have done', async () => {
    const { measure, scope, detection } = rule();
    const preview = await one.preview.preview(test.workspaceId, { measure, scope, detection });
    expect(preview.alarms).toMatchObject([{ to: null, usual: 20 }]);
    expect(preview.points).toHaveLength(360);
    expect(preview.points.at(-1)?.value).toBeGreaterThan(60);
    expect(await test.database.alertEvent.count()).toBe(0);
  });

  it('keeps who sees to it and what they say', async () => {
    await one.rules.create(test.workspaceId, rule());
    await one.checker.checkNext();
    const user = await test.database.user.create({
      data: { workspaceId: test.workspaceId, name: 'Li', role: 'analyst' },
    });
    const { id } = await test.database.alertEvent.findFirstOrThrow();
    await one.alerts.update(test.workspaceId, id, { acknowledged: true, assignee: user.id }, user.id);
    await one.alerts.addNote(test.workspaceId, id, { text: 'On it', byName: 'Li', userId: user.id });
    const { items } = await one.list.page(test.workspaceId, { limit: 10 });
    expect(items).toMatchObject([{ acknowledgedBy: { name: 'Li' }, assignee: { name: 'Li' }, notes: 1 }]);
    expect(await one.alerts.notes(test.workspaceId, id)).toMatchObject([{ by: 'Li', text: 'On it' }]);
    await expect(one.alerts.update(test.workspaceId, 999_999, {}, user.id)).rejects.toThrow('no alert');
  });
});
