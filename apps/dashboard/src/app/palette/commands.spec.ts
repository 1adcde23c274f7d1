import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { SessionStore } from '@moodline/accounts/web';
import { FilterStore } from '@moodline/comments/web';
import { LocaleStore } from '@moodline/shared/ui';
import { AskPanel } from '../frame/ask-panel';
import { type Command, Commands, matchingCommands } from './commands';

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

describe('Commands', () => {
  it('look for what was typed in the comments of the filter, and for nothing where nothing was', () => {
    const navigate = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { navigate } },
        { provide: SessionStore, useValue: {} },
        { provide: AskPanel, useValue: {} },
        {
          provide: FilterStore,
          useValue: {
            queryParams: (part: object) => ({ source: '3', ...part }),
            monitors: () => [],
            sources: () => [],
          },
        },
        {
          provide: LocaleStore,
          useValue: { translate: (key: string, { query }: { query: string }) => `${key} ${query}` },
        },
      ],
    });
    const commands = TestBed.inject(Commands);
    expect(commands.search('  ')).toEqual([]);
    const [search, ...others] = commands.search(' battery ');
    expect([search?.name, others]).toEqual(['shell.action.searchComments battery', []]);
    search?.run();
    expect(navigate).toHaveBeenCalledWith(['/comments'], { queryParams: { source: '3', q: 'battery' } });
  });
});
