import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import { GitHubConnector } from './github.connector';

const subject = {
  connector: new GitHubConnector(),
  secrets: { token: 'spec-token-1234' },
  now: '2026-05-03T09:00:00Z',
  since: '2026-04-03T09:00:00Z',
};

describe('issues', () =>
  connectorContract({
    ...subject,
    fixtures: join(__dirname, 'fixtures/issues'),
    config: () => ({ repository: 'https://github.com/pebblo/firmware/issues' }),
    expects: {
      pages: 3,
      comments: 4,
      first: {
        externalId: 'issue-40',
        text: 'Left bud loses connection\nEvery few minutes, since 2.0.',
        author: 'tidewater',
        publishedAt: new Date('2026-05-02T06:00:00Z'),
        permalink: 'https://github.com/pebblo/firmware/issues/40',
        parentId: null,
        engagement: 9,
      },
    },
  }));

describe('discussions', () =>
  connectorContract({
    ...subject,
    fixtures: join(__dirname, 'fixtures/discussions'),
    list: 'data.repository.discussions.nodes',
    config: () => ({ repository: 'pebblo/firmware', read: 'discussions' }),
    expects: {
      pages: 2,
      comments: 7,
      first: {
        externalId: 'D_pebblo2',
        text: 'An equaliser, please\nThe bass is too strong for podcasts.',
        author: 'mira',
        publishedAt: new Date('2026-05-02T20:00:00Z'),
        parentId: null,
        engagement: 7,
      },
    },
  }));
