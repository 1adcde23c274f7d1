import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { WeChatConnector } from './wechat.connector';

connectorContract({
  connector: new WeChatConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ appId: 'wx0123456789abcdef', articles: ['2247480001', '2247480002:1'] }),
  secrets: { appSecret: '0123456789abcdef0123456789abcdef' },
  now: '2026-05-03T09:00:00Z',
  expects: {
    pages: 3,
    comments: 52,
    first: {
      externalId: '2247480001:0:100',
      text: '音质比上一代好很多，1楼',
      publishedAt: new Date('2026-05-03T07:59:00Z'),
    },
  },
});
