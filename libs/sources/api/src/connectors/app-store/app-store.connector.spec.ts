import { AppStoreConnector } from './app-store.connector';
import { lastPage, readReviews, reviewFeedSchema } from './app-store-reviews';

const place = { country: 'us', appId: '987654321' };
const label = (text: string) => ({ label: text });
const entry = (id: string, more: object = {}) => ({
  id: label(id),
  updated: label('2026-05-03T01:00:00-07:00'),
  title: label('Good'),
  content: label('Works.'),
  'im:rating': label('5'),
  ...more,
});
const read = (feed: object) => readReviews(reviewFeedSchema.parse({ feed }), place);

describe('the feed of the App Store', () => {
  it('holds a list, a single review or none', () => {
    expect(
      [read({ entry: [entry('1'), entry('2')] }), read({ entry: entry('1') }), read({})].map(({ length }) => length),
    ).toEqual([2, 1, 0]);
  });

  it('is read without the app that some feeds begin with', () => {
    expect(
      read({ entry: [{ id: label('app'), 'im:name': label('Pebblo') }, entry('1')] }).map(
        ({ comment }) => comment?.externalId,
      ),
    ).toEqual(['1']);
  });

  it('says a title once that the review begins with, and counts no votes below zero', () => {
    const [first] = read({ entry: [entry('1', { title: label('Works'), 'im:voteSum': label('-3') })] });
    expect(first?.comment).toMatchObject({
      text: 'Works.',
      engagement: 0,
      stars: 5,
      publishedAt: new Date('2026-05-03T08:00:00Z'),
    });
  });

  it.each([
    ['https://a.example/us/rss/customerreviews/page=7/id=1/sortby=mostrecent/xml', 7],
    ['https://a.example/', 1],
  ])('says in %s how many pages there are', (href, pages) => {
    expect(lastPage(reviewFeedSchema.parse({ feed: { link: [{ attributes: { rel: 'last', href } }] } }))).toBe(pages);
  });
});

describe('the settings of an App Store source', () => {
  const { config } = new AppStoreConnector();
  it.each([
    ['987654321', ['cn']],
    ['https://apps.apple.com/us/app/pebblo/id987654321?l=zh', ['US', 'jp']],
  ])('take %s in %s', (app, countries) => expect(config.safeParse({ app, countries }).success).toBe(true));
  it.each([
    ['Pebblo', ['cn']],
    ['https://apps.apple.com.evil.example/id987654321', ['cn']],
    ['987654321', ['../x']],
    ['987654321', []],
  ])('refuse %s in %s', (app, countries) => expect(config.safeParse({ app, countries }).success).toBe(false));
});
