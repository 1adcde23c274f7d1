import { base32, codeOf, otpauthUri, stepOf } from './totp';

// The secret and the times of RFC 6238, appendix B; the last six of its eight digits.
const SECRET = Buffer.from('12345678901234567890');

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is at second %d the one of RFC 6238', (second, code) => {
    expect(codeOf(SECRET, Math.floor(second / 30))).toBe(code);
    expect(stepOf(SECRET, code, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('is taken one step early and one step late, and no more', () => {
    const now = 1234567890_000;
    const step = Math.floor(now / 30_000);
    expect(stepOf(SECRET, codeOf(SECRET, step - 1), now)).toBe(step - 1);
    expect(stepOf(SECRET, codeOf(SECRET, step + 1), now)).toBe(step + 1);
    expect(stepOf(SECRET, codeOf(SECRET, step - 2), now)).toBeNull();
    expect(stepOf(SECRET, codeOf(SECRET, step + 2), now)).toBeNull();
  });

  it.each(['', '12345', '1234567', 'abcdef', '00592４'])('is six digits: not %j', (code) => {
    expect(stepOf(SECRET, code, 1234567890_000)).toBeNull();
  });

  it('comes from a secret that apps read as base32 (RFC 4648, chapter 10)', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)));
    expect(written).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
  });

  it('is announced by an address without anything that ends a part of it', () => {
    const uri = new URL(otpauthUri(SECRET, 'a&b@example.com', 'A:B?'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/Moodline A B?:a&b@example.com');
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: base32(SECRET), issuer: 'Moodline A B?' });
  });
});
