import type { ImportDoubt } from '@moodline/sources/contract';
import { doubtsInWords } from './import-command';

const doubt = (part: Partial<ImportDoubt>): ImportDoubt => ({
  code: 'text-column',
  columns: [],
  count: null,
  reason: null,
  message: 'Two columns could be the text.',
  choices: [],
  ...part,
});

describe('doubts on the command line', () => {
  it('name the options that take the other choice', () => {
    const choices = [
      { label: 'text', example: null, chosen: true, set: { mapping: { text: 'text' } } },
      { label: 'x', example: 'Too dear', chosen: false, set: { mapping: { text: "Ann's review" } } },
      { label: 'y', example: null, chosen: false, set: { dayOrder: 'day-first' as const, part: 'May 2026' } },
      { label: 'z', example: null, chosen: false, set: { asOf: '2026-05-03T08:00:00.000Z' } },
      { label: 'leave', example: null, chosen: false, set: { mapping: { externalId: '' } } },
    ];
    expect(doubtsInWords([doubt({ choices })])).toEqual([
      '  ? Two columns could be the text.',
      "      --map 'text=Ann'\\''s review'   (Too dear)",
      "      --day-order day-first --part 'May 2026'",
      '      --as-of 2026-05-03T08:00:00.000Z',
      "      --map 'externalId='",
    ]);
  });
});
