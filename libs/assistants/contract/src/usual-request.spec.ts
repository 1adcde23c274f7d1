import { asksForUsual } from './usual-request';

describe('a request asks for what support usually asks for', () => {
  it.each([
    ['en', 'Please DM us your order number and a photo so we can check.', true],
    ['en', 'Please send us your device model and app version so we can check.', true],
    ['en', 'Please DM us the store and the time, and we will check.', true],
    ['en', 'Please DM us your school and the time you missed.', false],
    ['en', "Please DM us your child's name and the cake you are using, and we will check.", false],
    ['en', 'Please stop by our store.', false],
    ['zh', '请把订单号和照片私信给我们，我们马上核实。', true],
    ['zh', '请把订单号和扣款时间私信给我们，我们来核实。', true],
    ['zh', '请把孩子和老师私信给我们，我们马上了解情况。', false],
    ['zh', '请告诉我们是哪一件衣服，我们帮您查。', false],
    ['ja', '注文番号をDMでお知らせください。', true],
  ] as const)('%s %s: %s', (language, sentence, is) => expect(asksForUsual(sentence, language)).toBe(is));
});
