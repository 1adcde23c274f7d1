import { wordShapes } from '@moodline/shared/i18n';
import { sentimentJa, sentimentWords } from '../index';

it.each([
  ['Chinese', sentimentWords.zh],
  ['Japanese', sentimentJa],
])('has every word and placeholder in %s', (_, words) =>
  expect(wordShapes(words)).toEqual(wordShapes(sentimentWords.en)),
);
