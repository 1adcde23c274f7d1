import { factSchema, type FactDraft } from './fact';
import { WHOLE_SCOPE } from './scope';

const NET: FactDraft = {
  kind: 'net',
  value: -27,
  unit: 'points',
  n: 1105,
  period: { from: '2026-10-28', to: '2026-11-26' },
  scope: WHOLE_SCOPE,
  direction: null,
  citations: { commentIds: [], filter: { from: '2026-10-28', to: '2026-11-26' } },
};

describe('factSchema', () => {
  it('reads a fact by its kind', () => {
    expect(factSchema.parse({ ...NET, id: 'F1' })).toMatchObject({ kind: 'net', value: -27 });
  });

  it.each([
    ['an id that is none', { ...NET, id: 'first' }],
    ['a kind that nobody tells', { ...NET, id: 'F1', kind: 'guess' }],
    ['a number that is not shown so', { ...NET, id: 'F1', value: -26.97 }],
    ['a day that no calendar has', { ...NET, id: 'F1', period: { from: '2026-02-30', to: '2026-03-01' } }],
    ['a share without its label', { ...NET, id: 'F1', kind: 'share', unit: 'percent', count: 3 }],
    ['an instant without its zone', { ...NET, id: 'F1', period: { from: '2026-02-01T08:00:00', to: '2026-03-01' } }],
  ])('refuses %s', (_, fact) => expect(factSchema.safeParse(fact).success).toBe(false));

  it('takes instants for periods below a day', () => {
    const period = { from: '2026-11-02T08:00:00+08:00', to: '2026-11-02T12:00:00+08:00' };
    expect(factSchema.safeParse({ ...NET, id: 'F1', period }).success).toBe(true);
  });
});
