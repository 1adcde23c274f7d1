import { WHOLE_SCOPE, type Fact } from '@moodline/narration/contract';
import { summarySections } from './summary-parts';

const fact = (id: string, kind: 'net' | 'theme'): Fact => {
  const common = { id, n: 1105, period: { from: '2026-11-01', to: '2026-11-02' }, scope: WHOLE_SCOPE, direction: null };
  return kind === 'net'
    ? { ...common, kind, value: -27, unit: 'points', citations: { commentIds: [], filter: { from: '2026-11-01' } } }
    : {
        ...common,
        kind,
        themeId: 4,
        name: 'battery life',
        value: 123,
        unit: 'comments',
        before: null,
        positive: 10,
        negative: 60,
        net: -50,
        netBefore: null,
        rose: null,
        citations: { commentIds: [], filter: { theme: 4 } },
      };
};

describe('summarySections', () => {
  it('puts sentences under what they are for, with what opens all comments behind them', () => {
    const sections = summarySections({
      facts: [fact('F1', 'net'), fact('F2', 'theme')],
      sentences: [
        { text: 'Battery.', citations: [7], facts: ['F2'], part: 'drove' },
        { text: 'Down.', citations: [7, 9], facts: ['F1'], part: 'happened' },
      ],
    });
    expect(sections.map(({ part, sentences }) => [part, sentences.map(({ behind }) => behind)])).toEqual([
      ['happened', [{ filter: { from: '2026-11-01' }, n: 1105 }]],
      ['drove', [{ filter: { theme: 4 }, n: 123 }]],
    ]);
  });

  it('opens nothing but the comment for a sentence without facts', () => {
    const [section] = summarySections({
      facts: [],
      sentences: [{ text: 'A.', citations: [1], facts: [], part: 'happened' }],
    });
    expect(section?.sentences[0]?.behind).toBeNull();
  });
});
