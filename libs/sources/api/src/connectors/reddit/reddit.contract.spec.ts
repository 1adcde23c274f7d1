import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { RedditConnector } from './reddit.connector';

connectorContract({
  connector: new RedditConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ read: 'comments', subreddits: ['r/pebblo', 'earbuds'], clientId: 'spec-client' }),
  secrets: { clientSecret: 'spec-secret-1234' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  list: 'data.children',
  expects: {
    pages: 2,
    comments: 4,
    first: {
      externalId: 't1_pb0006',
      text: 'Battery of my Pebblo Air lasts > 6 hours & the case is tiny.',
      author: 'tidewater',
      publishedAt: new Date('2026-05-03T08:50:00Z'),
      permalink: 'https://www.reddit.com/r/pebblo/comments/pbp001/which_earbuds_last/pb0006/',
      parentId: 't3_pbp001',
      engagement: 14,
    },
    deletedIds: ['t1_pb0005'],
  },
});
