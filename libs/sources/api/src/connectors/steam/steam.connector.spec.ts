import { SteamConnector } from './steam.connector';
import { readReview } from './steam-reviews';

const review = { recommendationid: '1', timestamp_created: 1_777_000_000 };

describe('a review on Steam', () => {
  it('is dated when it was written and found by when it was changed', () => {
    const { time, comment } = readReview({ ...review, timestamp_updated: 1_777_700_000, review: 'fine' });
    expect([time.getTime(), comment?.publishedAt.getTime()]).toEqual([1_777_700_000_000, 1_777_000_000_000]);
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, null],
  ])('says whether its author recommends the game: %s', (voted_up, recommended) =>
    expect(readReview({ ...review, review: 'fine', voted_up }).comment?.recommended).toBe(recommended),
  );

  it('is read without the marks of its form', () => {
    const { comment } = readReview({
      ...review,
      review: '[h1]Nice[/h1] [url=https://a.example]see[/url] [spoiler]it ends[/spoiler] [3/10] [sic]',
    });
    expect(comment?.text).toBe('Nice see it ends [3/10] [sic]');
  });

  it('keeps no address, which would name its author', () => {
    expect(JSON.stringify(readReview({ ...review, author: { steamid: '765' }, review: 'fine' }))).not.toContain('http');
  });
});

describe('the settings of a Steam source', () => {
  const { config } = new SteamConnector();
  it.each([
    '987650',
    ' 987650 ',
    'https://store.steampowered.com/app/987650/',
    'https://store.steampowered.com/app/987650/Pebblo_Party/?l=schinese',
  ])('take %s', (app) => expect(config.safeParse({ app }).success).toBe(true));
  it.each(['', 'Pebblo', 'https://store.steampowered.com.evil.example/app/1', '12/../../x?'])(
    'refuse "%s" or read its number alone',
    (app) => {
      const { data } = config.safeParse({ app });
      expect(data === undefined || /^12\//.test(data.app)).toBe(true);
    },
  );
});
