import { encode } from 'iconv-lite';
import { lines, readExport } from './read-export';

describe('the structure of exports', () => {
  it.each([
    [
      'lines above the header',
      lines(
        'Report:,Mentions',
        'Brand:,Cup',
        '',
        'Date,Author,Full Text',
        '2026-03-01 10:00,ann,late again',
        '2026-03-01 10:05,bob,good coffee',
      ),
    ],
    [
      'padded lines above the header',
      lines(
        'Report:,Mentions,',
        'Brand:,Cup,',
        ',,',
        'Date,Author,Full Text',
        '2026-03-01 10:00,ann,late again',
        '2026-03-01 10:05,bob,good coffee',
      ),
    ],
    [
      'a title above the header',
      lines(
        'Reviews of May',
        '',
        'Date;Author;Full Text',
        '2026-03-01 10:00;ann;late again',
        '2026-03-01 10:05;bob;good coffee',
      ),
    ],
    [
      'sep= and a byte order mark',
      `\uFEFFsep=;\r\nDate;Comment\r\n2026-03-01 10:00;late again\r\n2026-03-01 10:05;good coffee\r\n`,
    ],
    [
      'posts with a list of comments',
      '[{"scraped_at":"2026-05-01T10:00:00","post_text":"New price list","comments":[{"text":"late again","created_at":"2026-03-01 10:00"},{"text":"good coffee","created_at":"2026-03-01 10:05"}]}]',
    ],
    [
      'an answer of the API of X',
      '{"data":[{"id":"1","text":"late again","created_at":"2026-03-01T10:00:00Z"},{"id":"2","text":"good coffee","created_at":"2026-03-01T10:05:00Z"}],"includes":{"users":[{"username":"u1","description":"I sell handmade cups and write about them","created_at":"2009-01-01T00:00:00Z"},{"username":"u2","description":"Writer, runner, mother, and all of it at once","created_at":"2010-01-01T00:00:00Z"}]}}',
    ],
    [
      'an answer of the API of YouTube',
      '{"items":[{"id":"t1","snippet":{"topLevelComment":{"id":"t1","snippet":{"textOriginal":"late again","publishedAt":"2026-03-01T10:00:00Z","likeCount":3}}},"replies":{"comments":[{"id":"r1","snippet":{"textOriginal":"good coffee","publishedAt":"2026-03-01T10:05:00Z","likeCount":1}}]}}]}',
    ],
    [
      'answers within comments',
      '{"data":{"replies":[{"rpid":1,"ctime":1772359200,"content":{"message":"late again"},"replies":[{"rpid":2,"ctime":1772359500,"content":{"message":"good coffee"},"replies":null}]}]}}',
    ],
    [
      'a listing of Reddit',
      '[{"kind":"Listing","data":{"children":[]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","body":"late again","created_utc":1772359200.0,"replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"b","body":"good coffee","created_utc":1772359500.0,"replies":""}}]}}}}]}}]',
    ],
    [
      'an object of objects',
      '{"k1":{"text":"late again","date":"2026-03-01 10:00"},"k2":{"text":"good coffee","date":"2026-03-01 10:05"}}',
    ],
    [
      'a Telegram export',
      '{"name":"Cups","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","date":"2026-03-01T10:00:00","text":["late ",{"type":"bold","text":"again"}],"text_entities":[{"type":"plain","text":"late "},{"type":"bold","text":"again"}]},{"id":2,"type":"message","date":"2026-03-01T10:05:00","text":"good coffee","text_entities":[{"type":"plain","text":"good coffee"}]}]}',
    ],
    [
      'a Discord export',
      '{"guild":{"id":"1","name":"Cups"},"channel":{"id":"2","name":"talk"},"messages":[{"id":"10","type":"Default","timestamp":"2026-03-01T10:00:00.000+00:00","timestampEdited":null,"content":"late again","author":{"id":"5","name":"ann","roles":[{"id":"7","name":"crew"}]},"reactions":[{"emoji":{"name":"x"},"count":2}]},{"id":"11","type":"Default","timestamp":"2026-03-01T10:05:00.000+00:00","timestampEdited":null,"content":"good coffee","author":{"id":"6","name":"bob","roles":[]},"reactions":[]}]}',
    ],
    [
      'JSON Lines with comments within posts',
      '{"post":"New price list","post_time":"2026-02-01 10:00","comments":[{"text":"late again","time":"2026-03-01 10:00"}]}\n{"post":"Cups","post_time":"2026-02-02 10:00","comments":[{"text":"good coffee","time":"2026-03-01 10:05"}]}\n',
    ],
    [
      'NaN in JSON',
      '[{"text":"late again","date":"2026-03-01 10:00","likes":NaN},{"text":"good coffee","date":"2026-03-01 10:05","likes":3}]',
    ],
  ])('may be %s', async (_, content) => {
    const { texts, times, bad } = await readExport(content);
    expect(texts).toEqual(['late again', 'good coffee']);
    expect(times).toEqual(['2026-03-01T10:00Z', '2026-03-01T10:05Z']);
    expect(bad).toEqual([]);
  });

  it('numbers the entries of JSON, which may be a single line or hold answers in what they answer', async () => {
    const entry = (id: number, text: string, replies: object[] = []) => ({ id, text, date: '2026-03-01', replies });
    const list = [entry(1, 'too late again', [entry(2, 'mine too'), entry(3, '')]), entry(4, 'works for me')];
    const { texts, lines: numbers, bad } = await readExport(JSON.stringify(list));
    expect([texts.length, bad, numbers]).toEqual([3, ['empty-text'], [1, 2, 3, 4]]);
  });

  it('keeps posts and comments apart, and says what it leaves out', async () => {
    const file = JSON.stringify([
      {
        text: 'Our new price list is out',
        created_at: '2026-03-01 09:00',
        comments: [{ text: 'Too expensive', created_at: '2026-03-01 10:00' }],
      },
      {
        text: 'Our shop is open again',
        created_at: '2026-03-02 09:00',
        comments: [{ text: 'Finally', created_at: '2026-03-02 10:00' }],
      },
    ]);
    const { texts, doubts, reading } = await readExport(file);
    expect([texts, doubts, reading.format.parts]).toEqual([
      ['Too expensive', 'Finally'],
      ['part'],
      ['comments', 'list'],
    ]);
    const posts = await readExport(file, { part: 'list' });
    expect([posts.texts[0], posts.doubts]).toEqual(['Our new price list is out', []]);
    await expect(readExport(file, { part: 'other' })).rejects.toMatchObject({ code: 'unknown-part' });
  });

  it('reads long JSON as it streams, wherever the list begins', async () => {
    const comments = Array.from({ length: 3000 }, (_, index) => ({
      id: `c${index}`,
      text: `comment number ${index}`,
      created_at: '2026-03-01T10:00:00Z',
      replies: index % 100 ? [] : [{ id: `r${index}`, text: `answer ${index}`, created_at: '2026-03-01T11:00:00Z' }],
    }));
    const { texts } = await readExport(JSON.stringify({ meta: { next: 'x' }, result: { comments } }));
    expect(texts).toHaveLength(3030);
    expect(texts.slice(0, 3)).toEqual(['comment number 0', 'answer 0', 'comment number 1']);
  });

  it('loses one damaged character and not the comment', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `${index + 10},2026-03-01 10:00,Love it 😃`);
    const bytes = Buffer.from(lines('id,date,comment', ...rows));
    const at = bytes.lastIndexOf(Buffer.from('😃'));
    bytes[at + 3] = 0x3f;
    const { comments, bad } = await readExport(bytes);
    expect([comments.length, bad]).toEqual([400, []]);
    expect(comments.at(-1)?.text).toContain('Love it');
  });

  it('may be in windows-1251, with words of English between', async () => {
    const text = lines(
      'id;дата;отзыв',
      '11;2026-03-01 10:00;Доставка late, но курьер вежливый',
      '12;2026-03-01 10:05;Очень плохой service',
    );
    const { texts, reading } = await readExport(encode(text, 'windows-1251'));
    expect([reading.encoding(), texts[1]]).toEqual(['windows-1251', 'Очень плохой service']);
  });

  it.each([
    ['only a header', 'id,date,comment\n', 'no-rows', 'has a header (id, date, comment)'],
    ['an empty list', '[]', 'no-rows', 'list in the file is empty'],
    [
      'a feed',
      '<?xml version="1.0"?><rss version="2.0"><channel><item/></channel></rss>',
      'feed-file',
      'added as a source',
    ],
    ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed-file', 'added as a source'],
    ['a web page', '<!DOCTYPE html><html></html>', 'web-page', 'web page'],
    ['no time', lines('id,comment', 'a,late again', 'b,good coffee'), 'no-time-column', '(name of the column)'],
    ['no text', lines('id,date,price', 'a,2026-03-01,12', 'b,2026-03-02,13'), 'no-text-column', '(name of the column)'],
  ])('is refused for its reason: %s', async (_, content, code, words) => {
    await expect(readExport(content)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });
});
