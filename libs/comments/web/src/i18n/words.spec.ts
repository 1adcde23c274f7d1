import { mergeWords, wordShapes } from '@moodline/shared/i18n';
import { filterWords } from '../filter/filter-words';
import { monitorWords } from '../monitors/monitor-words';
import { tagWords } from '../tags/tag-words';
import { en } from './en';
import { ja } from './ja';
import { zh } from './zh';

const words = mergeWords([{ en, zh }, filterWords, monitorWords, tagWords]);

it.each([
  ['Chinese', words.zh],
  ['Japanese', ja],
])('has every word and placeholder in %s', (_, tree) => expect(wordShapes(tree)).toEqual(wordShapes(words.en)));
