import { wordShapes } from '@moodline/shared/i18n';
import { sentimentWords } from '../sentiment.words';
import { ja } from './ja';

it.each([
  ['Chinese', sentimentWords.zh],
  ['Japanese', ja],
])('has every word and placeholder in %s', (_, words) =>
  expect(wordShapes(words)).toEqual(wordShapes(sentimentWords.en)),
);
