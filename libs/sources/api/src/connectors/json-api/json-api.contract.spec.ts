import { join } from 'node:path';
import { connectorContract } from '../testing/connector-contract';
import type { ContractSubject } from '../testing/contract-subject';
import { JsonApiConnector } from './json-api.connector';

const fields = {
  text: 'content',
  time: 'created_at',
  id: '$.id',
  author: '$.user.name',
  likes: '$.stats.likes',
  link: 'url',
  parent: 'parent_id',
  timeZone: 'Asia/Shanghai',
};
const common = { connector: new JsonApiConnector(), now: '2026-05-03T09:00:00Z', since: '2026-04-03T09:00:00Z' };
const first = {
  externalId: '9007199254740993001',
  text: 'Best earbuds of the year',
  author: 'kestrel',
  engagement: 1200,
  parentId: null,
  publishedAt: new Date('2026-05-03T08:00:00Z'),
};
const subject = (
  paging: string,
  more: Pick<ContractSubject, 'config' | 'expects'> & Partial<ContractSubject>,
): ContractSubject => ({ ...common, fixtures: join(__dirname, 'fixtures', paging), ...more });

describe('leafed through by a cursor', () =>
  connectorContract(
    subject('cursor', {
      config: (origin) => ({
        ...fields,
        url: `${origin}/api/comments?shop=7&from={since}`,
        items: '$.data.comments[*]',
        paging: 'cursor',
        next: '$.data.paging.next',
      }),
      secrets: { key: 'Bearer spec-token-1234' },
      expects: { pages: 2, comments: 4, first },
    }),
  ));

describe('leafed through by page numbers', () =>
  connectorContract(
    subject('page', {
      config: (origin) => ({
        ...fields,
        url: `${origin}/api/comments`,
        items: 'list',
        paging: 'page',
        parameter: 'p',
        firstPage: 0,
      }),
      expects: { pages: 3, comments: 4, first },
    }),
  ));

describe('leafed through by links', () =>
  connectorContract(
    subject('link', {
      config: (origin) => ({
        ...fields,
        url: `${origin}/api/comments`,
        items: '$.results',
        paging: 'link',
        next: '$.next',
      }),
      list: 'results',
      expects: { pages: 2, comments: 4, first },
    }),
  ));
