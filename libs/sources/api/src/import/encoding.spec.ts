import { encode } from 'iconv-lite';
import { BROKEN, detectEncoding, TextDecoding, type Encoding } from './encoding';

const CHINESE =
  '时间,内容\n2026-05-03,这个耳机的续航真的很不错，推荐大家购买！😀\n2026-05-04,充电盒太容易刮花了，有点失望。\n';

/** Decodes in pieces, so that characters are cut everywhere. */
function decode(bytes: Buffer, size: number): { text: string; encoding: Encoding } {
  const decoding = new TextDecoding(detectEncoding(bytes.subarray(0, 64_000)));
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoding.push(bytes.subarray(at, at + size));
  text += decoding.end();
  return { text, encoding: decoding.encoding };
}

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', Buffer.from(CHINESE)],
    ['utf-8', Buffer.from(`\uFEFF${CHINESE}`)],
    ['gb18030', encode(CHINESE, 'gb18030')],
    ['utf-16le', encode(CHINESE, 'utf-16le', { addBOM: true })],
    ['utf-16be', encode(CHINESE, 'utf-16be', { addBOM: true })],
    ['utf-16le', encode(CHINESE, 'utf-16le', { addBOM: false })],
    ['utf-16be', encode(CHINESE, 'utf-16be', { addBOM: false })],
  ] as const)('is found to be %s, whichever way the bytes are cut', (encoding, bytes) => {
    for (const size of [1, 2, 3, 7, 64_000]) expect(decode(bytes, size)).toEqual({ text: CHINESE, encoding });
  });

  it.each([
    [
      'shift_jis',
      '日時,本文\n2026-05-03,このイヤホンは音がとても良くて、毎日の通勤で使っています。\n2026-05-04,充電がすぐに切れるのが残念です。\n',
    ],
    [
      'big5',
      '時間,內容\n2026-05-03,這個耳機的續航真的很不錯，推薦大家購買！\n2026-05-04,充電盒太容易刮花了，有點失望。\n',
    ],
    [
      'windows-1252',
      'date,text\n2026-05-03,Très déçu : la batterie a été changée après un mois, et l’été n’était pas fini.\n2026-05-04,Größe und Qualität überzeugen, schöne Lautstärke für unterwegs.\n',
    ],
    [
      'windows-1251',
      'id;дата;отзыв\n1;2026-03-01 10:00;Доставка late, но курьер вежливый, product ok\n2;2026-03-01 10:05;Очень плохой service, support не отвечает\n',
    ],
    ['windows-1251', 'дата;отзыв\n2026-03-01;Приложение всё время вылетает\n2026-03-02;Хорошая подписка, но дорого\n'],
    ['koi8-r', 'дата;отзыв\n2026-03-01;Приложение всё время вылетает\n2026-03-02;Хорошая подписка, но дорого\n'],
    [
      'windows-1250',
      'data;opinia\n2026-03-01;Bardzo mi się podoba, świetna jakość i łatwa obsługa\n2026-03-02;Źle działa, żałuję że kupiłem\n',
    ],
    ['windows-1253', 'ημερομηνία;σχόλιο\n2026-03-01;Πολύ καλό προϊόν, το συνιστώ\n2026-03-02;Χάλασε σε μία εβδομάδα\n'],
    [
      'windows-1254',
      'tarih;yorum\n2026-03-01;Çok beğendim, hızlı geldi, teşekkürler\n2026-03-02;Ürün bozuk çıktı, iade ettim ama şikayetçiyim\n',
    ],
  ] as const)('can be %s', (encoding, text) => {
    expect(decode(encode(text.repeat(5), encoding), 1000)).toEqual({ text: text.repeat(5), encoding });
  });

  it('is found out late when the file begins with a long stretch of ASCII', () => {
    const ascii = '2026-05-03,ok\n'.repeat(10_000);
    const bytes = Buffer.concat([Buffer.from(ascii), encode(CHINESE, 'gb18030')]);
    expect(decode(bytes, 16_000)).toEqual({ text: ascii + CHINESE, encoding: 'gb18030' });
  });

  it('marks the line whose bytes are broken and leaves the others alone', () => {
    const bytes = Buffer.concat([
      Buffer.from('前一行\n坏'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('了\n后一行 \uFFFD\n'),
    ]);
    const whole = Buffer.concat([Buffer.from(CHINESE.repeat(100)), bytes]);
    const { text, encoding } = decode(whole, 1000);
    expect(encoding).toBe('utf-8');
    expect(text.slice(CHINESE.length * 100)).toBe(`前一行\n坏${BROKEN}${BROKEN}了\n后一行 \uFFFD\n`);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['an old Excel workbook (.xls)', Buffer.from('d0cf11e0', 'hex')],
    ['no text', Buffer.from([1, 0, 0, 0, 200, 0, 3, 7, 0, 0, 0, 9])],
  ])('is refused for %s', (what, bytes) => {
    expect(() => detectEncoding(bytes)).toThrow(expect.objectContaining({ code: 'binary-file', what }));
  });
});
