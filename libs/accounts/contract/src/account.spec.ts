import { newPasswordSchema, PASSWORD_LENGTH, PASSWORD_LONGEST } from './account';

const taken = (password: string) => newPasswordSchema.safeParse(password).success;

describe('a new password', () => {
  it(`has ${PASSWORD_LENGTH} to ${PASSWORD_LONGEST} characters, of any kind and without rules of composition`, () => {
    expect([11, 12, 64, 128, 129].map((length) => taken([...'长 x💡'.repeat(40)].slice(0, length).join('')))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is kept as it was typed, spaces at its ends included', () => {
    expect(newPasswordSchema.parse('  two  spaces  ')).toBe('  two  spaces  ');
  });
});
