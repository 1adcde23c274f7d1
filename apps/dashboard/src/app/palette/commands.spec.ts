import { type Command, matchingCommands } from './commands';

const command = (name: string): Command => ({ id: name, group: 'page', name, icon: 'overview', run: () => undefined });
const names = (query: string) =>
  matchingCommands(['Overview', 'Only App Store', 'Switch between light and dark', '只看微博'].map(command), query).map(
    ({ name }) => name,
  );

describe('matchingCommands', () => {
  it('lists everything, in order, before a word is typed', () => {
    expect(names('  ')).toEqual(['Overview', 'Only App Store', 'Switch between light and dark', '只看微博']);
  });

  it('takes words in any order and case', () => {
    expect(names('STORE only')).toEqual(['Only App Store']);
    expect(names('微博')).toEqual(['只看微博']);
  });

  it('puts names that begin with the word first', () => {
    expect(matchingCommands(['Go on', 'Only'].map(command), 'on').map(({ name }) => name)).toEqual(['Only', 'Go on']);
  });

  it('finds nothing for a word that nothing is called', () => {
    expect(names('themes')).toEqual([]);
  });
});
