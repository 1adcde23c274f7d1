import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { WeiboConnector } from './weibo.connector';

connectorContract({
  connector: new WeiboConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ posts: ['5290000000000001', '5290000000000002'] }),
  secrets: { token: 'spec-token-1234' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  expects: {
    pages: 5,
    comments: 4,
    first: {
      externalId: '5290011111111114',
      text: '回复@小橘:已经收到了，音质超出预期',
      author: '7000000004',
      publishedAt: new Date('2026-05-03T08:20:00Z'),
      parentId: '5290011111111112',
      permalink: 'https://m.weibo.cn/status/5290000000000001',
    },
  },
});
