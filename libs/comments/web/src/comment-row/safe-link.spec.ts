import { safeLink } from './safe-link';

describe('safeLink', () => {
  it.each(['https://example.com/a?b=1#c', 'http://example.com'])('keeps %s', (link) =>
    expect(safeLink(link)).toBe(link),
  );
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '/api/demo',
    '//example.com',
    'example.com',
    '',
    null,
  ])('drops %j', (link) => expect(safeLink(link)).toBeNull());
});
