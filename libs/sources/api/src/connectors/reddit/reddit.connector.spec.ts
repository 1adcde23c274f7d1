import { scriptedSite } from '../testing/scripted-site';
import { RedditConnector } from './reddit.connector';
import { listingSchema, readThing } from './reddit-listing';

const connector = new RedditConnector();
const thing = (more: object) => ({ name: 't1_a', created_utc: 1_777_798_200, body: 'Fine.', score: 1, ...more });
const reddit = (children: object[]) =>
  scriptedSite(
    ({ url }) => ({
      body:
        url.host === 'login.example'
          ? { access_token: 't0ken' }
          : { data: { after: null, children: children.map((data) => ({ data })) } },
    }),
    { secrets: { clientSecret: 's3cret' } },
  );

describe('Reddit', () => {
  it('logs in as the application and shows the token to the interface only', async () => {
    const { asked, context } = reddit([thing({})]);
    await connector.check({ read: 'comments', subreddits: ['pebblo'], query: '', clientId: 'client' }, context);
    expect(asked.map(({ method, url, body, headers }) => [method, url.host, body, headers['authorization']])).toEqual([
      [
        'POST',
        'login.example',
        'grant_type=client_credentials',
        `Basic ${Buffer.from('client:s3cret').toString('base64')}`,
      ],
      ['GET', 'api.example', undefined, 'Bearer t0ken'],
    ]);
  });

  it.each([
    [{ read: 'comments', subreddits: ['r/a_b', '/r/c_d/'] }, '/r/a_b+c_d/comments?limit=100&raw_json=1'],
    [{ read: 'posts', subreddits: ['a_b'] }, '/r/a_b/new?limit=100&raw_json=1'],
    [
      { read: 'posts', subreddits: ['a_b'], query: 'x y' },
      '/r/a_b/search?q=x+y&sort=new&type=link&t=all&restrict_sr=1&limit=100&raw_json=1',
    ],
    [{ read: 'posts', query: 'x' }, '/search?q=x&sort=new&type=link&t=all&limit=100&raw_json=1'],
  ])('asks for %j', async (config, address) => {
    const { asked, context } = reddit([]);
    await connector.check(connector.config.parse({ ...config, clientId: 'client' }), context);
    expect(`${asked[1]?.url.pathname}${asked[1]?.url.search}`).toBe(address);
  });

  it.each([{ read: 'comments', query: 'x' }, { read: 'posts' }, { read: 'comments', subreddits: ['a/../b'] }])(
    'does not take %j for settings',
    (config) => {
      expect(connector.config.safeParse({ ...config, clientId: 'client' }).success).toBe(false);
    },
  );

  it.each(['[deleted]', '[removed]', '[removed by reddit]'])('deletes what became %s', (body) => {
    expect(readThing(thing({ body }))).toMatchObject({ comment: null, deletedId: 't1_a' });
  });

  it('reads a post with its title, and no score below zero', () => {
    const { data } = listingSchema.parse({
      data: {
        children: [
          {
            data: {
              name: 't3_a',
              created_utc: 1,
              title: 'Teardown',
              selftext: 'It [deleted] my settings.',
              score: -5,
              num_comments: 3,
            },
          },
        ],
      },
    });
    expect(data.children.map((child) => readThing(child.data).comment)).toMatchObject([
      { text: 'Teardown\nIt [deleted] my settings.', engagement: 3 },
    ]);
  });
});
