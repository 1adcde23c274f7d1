import type { Label } from '@moodline/comments/contract';
import { mostRepresentative } from './representative';
import type { SampledComment } from './sampled-comment';

let id = 0;
const said = (label: Label, text: string): SampledComment => ({
  ...{ id: ++id, text, form: text, language: 'en', label, engagement: 0, sourceId: 1, group: id },
});

describe('the most representative comments', () => {
  const complaints = ['hour delay at the gate', 'delay again, gate changed', 'gate closed after a delay'];
  const praise = ['lovely crew and a quick check-in', 'the crew was lovely, thanks', 'quick boarding, lovely crew'];
  const sarcasm = 'really, a delay of an hour and another gate';

  it('of a label are those that speak like others with it, not like the complaints around them', () => {
    const members = [
      ...complaints.flatMap((text) => [said('negative', text), said('negative', `${text} today`)]),
      said('positive', sarcasm),
      ...praise.map((text) => said('positive', text)),
    ];
    const found = mostRepresentative(members, { label: 'positive' });
    expect(found).toHaveLength(4);
    expect(found.at(-1)?.text).toBe(sarcasm);
  });

  it('of no label are those that speak like most', () => {
    const members = [
      ...complaints.map((text) => said('negative', text)),
      said('positive', 'nothing to do with it all'),
    ];
    expect(mostRepresentative(members, { label: null }).at(-1)?.label).toBe('positive');
  });
});
