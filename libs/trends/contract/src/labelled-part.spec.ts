import { labelledPart } from './labelled-part';

describe('labelledPart', () => {
  it('lets labels stand for all comments where nearly all are labelled, be they few', () => {
    expect([labelledPart({ n: 3, comments: 3 }), labelledPart({ n: 155, comments: 156 })]).toEqual(['all', 'all']);
  });

  it('keeps them to the labelled ones while a file is being labelled, and says nothing of a handful', () => {
    expect(labelledPart({ n: 21, comments: 803 })).toBe('part');
    expect([labelledPart({ n: 6, comments: 803 }), labelledPart({ n: 0, comments: 3 })]).toEqual(['few', 'few']);
  });
});
