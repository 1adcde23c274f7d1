import { passwordStrength } from './password-strength';

describe('passwordStrength', () => {
  it.each([
    ['', 'refused'],
    ['vK3!tr9-Lm2', 'refused'],
    ['password1234', 'refused'],
    ['aaaaaaaaaaaa', 'refused'],
    ['kettlebridge', 'weak'],
    ['monkeybusiness1', 'weak'],
    ['kettlebridgekettlebridgekettlebridge', 'weak'],
    ['kettle bridge', 'fair'],
    ['kettlebridge19', 'fair'],
    ['correct horse battery', 'strong'],
    ['correcthorsebatterystaple', 'fair'],
    ['vK3!tr9-Lm2x', 'strong'],
    ['昨天下午我们在河边看书', 'refused'],
    ['昨天下午我们在河边看书喝茶', 'strong'],
  ] as const)('%j is %s', (password, strength) => expect(passwordStrength(password)).toBe(strength));

  it('never falls when words are added', () => {
    const order = ['refused', 'weak', 'fair', 'strong'];
    const words = ['lamp', 'river', 'seven', 'copper', 'violin'];
    const grown = words.map((_, index) => order.indexOf(passwordStrength(words.slice(0, index + 1).join(' '))));
    expect(grown).toEqual([...grown].sort());
    expect(grown.at(-1)).toBe(3);
  });

  it.each(['ab', 'a1B!', '  ', 'passwor'])('does not rise by saying %j again', (part) =>
    expect(passwordStrength(part.repeat(128 / part.length))).not.toBe('strong'),
  );
});
