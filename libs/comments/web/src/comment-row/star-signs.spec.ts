import { starSigns } from './star-signs';

describe('starSigns', () => {
  it.each([
    [1, '★☆☆☆☆'],
    [3.5, '★★★½☆'],
    [4.4, '★★★★½'],
    [5, '★★★★★'],
    [7, '★★★★★'],
  ])('%d → %s', (stars, signs) => expect(starSigns(stars)).toBe(signs));
});
