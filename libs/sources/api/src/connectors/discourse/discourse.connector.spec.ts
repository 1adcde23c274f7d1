import { scriptedSite } from '../testing/scripted-site';
import { DiscourseConnector } from './discourse.connector';
import { DiscourseForum } from './discourse-forum';
import { latestSchema, readPost, withoutAsides } from './discourse-posts';

const raw = (more: object) => ({
  id: 9,
  created_at: '2026-05-03T08:00:00Z',
  cooked: '<p>Text</p>',
  post_number: 2,
  post_type: 1,
  topic_id: 7,
  topic_slug: 'a',
  ...more,
});
const entry = (more: object) =>
  latestSchema
    .parse({ latest_posts: [raw(more)] })
    .latest_posts.map((post) => readPost(post, 'https://forum.example'))[0];

describe('a post of Discourse', () => {
  it('is told without what it quotes and links to', () => {
    const cooked =
      '<aside class="quote" data-username="kai"><blockquote><aside class="quote">old</aside><p>It is bad.</p></blockquote></aside>\n<p>I disagree.</p><aside class="onebox">Preview</aside>';
    expect(entry({ cooked })?.comment?.text).toBe('I disagree.');
  });

  it('keeps what follows a quote that is never closed, and takes no longer for many of them', () => {
    expect(withoutAsides('a <aside class="quote">b')).toBe('a <aside class="quote">b');
    const started = Date.now();
    withoutAsides('<aside class="quote" '.repeat(200_000));
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('carries the title of its topic when it is the first', () => {
    expect(entry({ post_number: 1, topic_title: 'Battery' })?.comment).toMatchObject({
      text: 'Battery\nText',
      parentId: null,
    });
    expect(entry({ topic_title: 'Battery' })?.comment).toMatchObject({
      text: 'Text',
      parentId: '7/1',
      permalink: 'https://forum.example/t/a/7/2',
    });
  });

  it.each([{ post_type: 3 }, { hidden: true }])('is left out when it is %j', (more) => {
    expect(entry(more)).toMatchObject({ comment: null });
  });

  it('is deleted here when its author deleted it there', () => {
    expect(entry({ user_deleted: true })).toMatchObject({ comment: null, deletedId: '7/2' });
  });
});

describe('a Discourse forum', () => {
  it('steps over a gap that older versions answer with the same post', async () => {
    const { context } = scriptedSite(() => ({ body: { latest_posts: [raw({ id: 400 })] } }), {
      secrets: { apiKey: 'k' },
    });
    const forum = new DiscourseForum('https://forum.example', '', context);
    expect([(await forum.latest(undefined)).next, (await forum.latest('400')).next]).toEqual(['400', '350']);
  });

  it('goes by the topics that are not pinned for how far a list reaches', async () => {
    const topic = (id: number, bumped: string, pinned: boolean) => ({
      id,
      created_at: '2020-01-01T00:00:00Z',
      bumped_at: bumped,
      pinned,
    });
    const { asked, context } = scriptedSite(
      () => ({
        body: {
          topic_list: {
            topics: [topic(1, '2021-01-01T00:00:00Z', true), topic(2, '2026-04-01T00:00:00Z', false)],
            more_topics_url: '/tag/a?page=1',
          },
        },
      }),
      { secrets: { apiKey: 'k' } },
    );
    const leg = await new DiscourseForum('https://forum.example', '', context).list(
      'tag/a.json',
      undefined,
      new Date('2026-05-01T00:00:00Z'),
    );
    expect([leg.order?.map((time) => time.toISOString()), leg.next, asked.length]).toEqual([
      ['2026-04-01T00:00:00.000Z'],
      '1',
      1,
    ]);
  });

  it('opens only a few topics of a list for a check', async () => {
    const topics = [1, 2, 3, 4].map((id) => ({ id, title: 'A', created_at: '2026-05-01T00:00:00Z' }));
    const { asked, context } = scriptedSite(
      ({ url }) => ({
        body: url.pathname.startsWith('/t/')
          ? { title: 'A', post_stream: { posts: [raw({})], stream: [9] } }
          : { topic_list: { topics } },
      }),
      { secrets: { apiKey: 'k' } },
    );
    expect(
      await new DiscourseConnector().check({ url: 'https://forum.example/tag/a', apiUser: '' }, context),
    ).toMatchObject({ title: '#a · forum.example', preview: [{ text: 'Text' }, { text: 'Text' }] });
    expect(asked).toHaveLength(5);
  });

  it('tells guests who are refused what they need', async () => {
    const { context } = scriptedSite(
      () => ({ status: 403, body: { errors: ['You need to be logged in.'], error_type: 'not_logged_in' } }),
      { secrets: {} },
    );
    await expect(new DiscourseForum('https://forum.example', '', context).latest(undefined)).rejects.toMatchObject({
      code: 'source-blocked',
      message: expect.stringContaining('API key'),
    });
  });
});
