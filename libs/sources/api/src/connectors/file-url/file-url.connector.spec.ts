import iconv from 'iconv-lite';
import { FileUrlConnector } from './file-url.connector';

const url = 'https://shop.example/exports/reviews.csv';
const HEADER = 'id,date,text\n';
const row = (index: number) => `${index},2026-05-03 08:00,Comment number ${index}\n`;
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index)).join('');

async function read(body: Buffer, more: object = {}, cursor: object = {}) {
  const connector = new FileUrlConnector();
  const http = {
    fetch: async () => ({ notModified: false, body, text: () => body.toString(), validators: { etag: '"new"' } }),
  };
  const pages = [];
  for await (const page of connector.fetchSince(connector.config.parse({ url, ...more }), cursor, {
    http,
    secrets: {},
    timeZone: 'UTC',
    now: () => new Date('2026-05-03T09:00:00Z'),
  } as never))
    pages.push(page);
  return pages;
}

describe('a file on the web', () => {
  it('is stored in pages, and counts as read with the last of them only', async () => {
    const pages = await read(Buffer.from(HEADER + rows(2500)), {}, { etag: '"old"' });
    expect(pages.map(({ rows: count, cursor }) => [count, cursor])).toEqual([
      [1000, { etag: '"old"' }],
      [1000, { etag: '"old"' }],
      [500, { etag: '"new"' }],
    ]);
    expect(new Set(pages.flatMap(({ comments }) => comments.map(({ externalId }) => externalId))).size).toBe(2500);
  });

  it('may be in any encoding and form that an import takes', async () => {
    const gb = await read(iconv.encode('编号;评论时间;评论内容\n7;2026-05-03 08:00;音质不错，推荐\n', 'gb18030'));
    const lines = await read(
      Buffer.from(
        '{"id":1,"created_at":"2026-05-03T08:00:00Z","text":"fine"}\n{"id":2,"created_at":"2026-05-03T08:00:00Z","text":"bad"}\n',
      ),
    );
    expect([gb[0]?.comments[0]?.text, lines[0]?.comments.map(({ text }) => text)]).toEqual([
      '音质不错，推荐',
      ['fine', 'bad'],
    ]);
  });

  it('is read by the columns that were chosen', async () => {
    const [page] = await read(Buffer.from('a,b,c\n1,2026-05-03,left out\n'.replace('a,b,c', 'no,seen,words')), {
      text: 'words',
      publishedAt: 'seen',
      externalId: 'no',
    });
    expect(page?.comments).toEqual([expect.objectContaining({ externalId: '1', text: 'left out' })]);
    await expect(read(Buffer.from(HEADER + rows(1)), { text: 'words' })).rejects.toMatchObject({
      code: 'unknown-column',
    });
  });

  it('is empty when it has no rows, and refused when it is no table', async () => {
    expect([await read(Buffer.from('')), await read(Buffer.from(HEADER))].map(([page]) => page?.rows)).toEqual([0, 0]);
    await expect(read(Buffer.from('<!doctype html><title>Sign in</title>'))).rejects.toMatchObject({
      code: 'web-page',
    });
    await expect(read(Buffer.from('PK\u0003\u0004workbook'))).rejects.toMatchObject({ code: 'binary-file' });
  });
});
