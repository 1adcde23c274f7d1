import {
  CommentForgetter,
  CommentIntake,
  ForgottenRepository,
  RetentionKeeper,
  RetentionRepository,
} from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
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
    await summaries.save(test.workspaceId, 'one', {
      sentences: [{ text: 'People say: the hinge creaks.', citations: [id] }],
      n: 1,
      reason: null,
      dropped: 0,
      model: 'spec',
      createdAt: new Date().toISOString(),
    });
  });
  afterEach(() => test.close());

  it('go with a comment that is forgotten', async () => {
    await new CommentForgetter(new ForgottenRepository(test.database, intake, KEY)).forget(
      test.workspaceId,
      id,
      'text',
    );
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
});
