import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { SteamConnector } from './steam.connector';

connectorContract({
  connector: new SteamConnector(),
  fixtures: join(__dirname, 'fixtures'),
  config: () => ({ app: 'https://store.steampowered.com/app/987650/Pebblo_Party/' }),
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  list: 'reviews',
  expects: {
    pages: 3,
    comments: 4,
    first: {
      externalId: '190000004',
      text: 'Great party game, the servers are not.',
      author: '76561190000000004',
      publishedAt: new Date('2026-05-03T08:30:00Z'),
      engagement: 7,
    },
  },
});
