import { MOST_ESSAY_VERSIONS } from '@moodline/assistants/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Settings } from '@moodline/shared/config';
import { EssayRemovalJob } from './essay-removal.job';
import { Essays, type EssayKeeper } from './essay.repository';
import { FormerKeepersQuery } from './former-keepers.query';

describe('kept essays', () => {
  let test: TestDatabase;
  let essays: Essays;
  let ann: EssayKeeper;
  let ben: EssayKeeper;

  beforeEach(async () => {
    test = await createTestDatabase();
    essays = new Essays(test.database);
    ann = { workspaceId: test.workspaceId, userId: 1 };
    ben = { workspaceId: test.workspaceId, userId: 2 };
  });
  afterEach(() => test.close());

  it('keep their versions in order, and the same words are no new version', async () => {
    const id = await essays.keep(ann, { title: 'Rain', versions: ['It rained.'] });
    await essays.addVersion(ann, id, 'It rained all day.');
    await essays.addVersion(ann, id, 'It rained all day.');
    const { title, versions } = await essays.one(ann, id);
    expect([title, versions.map(({ text }) => text)]).toEqual(['Rain', ['It rained.', 'It rained all day.']]);
    expect(await essays.all(ann)).toMatchObject([{ id, title: 'Rain', versions: 2 }]);
  });

  it('are seen, changed and removed by nobody but who keeps them', async () => {
    const id = await essays.keep(ann, { title: 'Mine', versions: ['Text.'] });
    expect(await essays.all(ben)).toEqual([]);
    for (const by of [ben, { ...ann, workspaceId: ann.workspaceId + 1 }]) {
      await expect(essays.one(by, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(essays.addVersion(by, id, 'Other.')).rejects.toMatchObject({ code: 'not-found' });
      await expect(essays.remove(by, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await essays.one(ann, id)).versions).toHaveLength(1);
  });

  it('go with all their versions', async () => {
    const id = await essays.keep(ann, { title: 'Gone', versions: ['One.', 'Two.'] });
    await essays.remove(ann, id);
    expect(await test.database.essayVersion.count()).toBe(0);
    await expect(essays.remove(ann, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('go when who kept them is no member any more, and nobody else loses one', async () => {
    const member = (name: string, removedAt: Date | null) =>
      test.database.user.create({ data: { workspaceId: test.workspaceId, name, role: 'viewer', removedAt } });
    const [gone, there] = [await member('Gone', new Date()), await member('There', null)];
    const keeper = (userId: number): EssayKeeper => ({ workspaceId: test.workspaceId, userId });
    await essays.keep(keeper(gone.id), { title: 'One', versions: ['One.', 'Two.'] });
    await essays.keep(keeper(there.id), { title: 'Other', versions: ['Three.'] });
    const formerKeepers = new FormerKeepersQuery(test.database);
    await new EssayRemovalJob(essays, formerKeepers, { MOODLINE_ROLES: [] } as unknown as Settings).removeOfFormer();
    expect(await essays.all(keeper(gone.id))).toEqual([]);
    expect(await essays.all(keeper(there.id))).toHaveLength(1);
    expect(await test.database.essayVersion.count()).toBe(1);
  });

  it('number two versions that come at once', async () => {
    const id = await essays.keep(ann, { title: 'Both', versions: ['One.'] });
    await Promise.all([essays.addVersion(ann, id, 'Two.'), essays.addVersion(ann, id, 'Three.')]);
    expect((await essays.one(ann, id)).versions).toHaveLength(3);
  });

  it('have so many versions and no more', async () => {
    const versions = Array.from({ length: MOST_ESSAY_VERSIONS }, (_, at) => `Version ${at}.`);
    const id = await essays.keep(ann, { title: 'Full', versions });
    await expect(essays.addVersion(ann, id, 'One more.')).rejects.toMatchObject({ code: 'too-many-essay-versions' });
  });
});
