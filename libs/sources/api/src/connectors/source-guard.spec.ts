import type { lookup } from 'node:dns';
import type { AddressGuard } from '@moodline/shared/http';
import { sourceGuard } from './source-guard';

/** A resolver that knows one name. */
const resolver = (...addresses: string[]) =>
  ((_: string, __: object, callback: (error: null, found: object[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup;

const look = (guard: AddressGuard, host: string, all = true) =>
  new Promise((resolve, reject) =>
    guard.lookup(host, { all }, (error, address) => (error ? reject(error) : resolve(address))),
  );

describe('the guard', () => {
  it.each([
    'ftp://example.com/feed',
    'file:///etc/passwd',
    'http://user:secret@example.com/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]:5432/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
  ])('refuses %s before anything is connected', (url) => {
    expect(() => sourceGuard([]).assertUrl(new URL(url))).toThrow(expect.objectContaining({ code: 'address-refused' }));
  });

  it('refuses a public name that stands for a private address', async () => {
    await expect(look(sourceGuard([], resolver('10.0.0.7')), 'intranet.example')).rejects.toMatchObject({
      code: 'address-refused',
      message: expect.stringContaining('FEED_ALLOWED_HOSTS=intranet.example'),
    });
  });

  it('connects to the public ones among the addresses of a name', async () => {
    const guard = sourceGuard([], resolver('127.0.0.1', '93.184.216.34', '::1'));
    await expect(look(guard, 'mixed.example')).resolves.toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(look(guard, 'mixed.example', false)).resolves.toBe('93.184.216.34');
  });

  it('lets hosts through that the operator allows', async () => {
    const guard = sourceGuard(['Intranet.example', '127.0.0.1'], resolver('10.0.0.7'));
    expect(() => guard.assertUrl(new URL('http://127.0.0.1/'))).not.toThrow();
    await expect(look(guard, 'intranet.example')).resolves.toEqual([{ address: '10.0.0.7', family: 4 }]);
    await expect(look(guard, 'other.example')).rejects.toMatchObject({ code: 'address-refused' });
  });
});
