import { scriptedSite, type ScriptedAnswer } from '../testing/scripted-site';
import { YouTubeConnector } from './youtube.connector';
import { midnightPacific } from './youtube-errors';

const now = new Date('2026-05-03T09:00:00Z');
const connector = new YouTubeConnector();
const youtube = (answer: (path: string, query: URLSearchParams) => ScriptedAnswer) =>
  scriptedSite(({ url }) => answer(url.pathname.replace('/youtube/v3/', ''), url.searchParams), {
    secrets: { key: 'spec-key-1234' },
    now,
  });
const problem = (status: number, reason: string): ScriptedAnswer => ({
  status,
  body: { error: { code: status, message: 'no', errors: [{ domain: 'youtube', reason, message: 'no' }] } },
});
const thread = {
  id: 'T',
  snippet: {
    videoId: 'pBl0aIr_-01',
    totalReplyCount: 0,
    topLevelComment: { id: 'T', snippet: { publishedAt: '2026-05-03T08:00:00Z', textOriginal: 'Hi' } },
  },
};

async function read(target: string, context: ReturnType<typeof youtube>['context'], cursor = {}) {
  const pages = [];
  for await (const page of connector.fetchSince({ target, replies: true }, cursor, context)) pages.push(page);
  return pages;
}

describe('YouTube', () => {
  it.each([
    [403, 'quotaExceeded', 'source-rate-limited', '2026-05-04T07:00:00.000Z'],
    [403, 'rateLimitExceeded', 'source-rate-limited', '2026-05-03T09:01:00.000Z'],
    [403, 'commentsDisabled', 'source-blocked', undefined],
    [403, 'accessNotConfigured', 'source-blocked', undefined],
    [403, 'somethingElse', 'source-blocked', undefined],
    [400, 'keyInvalid', 'source-unauthorised', undefined],
    [404, 'videoNotFound', 'source-not-found', undefined],
  ])('means by %s %s: %s', async (status, reason, code, retryAt) => {
    const { context } = youtube(() => problem(status, reason));
    const error = (await read('pBl0aIr_-01', context).catch((caught: unknown) => caught)) as {
      code: string;
      retryAt: Date | null;
    };
    expect([error.code, error.retryAt?.toISOString()]).toEqual([code, retryAt]);
  });

  it.each([
    ['2026-05-03T06:59:59Z', '2026-05-03T07:00:00.000Z'],
    ['2026-05-03T07:00:00Z', '2026-05-04T07:00:00.000Z'],
    ['2026-01-10T12:00:00Z', '2026-01-11T08:00:00.000Z'],
    ['2026-03-08T12:00:00Z', '2026-03-09T07:00:00.000Z'],
  ])('has its next midnight after %s at %s', (at, midnight) => {
    expect(midnightPacific(new Date(at)).toISOString()).toBe(midnight);
  });

  it('finds the channel of a handle and reads all its videos', async () => {
    const { asked, context } = youtube((path) => ({
      body: path === 'channels' ? { pageInfo: { totalResults: 1 }, items: [{ id: 'UCx' }] } : { items: [thread] },
    }));
    expect((await read('@pebblo', context))[0]?.comments).toHaveLength(1);
    expect(
      asked.map(({ url }) => url.searchParams.get('forHandle') ?? url.searchParams.get('allThreadsRelatedToChannelId')),
    ).toEqual(['@pebblo', 'UCx']);
  });

  it('says so when there is no such channel', async () => {
    const { context } = youtube(() => ({ body: { pageInfo: { totalResults: 0 } } }));
    await expect(connector.check({ target: '@pebblo', replies: true }, context)).rejects.toMatchObject({
      code: 'source-not-found',
    });
  });

  it('begins at the top again when a mark is no longer good', async () => {
    const { asked, context } = youtube((_, query) =>
      query.get('pageToken') ? problem(400, 'invalidPageToken') : { body: { items: [thread] } },
    );
    const pages = await read('pBl0aIr_-01', context, {
      since: '2026-04-01T00:00:00.000Z',
      next: 'old-mark',
      newest: '2026-05-01T00:00:00.000Z',
    });
    expect([asked.map(({ url }) => url.searchParams.get('pageToken')), pages.length]).toEqual([['old-mark', null], 1]);
  });
});
