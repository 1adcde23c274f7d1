import { monitorRulesSchema } from '../monitors/monitor';
import { searchOf } from './search-of-rules';

const search = (part: Record<string, unknown>) => searchOf(monitorRulesSchema.parse(part));

describe('searchOf', () => {
  it('says in the language of the search box what rules take', () => {
    expect(
      search({ any: { words: ['电池', 'customer service'] }, all: { words: ['acme*'] }, none: { words: ['hiring'] } }),
    ).toBe('电池 OR "customer service" acme* -hiring');
  });

  it('names the forms of a word', () => {
    expect(search({ any: { words: ['box'], wordForms: true } })).toContain('box OR boxes');
  });

  it.each([
    { any: { words: ['Apple'], exactCase: true } },
    { any: { words: ['a1'] }, languages: ['zh'] },
    { any: { words: Array.from({ length: 60 }, (_, index) => `word${index}`) } },
  ])('has none for what the search box cannot say', (part) => expect(search(part)).toBeNull());
});
