import { headResults, type HeadRow } from './head-results';

const row = (language: string, gold: HeadRow['gold'], said: HeadRow['said']): HeadRow => ({ language, gold, said });

describe('how right the heads beside the mood are', () => {
  it('counts per head and language what the set knows and the machine said', () => {
    const results = headResults([
      row('zh', { emotion: 'joy', kind: 'ad' }, { emotion: 'joy', kind: 'news' }),
      row('en', { emotion: 'joy', kind: null }, { emotion: 'anger', kind: 'ad' }),
      row('en', { emotion: 'fear', kind: 'wish' }, { emotion: 'fear', kind: 'wish' }),
      row('en', { emotion: 'none', kind: 'wish' }, { emotion: null, kind: null }),
    ]);
    expect(results?.emotion).toMatchObject({
      accuracy: { n: 3, correct: 2 },
      byLanguage: { en: { n: 2, correct: 1 }, zh: { n: 1, correct: 1 } },
    });
    expect(results?.kind).toMatchObject({ accuracy: { n: 2, correct: 1 } });
  });

  it('says nothing where no head was asked', () => {
    expect(headResults([row('en', { emotion: 'joy', kind: 'ad' }, { emotion: null, kind: null })])).toBeUndefined();
  });
});
