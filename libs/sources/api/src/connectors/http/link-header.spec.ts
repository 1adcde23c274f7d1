import { Headers } from 'undici';
import { linkTo } from './link-header';

const next = (link: string) => linkTo('next', new Headers({ link }))?.href;

describe('the header Link', () => {
  it.each([
    ['<https://a.example/p?max_id=5>; rel="next"', 'https://a.example/p?max_id=5'],
    ['<https://a.example/1>; rel="prev", <https://a.example/3>; rel="next"', 'https://a.example/3'],
    ['<https://a.example/3?ids=1,2;3>; title="x"; rel=next', 'https://a.example/3?ids=1,2;3'],
    ['<https://a.example/3>; rel="last next"', 'https://a.example/3'],
    ['<https://a.example/1>; rel="prev"', undefined],
    ['<no address>; rel="next"', undefined],
    ['', undefined],
  ])('%s', (link, address) => {
    expect(next(link)).toBe(address);
  });
});
