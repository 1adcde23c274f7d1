import { WHOLE_SCOPE, type FactDraft } from '@moodline/narration/contract';
import { FactSheet } from './fact-sheet';

const count = (value: number): FactDraft => ({
  kind: 'count',
  value,
  unit: 'comments',
  n: value,
  label: null,
  period: { from: '2026-11-02', to: '2026-11-02' },
  scope: WHOLE_SCOPE,
  direction: null,
  citations: { commentIds: [], filter: null },
});

describe('FactSheet', () => {
  it('numbers facts in the order in which they are found', () => {
    const sheet = new FactSheet();
    expect(sheet.add(count(3)).id).toBe('F1');
    sheet.add(count(4));
    expect(sheet.facts.map(({ id, value }) => `${id}=${value}`)).toEqual(['F1=3', 'F2=4']);
  });
});
