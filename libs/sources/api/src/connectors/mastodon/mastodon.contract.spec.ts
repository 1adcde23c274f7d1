import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { MastodonConnector } from './mastodon.connector';

connectorContract({
  connector: new MastodonConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: (origin) => ({ instance: origin, read: 'hashtag', name: '#pebblo' }),
  secrets: { token: 'spec-token-1234' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  list: '',
  expects: {
    pages: 2,
    comments: 5,
    first: {
      externalId: '114400000000000006',
      text: 'Firmware 2.1\nMy #Pebblo Air stays connected now.\nFinally!',
      author: 'mira@social.example',
      publishedAt: new Date('2026-05-03T08:40:00Z'),
      permalink: 'https://social.example/@mira/114400000000000006',
      engagement: 12,
    },
  },
});
