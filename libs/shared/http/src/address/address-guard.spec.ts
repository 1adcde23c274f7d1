import { isPublicAddress } from './address-guard';

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
