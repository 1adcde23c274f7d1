import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { FileUrlConnector } from './file-url.connector';

connectorContract({
  connector: new FileUrlConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: (origin) => ({ url: `${origin}/exports/reviews.csv`, timeZone: 'Asia/Shanghai', header: 'X-Export-Key' }),
  secrets: { key: 'spec-token-1234' },
  now: '2026-05-03T09:00:00Z',
  expects: {
    pages: 1,
    comments: 3,
    rejected: 1,
    first: {
      externalId: 'r-1005',
      text: '物流很快，包装也好',
      author: '小满',
      engagement: 3,
      publishedAt: new Date('2026-05-03T08:40:00Z'),
    },
  },
  codes: { 'a malformed body': 'not-a-table', 'a body of another form': 'no-time-column' },
});
