import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { HackerNewsConnector } from './hacker-news.connector';

connectorContract({
  connector: new HackerNewsConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ query: 'pebblo' }),
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  expects: {
    pages: 2,
    comments: 5,
    first: {
      externalId: '48001005',
      text: "I've worn the Pebblo Air for a month.\nThe sound is great, the case is not.",
      author: 'tidewater',
      publishedAt: new Date('2026-05-03T08:50:00Z'),
      permalink: 'https://news.ycombinator.com/item?id=48001005',
      parentId: '48001001',
      engagement: 0,
    },
  },
});
