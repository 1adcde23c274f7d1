import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import type { ContractSubject } from '../testing/contract-subject';
import { DiscourseConnector } from './discourse.connector';

const subject = (part: string, address: string, expects: ContractSubject['expects']): ContractSubject => ({
  connector: new DiscourseConnector(),
  fixtures: join(__dirname, 'fixtures', part),
  config: (origin) => ({ url: `${origin}/${address}` }),
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
  expects,
});

describe('a whole forum', () =>
  connectorContract({
    ...subject('latest', 'latest', {
      // Behind the last post, gaps of deleted ones are stepped over to the first id.
      pages: 20,
      comments: 4,
      first: {
        externalId: '77/3',
        text: 'Same on my Pebblo Air. Restarting helped.',
        author: 'tess',
        publishedAt: new Date('2026-05-03T08:40:00Z'),
        parentId: '77/2',
        engagement: 5,
      },
      deletedIds: ['77/2'],
    }),
    config: (origin) => ({ url: origin, apiUser: 'reader' }),
    secrets: { apiKey: 'spec-api-key-1234' },
  }));

describe('a topic', () =>
  connectorContract(
    subject('topic', 't/battery/77', {
      pages: 2,
      comments: 22,
      first: {
        externalId: '77/22',
        text: 'Reply 22 about the battery.',
        parentId: '77/1',
        publishedAt: new Date('2026-05-03T08:00:00Z'),
      },
    }),
  ));

describe('a tag', () =>
  connectorContract(
    subject('tag', 'tag/pebblo', {
      pages: 2,
      comments: 4,
      first: {
        externalId: '77/2',
        text: 'Firmware 2.1 fixed it.',
        parentId: '77/1',
        publishedAt: new Date('2026-05-03T08:00:00Z'),
      },
    }),
  ));
