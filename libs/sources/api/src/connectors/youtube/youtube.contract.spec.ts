import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { YouTubeConnector } from './youtube.connector';

connectorContract({
  connector: new YouTubeConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ target: 'https://www.youtube.com/watch?v=pBl0aIr_-01' }),
  secrets: { key: 'spec-key-1234567890' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  endsLate: true,
  expects: {
    pages: 2,
    comments: 6,
    first: {
      externalId: 'UgPebblo0003',
      text: 'Bought these after your review & love them <3',
      author: 'UCspec-mira',
      publishedAt: new Date('2026-05-03T08:30:00Z'),
      permalink: 'https://www.youtube.com/watch?v=pBl0aIr_-01&lc=UgPebblo0003',
      parentId: null,
      engagement: 9,
    },
  },
});
