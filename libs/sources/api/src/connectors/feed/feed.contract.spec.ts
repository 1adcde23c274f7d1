import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { FeedConnector } from './feed.connector';

connectorContract({
  connector: new FeedConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: (origin) => ({ url: `${origin}/feed.xml` }),
  now: '2026-05-03T09:00:00Z',
  expects: {
    pages: 1,
    comments: 3,
    rejected: 1,
    first: {
      externalId: 'reply-3',
      text: 'Re: Battery after the update\nMine lasts nine hours now. Thank you!',
      author: 'mira',
      publishedAt: new Date('2026-05-03T08:40:00Z'),
    },
  },
  codes: { 'a malformed body': 'not-a-feed-format', 'a body of another form': 'not-a-feed-format' },
});
