import { join } from 'node:path';
import type { ColumnMapping } from '@moodline/sources/contract';
import { readCommentRow } from '../incoming/comment-row';
import { templateOf } from './export-templates';
import { openFile } from './file-reading';
import { fileAt } from './stored-file';

const OPTIONS = { timeZone: 'Asia/Shanghai', now: new Date('2026-06-15T12:00:00Z') };

async function read(
  name: string,
  { mapping = {}, saved = null }: { mapping?: ColumnMapping; saved?: ColumnMapping | null } = {},
) {
  const file = fileAt(join(__dirname, 'fixtures/exports', `${name}.csv`));
  const reading = await openFile(file, { ...OPTIONS, mapping, savedFor: () => Promise.resolve(saved) });
  const rows = [];
  for await (const records of reading.rows())
    rows.push(...records.map((record) => readCommentRow(record, reading.plan)));
  return {
    reading,
    comments: rows.flatMap((row) => ('comment' in row ? [row.comment] : [])),
    bad: rows.flatMap((row) => ('problem' in row ? [row.problem.code] : [])),
  };
}

describe('exports of other tools', () => {
  it.each([
    [
      'xiaohongshu',
      {
        externalId: '6640f2',
        text: '同感，买了一周就花了',
        publishedAt: '2026-05-03T09:00:00.000Z',
        engagement: 12_000,
        author: 'u100200301',
        parentId: '6640f1',
        permalink: null,
      },
    ],
    [
      'douyin',
      {
        externalId: '7002',
        text: '地铁里还是吵',
        publishedAt: '2026-05-03T08:01:00.000Z',
        engagement: 3,
        author: 'u200300401',
        parentId: '7001',
        permalink: null,
      },
    ],
    [
      'weibo',
      {
        externalId: '5032',
        text: '客服态度倒是不错',
        publishedAt: '2026-05-03T08:01:40.000Z',
        engagement: 2,
        author: 'u300400501',
        parentId: '5031',
        permalink: null,
      },
    ],
    [
      'bilibili',
      {
        externalId: '88002',
        text: '戴眼镜确实夹',
        publishedAt: '2026-05-03T08:02:00.000Z',
        engagement: 6,
        author: 'u400500601',
        parentId: '88001',
        permalink: null,
      },
    ],
    [
      'kuaishou',
      {
        externalId: 'k902',
        text: '我的三天就没电了',
        publishedAt: '2026-05-03T08:01:00.000Z',
        engagement: 0,
        author: 'u600700801',
        parentId: null,
        permalink: null,
      },
    ],
    [
      'tieba',
      {
        externalId: 't102',
        text: '更新固件就好了',
        publishedAt: '2026-05-03T08:30:00.000Z',
        engagement: 0,
        author: '固件哥',
        parentId: 't101',
        permalink: null,
      },
    ],
    [
      'zhihu',
      {
        externalId: 'z202',
        text: '同价位里算好的了',
        publishedAt: '2026-05-03T08:05:00.000Z',
        engagement: 5,
        author: 'u700800901',
        parentId: 'z201',
        permalink: null,
      },
    ],
    [
      'youtube-takeout',
      {
        externalId: 'UgA1.r1',
        text: 'An update fixed it',
        publishedAt: '2026-05-03T09:30:00.000Z',
        engagement: 0,
        author: 'UCinvented0001',
        parentId: 'UgA1',
        permalink: null,
      },
    ],
    [
      'youtube-comments',
      {
        externalId: 'UgB2',
        text: 'too heavy for me',
        publishedAt: '2026-05-03T10:00:00.000Z',
        engagement: 0,
        author: 'UCinvented0003',
        parentId: 'UgB1',
        permalink: null,
      },
    ],
    [
      'app-store-connect',
      {
        externalId: '00000042-b',
        text: '很好用\n\n界面清楚，连接也快',
        stars: 5,
        publishedAt: '2026-05-04T16:00:00.000Z',
        engagement: 0,
        author: '小月亮',
        parentId: null,
        permalink: null,
      },
    ],
    [
      'google-play-console',
      {
        externalId: 'http://play.example/console/reviews?reviewId=r-2',
        text: '更新之后稳定多了',
        stars: 5,
        version: '2.4',
        publishedAt: '2026-05-03T09:00:00.000Z',
        engagement: 0,
        author: null,
        parentId: null,
        permalink: 'http://play.example/console/reviews?reviewId=r-2',
      },
    ],
  ])('%s is known by its header and read as it is meant', async (name, second) => {
    const { reading, comments } = await read(name);
    expect(reading.template).toBe(name);
    expect(reading.recognised.every(({ why }) => why === 'template')).toBe(true);
    const comment = { ...comments[1], publishedAt: comments[1]?.publishedAt.toISOString() };
    expect(comment).toMatchObject(second);
    expect(comments[0]?.parentId).toBeNull();
  });

  it.each([
    'xiaohongshu',
    'douyin',
    'weibo',
    'bilibili',
    'kuaishou',
    'zhihu',
    'youtube-takeout',
    'youtube-comments',
    'google-play-console',
  ])('%s brings no nickname, picture, place or profile link', async (name) => {
    const { comments } = await read(name);
    expect(comments.filter(({ text }) => text)).toHaveLength(2);
    expect(JSON.stringify(comments)).not.toMatch(
      /小草莓|阿布|豆豆|叶子|老周|辣椒|夜航船|四眼|老铁王|阿强|匿名的鱼|中立派|Noname|pics\.example|weibo\.example|youtube\.example|浙江|广东|北京|爱生活|Thank you/,
    );
  });

  it('of Google Play are UTF-16, and stars without a word are comments without a text', async () => {
    const { reading, bad, comments } = await read('google-play-console');
    expect(reading.encoding()).toBe('utf-16le');
    expect(bad).toEqual([]);
    expect(comments.map(({ language, stars, text }) => [language, stars, text !== ''])).toEqual([
      ['en', 1, true],
      ['zh', 5, true],
      ['und', 4, false],
    ]);
  });

  it('of Google Takeout have their text in pieces', async () => {
    expect((await read('youtube-takeout')).comments[0]?.text).toBe('The left bud keeps cutting out');
  });

  it('yield to what was saved for the header, and both to what is chosen for this file', async () => {
    const saved = { text: 'title', publishedAt: 'createdDate', author: '' };
    const { reading, comments } = await read('app-store-connect', { saved, mapping: { externalId: 'id' } });
    expect(reading.saved).toBe(true);
    expect(comments[0]).toMatchObject({ text: 'Crashes', externalId: '00000041-a', author: null });
    expect(Object.fromEntries(reading.recognised.map(({ field, why }) => [field, why]))).toMatchObject({
      text: 'saved',
      publishedAt: 'saved',
      externalId: 'chosen',
    });
  });

  it('are known after another tool changed the characters of the header, and not when a mark is missing', () => {
    expect(templateOf(['Comment_ID', 'Create Time', 'aweme-id', 'CONTENT'])?.name).toBe('douyin');
    expect(templateOf(['comment_id', 'create_time', 'content', 'like_count'])).toBeNull();
  });
});
