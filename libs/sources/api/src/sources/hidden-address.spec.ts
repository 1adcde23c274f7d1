import type { Source } from '@moodline/sources/contract';
import { forActor } from './hidden-address';

const source = {
  url: 'https://user:pw@feeds.example:8443/private/TOKEN.xml?key=SECRET#x',
  movedTo: 'https://new.example/private/TOKEN.xml',
  config: { url: 'https://feeds.example/private/TOKEN.xml?key=SECRET', items: '$.data' },
  name: 'News',
} as unknown as Source;

describe('the address of a source', () => {
  it('is the site alone for people who may not change sources', () => {
    expect(forActor(source, { role: 'viewer' })).toEqual({
      name: 'News',
      config: {},
      url: 'https://feeds.example:8443',
      movedTo: 'https://new.example',
    });
    expect(forActor({ ...source, url: 'no address' }, { role: 'viewer' }).url).toBeNull();
  });

  it.each(['owner', 'analyst'] as const)('is whole for an %s', (role) => {
    expect(forActor(source, { role })).toBe(source);
  });
});
