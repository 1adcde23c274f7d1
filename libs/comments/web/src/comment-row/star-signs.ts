/** Stars as signs, five in all: 3.5 → `★★★½☆`. Decimals are shown to the half. */
export function starSigns(stars: number): string {
  const halves = Math.round(Math.min(5, Math.max(0, stars)) * 2);
  const half = halves % 2;
  return '★'.repeat((halves - half) / 2) + (half ? '½' : '') + '☆'.repeat(5 - (halves + half) / 2);
}
