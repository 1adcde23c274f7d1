import { isMisread, turnsPerson } from './restated-comment';

describe('a sentence tells what happened as the comment does', () => {
  it.each([
    ['en', "We're sorry your app crashes every time.", 'App crashes every time I open my photos'],
    ['en', "We're sorry you were charged twice.", 'I was charged twice for the same month'],
    ['en', "We're sorry the coupons do not work.", 'None of the coupons in the app actually work'],
    ['en', "We're sorry the glasses are broken.", 'One of the six glasses arrived broken'],
    ['en', "We're sorry the technician came late.", 'Technician was booked for the morning and came at five'],
    ['en', "We're glad you like the new update.", 'The new update made my mornings so much easier!'],
    ['en', 'We are sorry to read this: “nobody could explain it”.', 'Shelf said 99, nobody could explain it'],
    ['zh', '更新后闪退五次，相册打不开，很抱歉。', '更新之后闪退了五次，相册也打不开'],
    ['zh', '快递显示已签收，您根本没有收到，很抱歉。', '快递显示已签收，可我根本没收到'],
    ['zh', '鞋子穿了一周就开胶，让您失望了，很抱歉。', '鞋子穿了一周就开胶，太失望了'],
    ['zh', '您提到的“老人看不懂”，我们看到了，很抱歉给您带来不便。', '说明书全是英文，老人看不懂'],
  ] as const)('%s: %s', (language, sentence, comment) => expect(isMisread(sentence, comment, language)).toBe(false));
});

describe('a sentence tells otherwise', () => {
  it.each([
    ['en', "We're sorry you did not tell us.", 'You cancelled my booking and did not even tell me'],
    ['en', "We're sorry your map was sent down a dead end.", 'Your map sent me down a dead end'],
    ['en', "We're sorry your map sent you down a dead end.", 'Your map sent me down a dead end'],
    ['en', "We're sorry the size does not fit like a 6.", 'Size 8 fits like a 6'],
    ['en', "We're sorry the till did not explain it to the shelf.", 'Shelf said 99, the till could not explain it'],
    ['en', "We're sorry your money was cancelled.", 'The gym took my money after I cancelled the membership'],
    ['en', "We're sorry the ads are too short.", 'Four ads before one short video'],
    ['en', "We're sorry your case was delivered to you.", "My case was 'delivered' according to you. Not to me."],
    ['en', "We're sorry three days on hold and nobody answered.", 'Three days on hold and still nobody answers'],
    ['en', "We're sorry your dog is so quiet.", 'We had to say goodbye to our dog this morning, the house is so quiet'],
    ['en', "We're sorry your exam was so hard.", 'Failed the exam by three points again'],
    ['zh', '卖家把汤洒了，影响您吃了，很抱歉。', '外卖送到的时候汤全洒了，饭也凉了'],
    ['zh', '收到验证码后，您还没收到，很抱歉。', '注册时收不到验证码，试了一晚上'],
    ['zh', '说明书是英文，您没有用中文下单，很抱歉。', '说明书全是英文，老人看不懂'],
    ['zh', '充到一半壳子，影响您使用，很抱歉。', '充电宝充到一半壳子鼓起来了，我现在不敢碰它'],
    ['zh', '领导被骂，很抱歉。', '今天被领导当众骂了，好想哭'],
    ['zh', '包装盒太小，杯子碎了，很抱歉。', '包装盒压扁了，里面的杯子碎了一个'],
  ] as const)('%s: %s', (language, sentence, comment) => expect(isMisread(sentence, comment, language)).toBe(true));
});

it.each([
  ['You laughed at your idea.', 'My team laughed at my idea', true],
  ['You laughed at your boss.', 'I laughed at my boss', false],
  ['You waited all day.', 'They said two o’clock and I waited all day', false],
] as const)('%s of “%s” turns round who did it: %s', (sentence, comment, is) =>
  expect(turnsPerson(sentence, comment)).toBe(is),
);
