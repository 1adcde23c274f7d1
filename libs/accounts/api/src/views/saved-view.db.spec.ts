import { viewPathSchema } from '@moodline/accounts/contract';
import { NotFoundError } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { TooManyViewsError } from '../accounts.errors';
import { SavedViewRepository } from './saved-view.repository';

describe('saved views', () => {
  let test: TestDatabase;
  let views: SavedViewRepository;
  const people: { workspaceId: number; userId: number }[] = [];
  const [lin, ada] = [() => people[0] as (typeof people)[number], () => people[1] as (typeof people)[number]];

  beforeAll(async () => {
    test = await createTestDatabase();
    views = new SavedViewRepository(test.database);
    for (const name of ['Lin', 'Ada']) {
      const { workspaceId } = test;
      const { id: userId } = await test.database.user.create({ data: { workspaceId, name, role: 'viewer' } });
      people.push({ workspaceId, userId });
    }
  });
  afterAll(() => test?.close());
  beforeEach(() => test.database.savedView.deleteMany());

  const named = async (person: (typeof people)[number]) => (await views.list(person)).map(({ name }) => name);

  it('are seen by whoever saved them, and by all when they are shared', async () => {
    await views.save(lin(), { name: 'Weibo week', path: '/?period=7d&source=1', shared: false });
    const shared = await views.save(lin(), { name: 'Battery', path: '/themes/3', shared: true });
    await views.save(ada(), { name: 'My week', path: '/?period=7d', shared: false });
    expect(await named(lin())).toEqual(['Battery', 'Weibo week']);
    expect(await views.list(ada())).toEqual([
      expect.objectContaining({ name: 'My week', own: true, by: 'Ada' }),
      { id: shared, name: 'Battery', path: '/themes/3', shared: true, own: false, by: 'Lin' },
    ]);
    await views.update(lin(), shared, { shared: false });
    expect(await named(ada())).toEqual(['My week']);
  });

  it('of the same name replace each other, those of others never', async () => {
    const first = await views.save(lin(), { name: 'Week', path: '/', shared: false });
    expect(await views.save(lin(), { name: 'Week', path: '/themes', shared: true })).toBe(first);
    expect(await views.save(ada(), { name: 'Week', path: '/alerts', shared: false })).not.toBe(first);
    expect((await views.list(lin())).map(({ path }) => path)).toEqual(['/themes']);
  });

  it('are changed and removed by whoever saved them, and by nobody else', async () => {
    const id = await views.save(lin(), { name: 'Shared', path: '/', shared: true });
    await expect(views.remove(ada(), id)).rejects.toThrow(NotFoundError);
    await expect(views.update(ada(), id, { shared: false })).rejects.toThrow(NotFoundError);
    await views.remove(lin(), id);
    expect(await named(ada())).toEqual([]);
  });

  it('can be the start page as long as they are there and may be seen', async () => {
    const id = await views.save(lin(), { name: 'Start', path: '/themes?period=7d', shared: true });
    await views.setStart(ada(), id);
    expect(await views.start(ada())).toEqual({ view: id, path: '/themes?period=7d' });
    await views.update(lin(), id, { shared: false });
    expect(await views.start(ada())).toBeNull();
    await expect(views.setStart(ada(), id)).rejects.toThrow(NotFoundError);
    await views.setStart(lin(), id);
    await views.remove(lin(), id);
    expect(await views.start(lin())).toBeNull();
    await views.setStart(lin(), null);
  });

  it('are refused when nobody would find one among so many', async () => {
    const data = Array.from({ length: 100 }, (_, index) => ({ ...lin(), name: `View ${index}`, path: '/' }));
    await test.database.savedView.createMany({ data });
    await expect(views.save(lin(), { name: 'One more', path: '/', shared: false })).rejects.toThrow(TooManyViewsError);
    await views.save(lin(), { name: 'View 7', path: '/themes', shared: false });
  });

  it.each(['/', '/?period=7d', '/themes/3?from=2026-05-01&q=%E7%BB%AD'])('can be %s', (path) => {
    expect(viewPathSchema.safeParse(path).success).toBe(true);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/a b'])(
    'cannot be %s',
    (path) => {
      expect(viewPathSchema.safeParse(path).success).toBe(false);
    },
  );
});
