import { KEY_PURPOSES, permissionsOf, purposeOf } from './key-purpose';

describe('the purpose of a key', () => {
  it('read changes nothing and takes nothing out', () => {
    expect(permissionsOf('read').filter((permission) => /write|remove|forget|export|correct/.test(permission))).toEqual(
      [],
    );
    expect(permissionsOf('read')).toContain('comments.read');
  });

  it('import adds sources and monitors to it', () => {
    expect(
      permissionsOf('import')
        .filter((permission) => !permissionsOf('read').includes(permission))
        .sort(),
    ).toEqual(['monitors.write', 'sources.write']);
  });

  it.each(KEY_PURPOSES)('%s is found again by its permissions, in any order', (purpose) => {
    expect(purposeOf([...permissionsOf(purpose)].reverse())).toBe(purpose);
  });

  it('is unknown for others', () => expect(purposeOf(['comments.read'])).toBeNull());
});
