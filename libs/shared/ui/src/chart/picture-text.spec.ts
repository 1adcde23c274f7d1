import { shortened, wrapped } from './picture-text';

/** Every sign is ten wide. */
const context = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics };

describe('wrapped', () => {
  it('breaks between words, and leaves what fits on one line', () => {
    expect(wrapped(context, 'Fell to −40', 200)).toEqual(['Fell to −40']);
    expect(wrapped(context, 'Fell to −40 on 31 October', 120)).toEqual(['Fell to −40', 'on 31', 'October']);
  });

  it('breaks Chinese and Japanese, which have no spaces, and begins no line with a stop', () => {
    const lines = wrapped(context, '净情绪降到−40，此后一直偏低。', 60);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('净情绪降到−40，此后一直偏低。');
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  it('has no line for no text', () => expect(wrapped(context, '', 100)).toEqual([]));
});

describe('shortened', () => {
  it('leaves the end out of what is too long, and nothing of what fits', () => {
    expect(shortened(context, 'App Store', 100)).toBe('App Store');
    expect(shortened(context, 'App Store reviews', 100)).toBe('App Store…');
  });
});
