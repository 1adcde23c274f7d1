import { promisesIn, type PromiseFlaw } from './promises';

describe('an answer that promises', () => {
  it.each<[string, 'zh' | 'en' | 'ja', PromiseFlaw]>([
    ['We will refund you right away.', 'en', 'money'],
    ["We'll send you a free replacement.", 'en', 'money'],
    ['A full refund is on its way.', 'en', 'money'],
    ['Your refund has been processed.', 'en', 'money'],
    ['We can offer you a discount on the next order.', 'en', 'money'],
    ['我们会为您办理退款。', 'zh', 'money'],
    ['马上给您补发一个新的。', 'zh', 'money'],
    ['可以送您一张优惠券。', 'zh', 'money'],
    ['返金の手続きを進めます。', 'ja', 'money'],
    ['新品と交換いたします。', 'ja', 'money'],
    ['We will look into it within 24 hours.', 'en', 'date'],
    ['It will be fixed by Friday.', 'en', 'date'],
    ['The update comes next week.', 'en', 'date'],
    ['我们会在三天内处理。', 'zh', 'date'],
    ['明天就能修好。', 'zh', 'date'],
    ['3営業日以内にご連絡します。', 'ja', 'date'],
    ['来週には直ります。', 'ja', 'date'],
    ['This was our mistake.', 'en', 'fault'],
    ['We take full responsibility for it.', 'en', 'fault'],
    ['这是我们的失误。', 'zh', 'fault'],
    ['确实是我们没做好。', 'zh', 'fault'],
    ['弊社の不手際でご迷惑をおかけしました。', 'ja', 'fault'],
    ['Call us at 555-1234.', 'en', 'invented'],
    ['Write to help@example.com.', 'en', 'invented'],
    ['请拨打400热线。', 'zh', 'invented'],
  ])('%s (%s): %s', (text, language, flaw) => expect(promisesIn(text, 'it broke', language)).toContain(flaw));

  it.each<[string, string, 'zh' | 'en' | 'ja']>([
    ["We're sorry about the longer trip. Please DM us your trip number and we will look into it.", 'long trip', 'en'],
    ['We read that you want your money back. Please send us the order number by private message.', 'refund', 'en'],
    ['We cannot promise a refund here, but we will look into it.', 'I want a refund', 'en'],
    ['Waiting since Tuesday is long. Please send us your order number.', 'nothing since Tuesday', 'en'],
    ['The 20% by noon you see is not what we want.', 'it drops to 20% by noon', 'en'],
    ['吹风机冒烟，让您受惊了。请把订单号私信给我们，我们马上核实。', '吹风机用了两次就冒烟', 'zh'],
    ['退款的事请私信订单号，我们来核实。', '要求退款', 'zh'],
    ['您等了三天，久等了。请私信订单号。', '等了三天没人回', 'zh'],
    ['返金はお約束できませんが、確認いたします。注文番号をDMでお知らせください。', '返金して', 'ja'],
    ['ご不便をおかけして申し訳ございません。注文番号をDMでお知らせください。', '壊れた', 'ja'],
  ])('is not seen in %s', (text, comment, language) => expect(promisesIn(text, comment, language)).toEqual([]));
});
