import { readVersion } from './app-version';

describe('readVersion', () => {
  it.each([
    ['2.4.1', '2.4.1'],
    [' v2.4.1 ', '2.4.1'],
    ['Version 3.0', '3.0'],
    ['版本：8.0.49', '8.0.49'],
    ['バージョン 12', '12'],
    ['２.４', '2.4'],
    ['2024.11 (4312)', '2024.11 (4312)'],
    ['Android 2.4-beta+7', 'Android 2.4-beta+7'],
  ])('keeps %j as %j', (written, kept) => expect(readVersion(written)).toBe(kept));

  it.each(['', 'n/a', 'latest', 'anna@example.com 2', '13800138000', '2.4,2.5', '=1+2', `1.${'0'.repeat(40)}`])(
    'keeps nothing of %j',
    (written) => expect(readVersion(written)).toBeNull(),
  );
});
