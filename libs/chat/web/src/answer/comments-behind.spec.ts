import { fact } from '../testing/chat-fixtures';
import { commentsBehind } from './comments-behind';

describe('commentsBehind', () => {
  it('prefers single comments to the filter', () => {
    expect(commentsBehind(fact({ citations: { commentIds: [3], filter: { q: 'x' } } }))).toEqual({ ids: [3] });
    expect(commentsBehind(fact({ citations: { commentIds: [], filter: { q: 'x' } } }))).toEqual({ filter: { q: 'x' } });
    expect(commentsBehind(fact({ citations: { commentIds: [], filter: null } }))).toBeNull();
  });
});
