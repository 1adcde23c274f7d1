import { detectLanguage } from './language-detection';

describe('detectLanguage', () => {
  it.each([
    ['续航崩了，退货', 'zh'],
    ['Pebblo Air 真香', 'zh'],
    ['battery is dead', 'en'],
    ['バッテリーがすぐ切れる', 'ja'],
    ['音質最高です', 'ja'],
    ['😭😭😭', 'und'],
    ['1234', 'und'],
    ['батарея умерла', 'und'],
    ['배터리가 죽었어요', 'und'],
    ['看这里 https://example.com/very/long/path', 'zh'],
  ])('reads %s as %s', (text, language) => expect(detectLanguage(text)).toBe(language));
});
