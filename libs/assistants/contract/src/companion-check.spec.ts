import { asksForFact, companionFlaws } from './companion-check';
import { KNOWS_NO_FACTS } from './companion-words';
import { mendReply } from './reply-mending';

describe('a question of fact', () => {
  it.each([
    ['Does this charger work in Japan?', 'neutral', true],
    ['会议改到几点了？', 'neutral', true],
    ['ケースは他の色もありますか', 'neutral', true],
    ['Why does this always happen to me?', 'neutral', false],
    ['Why is this so bad?', 'negative', false],
    ['It is a charger.', 'neutral', false],
  ] as const)('%s (%s): %s', (text, label, is) => expect(asksForFact(text, label)).toBe(is));

  it('gets no answer that the model invents', () => {
    const to = { text: 'Does this charger work in Japan?', language: 'en', label: 'neutral', cut: false } as const;
    const raw = 'Chargers work in Japan, but they are not in the same country.';
    expect(companionFlaws(raw, to)).toContain('answer');
    expect(mendReply(raw, to)).toBe(KNOWS_NO_FACTS.en);
    expect(companionFlaws(KNOWS_NO_FACTS.en, to)).toEqual([]);
  });
});

describe('a reply of the companion', () => {
  it.each([
    ['zh', '奶奶住院了，我请假被领导说了一顿', '妈妈住院了，你一定很担心。', 'stranger'],
    ['zh', '新买的锅用一次就粘底，说明书还说不粘', '说明书不讲不粘，你又买了几次？', 'aimless'],
    ['en', 'I waited in all day', 'One small step is to ask your friend how you feel.', 'aimless'],
    ['en', 'My team laughed at my idea', 'You laughed at your idea.', 'aimless'],
    ['en', 'My team laughed at my idea, then used it anyway', 'You used it anyway.', 'aimless'],
    ['en', 'He waited for me in the rain', 'You waited in the rain.', 'aimless'],
    ['ja', 'やっと内定が出た', '内定が出なかったのは、つらいですね。', 'aimless'],
    ['ja', '隣の工事の音で赤ちゃんが眠れません', 'すぐに近くにいると、いいですね。', 'aimless'],
  ] as const)('%s: %s → %s: %s', (language, text, reply, flaw) =>
    expect(companionFlaws(reply, { text, language, label: 'negative', cut: false })).toContain(flaw),
  );

  it('may say what the text says of its writer', () => {
    const to = { text: 'I laughed at my boss', language: 'en', label: 'negative', cut: false } as const;
    expect(companionFlaws('You laughed at your boss, that is hard.', to)).toEqual([]);
  });

  it.each([
    ['en', 'I trained for the marathon and pulled a muscle', 'A long training period is hard.', 'negative', 'misread'],
    [
      'zh',
      '带了三年的徒弟今天辞职了，走之前没跟我说一声',
      '带徒弟走之前没告诉他一声，真的很烦。',
      'negative',
      'misread',
    ],
    ['ja', '十年ぶりに友達から手紙が来た', '友達に手紙が届きましたね！', 'positive', 'misread'],
    ['en', 'My sister called me back', 'I hope you feel better soon.', 'positive', 'mood'],
  ] as const)('%s: of “%s” does not say %s', (...[language, text, reply, label, flaw]) =>
    expect(companionFlaws(reply, { text, language, label, cut: false })).toContain(flaw),
  );

  it.each([
    [
      'en',
      'Three days on hold and still nobody answers',
      'Three days on hold and nobody answers, that is really frustrating.',
    ],
    ['zh', '客服把我的电话挂了三次，第四次说系统升级', '客服把电话挂了三次，第四次说“系统升级”，真的很抱歉。'],
    ['ja', '予約したのに席がないと言われた', '予約に席がないと、とても不安になります。'],
  ] as const)('%s: of “%s” says %s', (language, text, reply) =>
    expect(companionFlaws(reply, { text, language, label: 'negative', cut: false })).toEqual([]),
  );

  it('asks nothing out of nothing where a text has no mood', () => {
    const to = { text: '快递明天到', language: 'zh', label: 'neutral', cut: false } as const;
    expect(companionFlaws('明天早上想送什么？', to)).toEqual(['aimless']);
    expect(mendReply('明天早上想送什么？', to)).toMatch(/^“快递明天到”，我读到了。/u);
    expect(companionFlaws('快递明天就到了，你在等什么？', to)).toEqual([]);
  });

  it('loses what has a flaw and keeps the rest', () => {
    const to = { text: '奶奶住院了，我请假被领导说了一顿', language: 'zh', label: 'negative', cut: false } as const;
    expect(mendReply('妈妈住院了，你一定很担心。请先休息一下，好吗？', to)).toMatch(
      /^“.*”，确实让人不好受。请先休息一下，好吗？$/u,
    );
  });

  it('is not glad where the label is unsure', () => {
    const text = 'My team laughed at my idea in the meeting, then used it anyway';
    const to = { text, language: 'en', label: 'positive', isUnsure: true, cut: false } as const;
    expect(companionFlaws('That is how it is. That is great!', to)).toEqual(['mood']);
  });
});
