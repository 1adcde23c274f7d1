import type { LabellingStatus } from '@moodline/sentiment/contract';
import { labellingOutlook } from './labelling-outlook';

const status = (part: Partial<LabellingStatus>): LabellingStatus => ({
  pending: 0,
  labelled: 0,
  unscored: 0,
  commentsPerSecond: 0,
  model: 'ready',
  ...part,
});

describe('labellingOutlook', () => {
  it('is ready when none wait, also in an empty workspace', () => {
    expect(labellingOutlook(status({}))).toEqual({ state: 'ready', share: 1, secondsLeft: 0 });
  });

  it('tells share and time left from the rate', () => {
    expect(labellingOutlook(status({ pending: 30, labelled: 60, unscored: 10, commentsPerSecond: 15 }))).toEqual({
      state: 'working',
      share: 0.7,
      secondsLeft: 2,
    });
  });

  it('is not through while a single one waits', () => {
    expect(labellingOutlook(status({ pending: 2, labelled: 1_103 })).share).toBe(0.99);
  });

  it('knows no time left while nothing has been labelled lately', () => {
    expect(labellingOutlook(status({ pending: 30 })).secondsLeft).toBeNull();
  });

  it.each(['starting', 'restarting', 'failed'] as const)('puts a model that is %s before the queue', (model) => {
    expect(labellingOutlook(status({ pending: 30, model })).state).toBe(model);
    expect(labellingOutlook(status({ model })).state).toBe(model);
  });
});
