import { hasJsonBody } from './request-rules';

describe('which bodies are parsed as JSON', () => {
  it.each([
    ['/api/imports', false],
    ['/api/imports/', false],
    ['/api/imports/mappings', true],
    ['/api/labelled-sets', false],
    ['/api/hooks/7', false],
    ['/api/monitors', true],
  ])('%s: %s', (path, parsed) => expect(hasJsonBody(path, 'application/json; charset=utf-8')).toBe(parsed));

  it('parses nothing of another type', () => expect(hasJsonBody('/api/monitors', 'text/plain')).toBe(false));
});
