import { ownWords } from '@moodline/comments/contract';
import { encode } from 'iconv-lite';
import { readMail, type RawMail } from './mail-comment';

const ARRIVED = new Date('2026-05-02T10:00:00Z');
const HEAD = 'From: Ann <Ann@Example.com>\r\nDate: Sat, 2 May 2026 09:00:00 +0200\r\nMessage-ID: <1@a>\r\n';
const raw = (source: string | Buffer, more: Partial<RawMail> = {}): RawMail => ({
  ...{ uid: 1, source: Buffer.from(source), arrived: ARRIVED, attachments: 0 },
  ...more,
});
const commentOf = async (source: string | Buffer, more: Partial<RawMail> = {}) =>
  (await readMail(raw(source, more)))?.comment;
const textOf = async (source: string | Buffer, more: Partial<RawMail> = {}) => (await commentOf(source, more))?.text;

describe('a mail as a comment', () => {
  it('has subject, words, sender and time', async () => {
    expect(await commentOf(`${HEAD}Subject: Lamp\r\n\r\nIt is dark.\r\n-- \r\nAnn, 5 Long Street`)).toMatchObject({
      ...{ text: 'Lamp\n\nIt is dark.', author: 'ann@example.com', publishedAt: new Date('2026-05-02T07:00:00Z') },
      externalId: expect.stringMatching(/^mail-[\w-]{22}$/),
    });
  });

  it.each([
    ['GBK', 'gbk', '灯三天就坏了，客服没人回'],
    ['ISO-2022-JP', 'shift_jis', 'ランプが三日で壊れました'],
    ['UTF-8', 'utf8', 'Die Lampe ist nach drei Tagen kaputt – schade'],
    ['Big5', 'big5', '燈三天就壞了'],
  ])('is read in %s', async (label, codec, text) => {
    const bytes = label === 'ISO-2022-JP' ? iso2022jp(text) : encode(text, codec);
    const head = Buffer.from(`${HEAD}Content-Type: text/plain; charset=${label}\r\n\r\n`);
    expect(await textOf(Buffer.concat([head, bytes]))).toBe(text);
  });

  it('is read as quoted-printable and base64, in head and body', async () => {
    const subject = '=?gb2312?B?tcbDsszs?= =?utf-8?Q?_kaputt?=';
    const body = 'Die Lampe f=C3=BCr 20=E2=82=AC ist ka=\r\nputt.';
    const head = `${HEAD}Subject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
    expect(await textOf(head + body)).toMatch(/ kaputt\n\nDie Lampe für 20€ ist kaputt\.$/u);
  });

  it('is the text of its HTML where it has nothing else, without scripts', async () => {
    const html =
      '<style>p{}</style><p>It is <b>dark</b>.</p><script>alert(1)</script><blockquote>We said it shines.</blockquote><p>No.</p>';
    const text = await textOf(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
    expect(text).toBe('It is dark.\n> We said it shines.\nNo.');
    expect(ownWords(text ?? '')).toBe('It is dark.\nNo.');
  });

  it('keeps what it answers apart from its own words, and does not repeat the subject of it', async () => {
    const source = `${HEAD}Subject: Re: Your order\r\nIn-Reply-To: <0@a>\r\nReferences: <x@a> <0@a>\r\n\r\nStill dark.\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Shop <s@x.org> wrote:\r\n> Please try again.`;
    const comment = await commentOf(source);
    expect(ownWords(comment?.text ?? '')).toBe('Still dark.');
    expect(comment?.parentId).toBe((await commentOf(HEAD.replace('<1@a>', '<0@a>')))?.externalId);
  });

  it('has one line of subject, whatever its sender has put into it', async () => {
    const hostile = '=?utf-8?B?TGFtcA0KQmNjOiB4QHkNCuKArmtyYWQbWzMxbQ==?=';
    const text = await textOf(`${HEAD}Subject: ${hostile}${' long'.repeat(200)}\r\n\r\nDark.`);
    expect(text?.split('\n')).toHaveLength(3);
    for (const sign of [0x202e, 0x1b]) expect(text).not.toContain(String.fromCharCode(sign));
    expect(text?.split('\n')[0]?.length).toBeLessThanOrEqual(300);
  });

  it('counts files and reads none of them', async () => {
    const parts = [
      'Content-Type: text/plain\r\n\r\nSee the picture.',
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD',
      'Content-Type: message/rfc822\r\n\r\nFrom: x@y\r\n\r\nSomebody else said this.',
    ].join('\r\n--b\r\n');
    const source = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${parts}\r\n--b--`;
    expect(await textOf(source, { attachments: 2 })).toBe('See the picture.\n📎 ×2');
  });

  it('is cut where it is huge, first by what it quotes', async () => {
    const quoted = '> the words of somebody else\r\n'.repeat(2_000);
    expect(await textOf(`${HEAD}\r\nStill dark.\r\n${quoted}`)).toBe('Still dark.');
    expect((await textOf(`${HEAD}\r\n${'dark 灯 '.repeat(40_000)}`))?.length).toBeLessThan(20_010);
  });

  it.each([
    ['an automatic answer', 'Auto-Submitted: auto-replied\r\n'],
    ['a bounce', 'Return-Path: <>\r\n'],
    ['a mailing', 'Precedence: bulk\r\n'],
    ['a report of delivery', 'Content-Type: multipart/report; boundary=x\r\n'],
  ])('is left out where it is %s', async (_, header) => {
    expect((await commentOf(`${header}${HEAD}\r\nI am away.`))?.leftOut).toBe('bot');
    expect((await commentOf(`Auto-Submitted: no\r\n${HEAD}\r\nIt is dark.`))?.leftOut).toBeUndefined();
  });

  it('is not older or newer than can be', async () => {
    const at = async (date: string) => (await commentOf(`From: a@b\r\nDate: ${date}\r\n\r\nDark.`))?.publishedAt;
    expect(await at('Thu, 1 Jan 1970 00:00:00 +0000')).toEqual(ARRIVED);
    expect(await at('Sat, 2 May 2099 00:00:00 +0000')).toEqual(ARRIVED);
    expect(await at('yesterday')).toEqual(ARRIVED);
  });

  it('costs no more than its length, and never fails', async () => {
    const started = performance.now();
    const nested = Array.from(
      { length: 200 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    );
    for (const source of [
      '',
      '\0\0\0',
      `${HEAD}${nested.join('')}`,
      `${'X: y\r\n'.repeat(40_000)}\r\nx`,
      `Subject: ${'=?utf-8?Q?a?= '.repeat(15_000)}\r\n\r\nx`,
      `${HEAD}Content-Type: text/html\r\n\r\n${'<blockquote>'.repeat(20_000)}`,
      `References: ${'<'.repeat(200_000)}\r\n\r\nx`,
      `From: ${'"a" <'.repeat(40_000)}\r\n\r\nx`,
    ])
      await readMail(raw(source));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** JIS X 0208 by way of Shift_JIS, between its escape sequences. */
function iso2022jp(text: string): Buffer {
  const escaped = [...text].flatMap((sign) => {
    const [a = 0, b = 0] = encode(sign, 'shift_jis');
    const row = (a - (a < 0xa0 ? 0x81 : 0xc1)) * 2;
    const [high, low] = b < 0x9f ? [row + 0x21, b - (b > 0x7e ? 0x20 : 0x1f)] : [row + 0x22, b - 0x7e];
    return [high, low];
  });
  return Buffer.from([0x1b, 0x24, 0x42, ...escaped, 0x1b, 0x28, 0x42]);
}
