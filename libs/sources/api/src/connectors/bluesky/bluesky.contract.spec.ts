import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { BlueskyConnector } from './bluesky.connector';

connectorContract({
  connector: new BlueskyConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: (origin) => ({ query: 'pebblo', handle: '@spec.bsky.social', service: origin }),
  secrets: { appPassword: 'spec-pass-word-1234' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  list: 'posts',
  expects: {
    pages: 2,
    comments: 4,
    first: {
      externalId: 'at://did:plc:specmira/app.bsky.feed.post/3kpebblo005',
      text: 'Pebblo Air update: the left bud connects again. Thank you!',
      author: 'did:plc:specmira',
      publishedAt: new Date('2026-05-03T08:45:00.120Z'),
      permalink: 'https://bsky.app/profile/did:plc:specmira/post/3kpebblo005',
      parentId: 'at://did:plc:speckai/app.bsky.feed.post/3kpebblo001',
      engagement: 16,
    },
  },
});
