import { isCommonPassword } from './common-password';

describe('isCommonPassword', () => {
  it.each([
    'password1234',
    'Password2026!',
    'qwertyuiop12',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    '987654321098',
    '138123456789',
    'moodline1234',
    'admin_admin_admin',
    'woaini520520',
    'letmein!!!!!',
  ])('refuses %s', (password) => expect(isCommonPassword(password)).toBe(true));

  it.each([
    'correct horse battery',
    'long enough 1',
    'vK3!tr9-Lm2x',
    '春眠不觉晓处处闻啼鸟夜来',
    'the test of my fathers',
  ])('takes %s', (password) => expect(isCommonPassword(password)).toBe(false));
});
