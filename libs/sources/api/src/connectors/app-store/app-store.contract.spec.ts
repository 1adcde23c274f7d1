import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { AppStoreConnector } from './app-store.connector';

connectorContract({
  connector: new AppStoreConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ app: 'https://apps.apple.com/cn/app/pebblo/id987654321', countries: ['cn', 'US'] }),
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  list: 'feed.entry',
  expects: {
    pages: 3,
    comments: 5,
    first: {
      externalId: '12000000005',
      text: '更新后好多了\n连接稳定，续航也长。',
      author: 'https://itunes.apple.com/cn/reviews/id500000005',
      publishedAt: new Date('2026-05-03T08:00:00Z'),
      permalink: 'https://apps.apple.com/cn/app/id987654321?see-all=reviews',
      engagement: 4,
      version: '3.2.1',
    },
  },
});
