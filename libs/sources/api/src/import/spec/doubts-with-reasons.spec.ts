import { doubtsOf } from '../import-doubts';
import { lines, readExport } from './read-export';

/** A table of twelve rows; a column is made of the number of the row. */
const table = (columns: Readonly<Record<string, (row: number) => string>>) =>
  lines(
    Object.keys(columns).join(','),
    ...Array.from({ length: 12 }, (_, row) =>
      Object.values(columns)
        .map((of) => of(row))
        .join(','),
    ),
  );

const day = (row: number) => `2026-03-${String(row + 1).padStart(2, '0')} 10:00`;
const leaks = (row: number) => `The lid of cup ${row} leaks on me`;
const again = (row: number) => `I would buy number ${row} again and again`;

async function doubtOf(content: string, code: string) {
  const { reading } = await readExport(content);
  return doubtsOf(reading).find((doubt) => doubt.code === code);
}

describe('doubts say why a column was taken', () => {
  it.each<[string, Record<string, (row: number) => string>, string, RegExp]>([
    [
      'two usual names whose texts differ alike',
      { comment: leaks, review: again, date: day },
      'usual-name',
      /"comment" is taken, which is the more usual name\.$/,
    ],
    [
      'a name beside one that says nothing',
      { comment: leaks, note: (row) => `${again(row)} because it is so very well made`, date: day },
      'named',
      /"comment" is taken, whose name says what it holds\.$/,
    ],
    [
      'a column that says the same again and again',
      { comment: (row) => leaks(row % 5), review: again, date: day },
      'differs-more',
      /"review" is taken, which differs most from row to row\.$/,
    ],
    [
      'two questions of a form',
      { 'What annoys you?': leaks, 'What would help?': (row) => `${again(row)} with a better lid`, date: day },
      'longer',
      /"What would help\?" is taken, in which more is written\.$/,
    ],
    [
      'a question that fewer people answered',
      { 'What annoys you?': leaks, 'What would help?': (row) => (row % 3 ? again(row) : ''), date: day },
      'more-filled',
      /"What annoys you\?" is taken, which is filled in more rows\.$/,
    ],
  ])('%s', async (_, columns, reason, message) => {
    const doubt = await doubtOf(table(columns), 'text-column');
    expect(doubt).toMatchObject({ reason, message: expect.stringMatching(message) as string });
  });

  it('of two columns of times as well', async () => {
    const doubt = await doubtOf(table({ comment: leaks, a: (row) => day(row % 3), b: day }), 'time-column');
    expect(doubt).toMatchObject({ reason: 'differs-more' });
  });
});
