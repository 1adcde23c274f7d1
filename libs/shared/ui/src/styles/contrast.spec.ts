import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');

function token(name: string, theme: 'light' | 'dark'): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  if (!pair) throw new Error(`tokens.css has no colour --${name}`);
  return pair[theme === 'light' ? 1 : 2] as string;
}

/** Relative luminance of WCAG 2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [high, low] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised'];
const words: [string, string][] = [
  ...['text', 'muted', 'accent', 'positive', 'negative'].flatMap((word) =>
    grounds.map((ground): [string, string] => [word, ground]),
  ),
  ['text', 'hover'],
  ['muted', 'hover'],
  ['accent', 'hover'],
  ['text', 'neutral-soft'],
  ['text', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['positive', 'positive-soft'],
  ['negative', 'negative-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];
const lines = ['accent', 'positive', 'neutral', 'negative', 'muted'].flatMap((line) =>
  grounds.map((ground): [string, string] => [line, ground]),
);

describe.each(['light', 'dark'] as const)('tokens in %s', (theme) => {
  it('computes what WCAG computes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(words)('%s can be read on %s', (word, ground) => {
    expect(contrast(token(word, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(lines)('a line in %s is seen on %s', (line, ground) => {
    expect(contrast(token(line, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
