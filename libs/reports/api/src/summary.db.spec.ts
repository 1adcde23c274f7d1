import {
  CommentForgetter,
  CommentIntake,
  ForgottenRepository,
  RetentionKeeper,
  RetentionRepository,
} from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import type { Summary } from '@moodline/reports/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ReportsModule } from './reports.module';
import { SummaryRepository } from './summary.repository';

const KEY = Buffer.from('key');

describe('kept summaries', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let summaries: SummaryRepository;
  let id: number;

  beforeEach(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    summaries = new SummaryRepository(test.database);
    new ReportsModule(intake, summaries, new RolePrompts()).onModuleInit();
    [id = 0] = await storeLabelled(test, [{ text: 'the hinge creaks', label: 'negative', publishedAt: new Date() }]);
    await summaries.save(test.workspaceId, 'one', summary(), await summaries.view());
  });
  const summary = (): Summary => ({
    sentences: [{ text: 'People say: the hinge creaks.', citations: [id], facts: [], part: 'drove' }],
    facts: [],
    themes: [{ id: 1, name: 'Hinge', n: 1, before: null, net: -100, points: null }],
    change: null,
    n: 1,
    reason: null,
    dropped: 0,
    model: 'spec',
    createdAt: new Date().toISOString(),
  });
  const forget = () =>
    new CommentForgetter(new ForgottenRepository(test.database, intake, KEY)).forget(test.workspaceId, id, 'text');
  afterEach(() => test.close());

  it('go with a comment that is forgotten', async () => {
    await forget();
    expect(await test.database.summary.count()).toBe(0);
  });

  it('go when retention erases the texts they rest on, and only then', async () => {
    const keeper = new RetentionKeeper(new RetentionRepository(test.database, intake, KEY));
    await keeper.change(test.workspaceId, 30, new Date());
    await keeper.apply(test.workspaceId, new Date());
    expect(await test.database.summary.count()).toBe(1);
    await keeper.apply(test.workspaceId, new Date(Date.now() + 31 * 86_400_000));
    expect(await test.database.summary.count()).toBe(0);
  });

  it('are not kept when a comment was forgotten while they were being written', async () => {
    const view = await summaries.view();
    await forget();
    await summaries.save(test.workspaceId, 'two', summary(), view);
    expect(await summaries.find(test.workspaceId, 'two')).toBeNull();
    expect(await test.database.summary.count()).toBe(0);
  });

  it('are told no more when a comment goes in a transaction that ends after they were kept', async () => {
    const view = await summaries.view();
    const other = new Database(test.url);
    await other.$transaction(async (transaction) => {
      await intake.removeThese(transaction, test.workspaceId, [id]);
      await summaries.save(test.workspaceId, 'two', summary(), view);
      expect(await summaries.find(test.workspaceId, 'two')).toMatchObject({ n: 1 });
    });
    await other.$disconnect();
    expect(await summaries.find(test.workspaceId, 'two')).toBeNull();
    // The next one that is kept takes away what is left of it.
    await summaries.save(test.workspaceId, 'three', summary(), await summaries.view());
    expect((await test.database.summary.findMany()).map(({ fingerprint }) => fingerprint)).toEqual(['three']);
    expect(await summaries.find(test.workspaceId, 'three')).toMatchObject({ n: 1 });
  });

  it('forget after a day what went, and nothing that went in between', async () => {
    await forget();
    await test.database.summaryDrop.updateMany({ data: { createdAt: new Date(Date.now() - 2 * 86_400_000) } });
    await summaries.save(test.workspaceId, 'two', summary(), await summaries.view());
    expect(await test.database.summaryDrop.count()).toBe(0);
    expect(await summaries.find(test.workspaceId, 'two')).not.toBeNull();
  });
});
