import { wordKeys } from '@moodline/shared/i18n';
import { en } from './en';
import { zh } from './zh';

it('has every word in both languages', () => expect(wordKeys(zh)).toEqual(wordKeys(en)));
