import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { forActor } from '../sources/hidden-address';
import { SourceListQuery } from './source-list.query';

describe('a source in the list', () => {
  let test: TestDatabase;
  const feed = { from: 'https://old.example.com/feed?key=1', to: 'https://new.example.com/feed?key=1' };

  beforeAll(async () => {
    test = await createTestDatabase();
  }, 60_000);
  afterAll(() => test?.close());

  const source = async (name: string, url: string) => {
    const { id } = await test.database.source.create({
      data: { workspaceId: test.workspaceId, kind: 'feed', name, config: { url }, cursor: { moved: feed } },
    });
    return new SourceListQuery(test.database).one(test.workspaceId, id);
  };

  it('says where it is read since it has moved for good, until its address is changed', async () => {
    expect(await source('Moved', feed.from)).toMatchObject({ url: feed.from, movedTo: feed.to });
    expect(await source('Changed', feed.to)).toMatchObject({ url: feed.to, movedTo: null });
  });

  it('shows of both addresses the site only to who may not change it', async () => {
    const shown = forActor(await source('Seen', feed.from), { role: 'viewer', permissions: undefined });
    expect(shown).toMatchObject({ url: 'https://old.example.com', movedTo: 'https://new.example.com', config: {} });
  });
});
