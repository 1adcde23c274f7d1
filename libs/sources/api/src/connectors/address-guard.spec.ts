import type { lookup } from 'node:dns';
import { AddressGuard, isPublicAddress } from './address-guard';

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

describe('addresses', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700::1111', '172.32.0.1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:4136::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('"%s" is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

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
    expect(() => new AddressGuard([]).assertUrl(new URL(url))).toThrow(
      expect.objectContaining({ code: 'address-refused' }),
    );
  });

  it('refuses a public name that stands for a private address', async () => {
    await expect(look(new AddressGuard([], resolver('10.0.0.7')), 'intranet.example')).rejects.toMatchObject({
      code: 'address-refused',
      message: expect.stringContaining('FEED_ALLOWED_HOSTS=intranet.example'),
    });
  });

  it('connects to the public ones among the addresses of a name', async () => {
    const guard = new AddressGuard([], resolver('127.0.0.1', '93.184.216.34', '::1'));
    await expect(look(guard, 'mixed.example')).resolves.toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(look(guard, 'mixed.example', false)).resolves.toBe('93.184.216.34');
  });

  it('lets hosts through that the operator allows', async () => {
    const guard = new AddressGuard(['Intranet.example', '127.0.0.1'], resolver('10.0.0.7'));
    expect(() => guard.assertUrl(new URL('http://127.0.0.1/'))).not.toThrow();
    await expect(look(guard, 'intranet.example')).resolves.toEqual([{ address: '10.0.0.7', family: 4 }]);
    await expect(look(guard, 'other.example')).rejects.toMatchObject({ code: 'address-refused' });
  });
});
