import { quotable } from './quotable';

describe('a comment as it stands in a sentence', () => {
  it('begins with what is said, not with whom it calls', () => {
    expect(quotable('@… @… two hours late, thanks @…')).toBe('two hours late, thanks @…');
    expect(quotable('.@… can you help?')).toBe('can you help?');
    expect(quotable('@… @…')).toBe('@…');
  });

  it('is cut where a word ends, and not after what leads to the next one', () => {
    expect(quotable('It goes from six hours to forty minutes', 26)).toBe('It goes from six hours to…');
    expect(quotable("That's it. That's all there is", 15)).toBe("That's it…");
    expect(quotable('他以前散步都戴着听评书，现在又拎回那个小喇叭了', 13)).toBe('他以前散步都戴着听评书…');
  });
});
