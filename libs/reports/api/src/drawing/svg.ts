import { htmlText } from '../outputs/html-text';
import type { Drawing, Shape } from './drawing';

const round = (value: number) => Math.round(value * 100) / 100;

/** A drawing for a page, in whose fonts it is written. It grows and shrinks with its column. */
export function svgOf({ width, height, alternative, shapes }: Drawing): string {
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${htmlText(alternative)}" xmlns="http://www.w3.org/2000/svg">`,
    ...shapes.map(element),
    '</svg>',
  ].join('');
}

function element(shape: Shape): string {
  if (shape.kind === 'rect') {
    const { at, width, height, fill } = shape;
    return `<rect x="${round(at[0])}" y="${round(at[1])}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
  }
  if (shape.kind === 'line') {
    const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
    const dash = shape.dash ? ` stroke-dasharray="${shape.dash.join(' ')}"` : '';
    return `<polyline points="${points}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}" stroke-linejoin="round"${dash}/>`;
  }
  if (shape.kind === 'circle') {
    const { at, radius, fill, stroke } = shape;
    return `<circle cx="${round(at[0])}" cy="${round(at[1])}" r="${radius}" fill="${fill}" stroke="${stroke}"/>`;
  }
  const { at, text, size, fill, anchor, bold } = shape;
  return `<text x="${round(at[0])}" y="${round(at[1])}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''}>${htmlText(text)}</text>`;
}
