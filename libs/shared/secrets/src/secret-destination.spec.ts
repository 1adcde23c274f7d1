import { assertSameDestination } from './secret-destination';

describe('the place a stored secret goes to', () => {
  const before = { url: 'https://shop.example/api?page=1', header: 'Authorization' };
  const keep = (next: object) => () => assertSameDestination(['key'], before, { ...before, ...next });

  it.each([
    ['host', { url: 'https://evil.example/api' }],
    ['port', { url: 'https://shop.example:8443/api' }],
    ['scheme', { url: 'http://shop.example/api' }],
    ['header', { header: 'X-Leak' }],
    ['address that is none', { url: 'https://' }],
    ['user in front of another host', { url: 'https://shop.example@evil.example/api' }],
  ])('may not get another %s', (_, next) => {
    expect(keep(next)).toThrow(expect.objectContaining({ code: 'secret-missing' }));
  });

  it.each([
    ['path and query', { url: 'https://shop.example/other?x=1' }],
    ['case', { url: 'HTTPS://SHOP.example:443/api', header: 'authorization' }],
  ])('is the same with another %s', (_, next) => {
    expect(keep(next)).not.toThrow();
  });

  it('does not matter where no secret stays', () => {
    expect(() => assertSameDestination([], before, { url: 'https://evil.example' })).not.toThrow();
  });
});
