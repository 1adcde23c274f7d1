import type { Language } from '@moodline/shared/contract';
import { isGladOfComplaint } from './wrong-mood';

describe('a reply that is glad of a complaint', () => {
  it.each<[Language, string]>([
    ['ja', '予約が勝手にキャンセルされ、うれしいですね。'],
    ['zh', '快递丢了，真让人开心！'],
    ['en', 'That is great. Do you want to talk about it?'],
  ])('is seen in %s: %s', (language, reply) => {
    expect(isGladOfComplaint(reply, 'negative', language)).toBe(true);
    expect(isGladOfComplaint(reply, 'positive', language)).toBe(false);
    expect(isGladOfComplaint(reply, undefined, language)).toBe(false);
  });

  it.each<[Language, string]>([
    ['en', 'I would be happy to listen. It is not great to wait so long.'],
    ['zh', '等了三天还没人回，换谁都不会很高兴。'],
    ['ja', '返事が来ないのは、うれしくないですよね。'],
    ['en', 'Waiting is hard. Would it help to write it down?'],
  ])('is not every reply with such a word (%s: %s)', (language, reply) =>
    expect(isGladOfComplaint(reply, 'negative', language)).toBe(false),
  );
});
