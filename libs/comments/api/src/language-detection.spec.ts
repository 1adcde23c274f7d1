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

  it.each([
    'La batería dura poco, no lo recomiendo',
    '¡Excelente servicio!',
    'Der Akku hält nur zwei Stunden',
    'Sehr gut',
    'Très déçu, la livraison a pris un mois',
    'merci beaucoup, tout est parfait',
    'Adorei, chegou antes do prazo',
    'Ottimo prodotto, consigliato',
    'Barangnya bagus, pengiriman cepat',
    'Sản phẩm rất tốt, giao hàng nhanh',
    'Çok güzel bir ürün, tavsiye ederim',
    'Bardzo dobry telefon, polecam',
  ])('takes no other language in Latin letters for English: %s', (text) => expect(detectLanguage(text)).toBe('und'));

  it.each([
    'wow',
    'nooooo',
    'lol same',
    'ty!!!',
    'Nice café, good déjà vu vibes',
    'gr8 phone m8',
    'u r so mean smh',
    'Super',
    'I die for this hat',
    'Apple Watch Series 9',
    'thx @señor_lopez',
  ])('keeps short and sloppy English: %s', (text) => expect(detectLanguage(text)).toBe('en'));
});
