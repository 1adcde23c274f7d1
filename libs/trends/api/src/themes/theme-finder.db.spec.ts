import { SearchTextRepository } from '@moodline/comments/api';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ThemeCommentsQuery } from '../queries/theme-comments.query';
import { ThemeCountsQuery } from '../queries/theme-counts.query';
import { ThemeFinder } from './theme-finder';
import { themePattern } from './theme-words';

const SPAN = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-08T00:00:00Z') };
const BEFORE = { from: new Date('2026-04-24T00:00:00Z'), to: SPAN.from };

describe('ThemeFinder', () => {
  let test: TestDatabase;
  let finder: ThemeFinder;
  const filter = () => ({ workspaceId: test.workspaceId, timeZone: 'UTC', ...SPAN });

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    finder = new ThemeFinder(new ThemeCommentsQuery(test.database), new ThemeCountsQuery(test.database));
    const at = (day: string, texts: string[], label: 'positive' | 'negative') =>
      texts.map((text) => ({ text, label, publishedAt: new Date(`${day}T10:00:00Z`) }));
    await storeLabelled(test, [
      ...at(
        '2026-05-03',
        ['battery dead', '续航太短了', 'Batteries drained by noon', '又没电了', 'no battery left (at all)'],
        'negative',
      ),
      ...at(
        '2026-05-04',
        ['the battery is fine here', 'love the mint colour', 'colour is lovely', 'nice colours'],
        'positive',
      ),
      ...at(
        '2026-04-28',
        ['late parcel', 'parcel lost', 'parcel crushed', 'where is my parcel', 'battery ok so far'],
        'negative',
      ),
    ]);
  });
  afterAll(() => test.close());

  it('counts all comments of a theme, whatever their mood, and the share of the asked one', async () => {
    const [battery] = await finder.find({
      filter: filter(),
      mood: 'negative',
      limit: 3,
      leastShare: 30,
      language: 'en',
    });
    expect(battery).toMatchObject({ names: { en: 'Battery life' }, n: 6, share: 83, before: null });
  });

  it('leaves out themes of which too little is of the mood', async () => {
    await expect(
      finder.find({ filter: filter(), mood: 'negative', limit: 3, leastShare: 84, language: 'en' }),
    ).resolves.toEqual([]);
  });

  it('tells how many there were in the period before', async () => {
    const [battery] = await finder.find({
      filter: filter(),
      mood: 'negative',
      since: BEFORE,
      limit: 3,
      leastShare: 30,
      language: 'en',
    });
    expect(battery).toMatchObject({ n: 6, before: 1 });
  });

  it('finds in SQL what JavaScript finds', async () => {
    const counts = new ThemeCountsQuery(test.database);
    const texts = await test.database.comment.findMany({ select: { text: true } });
    const themes = [['battery', '没电'], ['colour'], ['parcel', '续航'], ['c++ (x)']];
    const patterns = themes.map(themePattern);
    const expected = patterns.map((pattern) => texts.filter(({ text }) => new RegExp(pattern, 'iu').test(text)).length);
    const found = async () => {
      const counted = await counts.count({ ...filter(), from: BEFORE.from }, themes);
      return themes.map((_, index) => counted.find(({ theme }) => theme === index)?.n ?? 0);
    };
    // Before the index of the search knows the texts, and after.
    expect(await found()).toEqual(expected);
    const forms = new SearchTextRepository(test.database);
    while (await forms.fillSlice());
    expect(await found()).toEqual(expected);
    expect(expected).toEqual([5, 3, 5, 0]);
  });

  it('reads the comments of some hours where there are very many, the same ones every time', async () => {
    const days = { ...filter(), from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-06-11T00:00:00Z') };
    const other = await createTestDatabase('UTC');
    await storeLabelled(
      other,
      Array.from({ length: 480 }, (_, half) => ({
        text: `text ${half}`,
        label: half % 3 ? ('negative' as const) : ('positive' as const),
        publishedAt: new Date(days.from.getTime() + half * 1_800_000),
      })),
    );
    const query = new ThemeCommentsQuery(other.database);
    const own = { ...days, workspaceId: other.workspaceId };
    const [all, once, again, negative] = [
      await query.list(own, 1000),
      await query.list(own, 1000, 120),
      await query.list(own, 1000, 120),
      await query.list({ ...own, label: ['negative'] }, 1000, 120),
    ];
    await other.close();
    expect(all).toHaveLength(480);
    expect(once.length).toBeGreaterThan(60);
    expect(once.length).toBeLessThan(200);
    expect(again).toEqual(once);
    expect(negative).toEqual(once.filter(({ label }) => label === 'negative'));
  });
});
