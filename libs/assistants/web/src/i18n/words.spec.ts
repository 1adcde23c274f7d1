import { wordShapes } from '@moodline/shared/i18n';
import { en } from './en';
import { ja } from './ja';
import { zh } from './zh';

it.each([
  ['Chinese', zh],
  ['Japanese', ja],
])('has every word and placeholder in %s', (_, words) => expect(wordShapes(words)).toEqual(wordShapes(en)));
