import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { askedScope, filterOfScope, scopeOfPage } from './asked-scope';
import type { QuestionLanguage } from './question-language';
import { understand, type Surroundings } from './understanding';

const moment = Temporal.ZonedDateTime.from('2026-06-26T12:00[UTC]');
const SURROUNDINGS: Surroundings = {
  now: { today: moment.toPlainDate(), moment, first: moment.toPlainDate() },
  ...{ sources: [], monitors: [] },
  tags: [
    { id: 1, name: 'Late' },
    { id: 2, name: 'Late delivery' },
    { id: 3, name: '物流慢' },
    { id: 4, name: 'Battery' },
  ],
};
const read = (text: string, language: QuestionLanguage = 'en') => understand(text, language, SURROUNDINGS);

describe('tags that a question names', () => {
  it.each<[string, QuestionLanguage, string]>([
    ['How is the mood of comments tagged Late delivery?', 'en', 'Late delivery'],
    ['why is the tag late so negative', 'en', 'Late'],
    ['带标签物流慢的评论有多少', 'zh', '物流慢'],
    ['タグ「物流慢」の評判は？', 'ja', '物流慢'],
  ])('%s', (text, language, tag) => {
    const understood = read(text, language);
    expect(understood.tag).toBe(tag);
    const scope = askedScope(understood, { intent: 'count', labels: [] } as never, {
      base: WHOLE_SCOPE,
      sources: [],
    });
    expect(scope.tag).toBe(tag);
    expect(filterOfScope(scope, SURROUNDINGS)).toMatchObject({
      tag: SURROUNDINGS.tags?.find(({ name }) => name === tag)?.id,
    });
  });

  it('are words like others where nobody calls them tags', () => {
    const understood = read('How is the mood about battery?');
    expect(understood.tag).toBeNull();
    expect(understood.topics.length).toBeGreaterThan(0);
  });

  it('are kept from the page, and take no comment when they are gone', () => {
    expect(scopeOfPage({ tag: 4 }, SURROUNDINGS).tag).toBe('Battery');
    expect(filterOfScope({ ...WHOLE_SCOPE, tag: 'Gone' }, SURROUNDINGS).tag).toBeGreaterThan(1_000_000);
  });
});
