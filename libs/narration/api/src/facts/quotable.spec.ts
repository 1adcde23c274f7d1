import { quotable } from './quotable';

describe('a comment as it stands in a sentence', () => {
  it('begins with what is said, not with whom it calls', () => {
    expect(quotable('@… @… two hours late, thanks @…')).toBe('two hours late, thanks @…');
    expect(quotable('@… @…')).toBe('@…');
  });
});
