import { readSelection, writeSelection } from './comment-selection';

describe('a selection in an address', () => {
  it.each([
    {
      title: 'Negative on 5 May',
      selection: { filter: { from: '2026-05-05', to: '2026-05-05', label: ['negative'] } },
    },
    { title: '3 comments', selection: { ids: [4, 8, 15] } },
    { title: 'Copies', selection: { filter: { monitor: 3 }, narrowing: { alike: 7 } } },
  ] as const)('is read as it was written: $title', (titled) => {
    expect(readSelection(writeSelection(titled as never))).toEqual(titled);
  });

  it.each(['', '{', '[]', '{"title":"x"}', '{"title":"x","selection":{"ids":[-1]}}', 'null'])(
    'is nothing where the address was damaged: %s',
    (text) => expect(readSelection(text)).toBeNull(),
  );
});
