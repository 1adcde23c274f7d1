import iconv from 'iconv-lite';
import { BROKEN } from '../../import/encoding';
import { decodeText } from './decoding';

const feed = (text: string, encoding?: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss><channel><title>${text}</title></channel></rss>`;
const bytes = (text: string, encoding: string) => iconv.encode(text, encoding);

describe('the encoding of an answer', () => {
  const mixed = 'Batterie déçu “très” 电池好';

  it.each([
    '',
    'text/xml; charset=ISO-8859-1',
    'text/xml; charset=us-ascii',
    'text/xml; charset=gbk',
    'text/xml; charset=unheard-of',
  ])('is UTF-8 where it reads as UTF-8, whatever is said: %s', (said) => {
    expect(decodeText(Buffer.from(feed(mixed, 'UTF-8')), said)).toContain(mixed);
    expect(decodeText(Buffer.from(feed(mixed)), said)).toContain(mixed);
  });

  it.each([
    ['gbk', '电池很差，充一次电只能用两个小时', 'text/xml; charset=utf-8', 'utf-8'],
    ['gbk', '电池很差', '', 'utf-8'],
    ['gbk', '电池很差，充一次电只能用两个小时', 'text/xml; charset=iso-8859-1', undefined],
    ['shift_jis', 'バッテリーがすぐに切れる、最悪です', 'text/xml; charset=utf-8', 'utf-8'],
    ['gbk', '联通', 'text/xml; charset=gbk', 'gbk'],
    ['gbk', '电池很差', 'text/xml', 'gb2312'],
    ['shift_jis', '電池', 'text/xml; charset=Shift_JIS', undefined],
    ['euc-kr', '배터리가 나빠요', 'text/xml; charset=euc-kr', undefined],
    ['big5', '電池很差', 'text/xml; charset=utf-8', 'big5'],
    ['windows-1252', 'Très déçu de la “batterie”', 'text/xml; charset=iso-8859-1', undefined],
    ['windows-1252', 'Très déçu', 'text/xml; charset=utf-8', 'windows-1252'],
    ['windows-1251', 'Батарея плохая', 'text/xml; charset=windows-1251', undefined],
  ])('is %s where that is what decodes: %s (%s, %s)', (encoding, text, said, declared) =>
    expect(decodeText(bytes(feed(text, declared), encoding), said)).toContain(text),
  );

  it('marks what cannot be read, and nothing else', () => {
    const damaged = Buffer.concat([
      Buffer.from(`<title>${'电池很好，续航没有问题。'.repeat(60)}</title><item>`),
      Buffer.from([0xe7, 0x94]),
      Buffer.from('</item><item>好</item>'),
    ]);
    const text = decodeText(damaged, 'text/xml; charset=utf-8');
    expect(text).toContain(`<item>${BROKEN}</item><item>好</item>`);
  });

  it('is told by a byte order mark', () =>
    expect(decodeText(iconv.encode(mixed, 'utf-16le', { addBOM: true }), 'text/xml; charset=utf-8')).toBe(mixed));
});
