import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommentRepository } from '@moodline/comments/api';
import { SecretBox } from '@moodline/shared/secrets';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { HttpLine } from '../connectors/http/http-line';
import { SourceAccess } from '../sources/source-access';
import { SourceRepository } from '../sources/sources.repository';
import { AnswerSourcesQuery } from './answer-sources.query';
import { SourceAnswers } from './source-answers';

describe('answers through a source', () => {
  let test: TestDatabase;
  let server: Server;
  let line: HttpLine;
  let answers: SourceAnswers;
  let box: SecretBox;
  let id: number;
  let sourceId: number;
  const asked: string[] = [];
  let status = 200;

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = (more: object = {}) => ({ instance: origin(), read: 'hashtag', name: 'lamp', answers: true, ...more });
  const set = (data: object) => test.database.source.updateMany({ where: { id: sourceId }, data });

  beforeEach(async () => {
    test = await createTestDatabase('UTC');
    asked.length = 0;
    status = 200;
    server = createServer((request: IncomingMessage, response) => {
      asked.push(`${request.method} ${request.url}`);
      const account = { acct: 'kai' };
      const found = { id: '7', created_at: '2026-05-01T00:00:00Z', content: 'Dark', account };
      const body = request.method === 'POST' ? { url: 'https://social.example/8' } : found;
      response.writeHead(request.method === 'POST' ? status : 200).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const quick = { delayMs: 0, timeoutMs: 5_000, retryMs: 1 };
    line = new HttpLine({ allowedHosts: ['127.0.0.1'], userAgent: 'spec', ...quick });
    box = new SecretBox(Buffer.alloc(32, 1));
    const sources = new SourceRepository(test.database);
    const registry = new ConnectorRegistry();
    const access = new SourceAccess(registry, line, box, new CommentRepository(test.database));
    answers = new SourceAnswers(new AnswerSourcesQuery(test.database), sources, registry, access);
    [id = 0] = await storeLabelled(test, [{ text: 'lamp is dark', label: 'negative', publishedAt: new Date() }]);
    const comment = await test.database.comment.findFirstOrThrow();
    sourceId = comment.sourceId;
    await test.database.comment.updateMany({ data: { externalId: '7' } });
    await set({ kind: 'mastodon', config: config(), secrets: { token: box.seal('token-1234') } });
  });
  afterEach(async () => {
    await line.onModuleDestroy();
    await new Promise((resolve) => server.close(resolve));
    await test.close();
  });

  it('are published at the site', async () => {
    expect([...(await answers.ready(test.workspaceId)).keys()]).toEqual([sourceId]);
    expect(await answers.send(test.workspaceId, id, 'Sorry.')).toEqual({
      ...{ through: 'mastodon', link: 'https://social.example/8' },
    });
    expect(asked).toEqual(['GET /api/v1/statuses/7', 'POST /api/v1/statuses']);
  });

  it.each([
    ['nobody has allowed it', () => set({ config: config({ answers: false }) })],
    ['there is no key', () => set({ secrets: {} })],
    ['its kind cannot', () => set({ kind: 'hacker-news', config: {} })],
    ['it is about to be removed', () => set({ removeAt: new Date(Date.now() + 60_000) })],
  ])('are not sent where %s', async (_, change) => {
    await change();
    expect((await answers.ready(test.workspaceId)).size).toBe(0);
    await expect(answers.send(test.workspaceId, id, 'Sorry.')).rejects.toMatchObject({ code: 'answers-not-allowed' });
    expect(asked).toEqual([]);
  });

  it('tell a refusal from a failure that may have published them', async () => {
    const failure = async (code: number) => {
      status = code;
      return answers.send(test.workspaceId, id, 'Sorry.').catch((error: unknown) => error);
    };
    expect(answers.isUnclear(await failure(403))).toBe(false);
    expect(answers.isUnclear(await failure(422))).toBe(false);
    expect(answers.isUnclear(await failure(503))).toBe(true);
    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(3);
  });
});
