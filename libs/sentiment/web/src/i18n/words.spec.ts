import { wordKeys } from '@moodline/shared/i18n';
import { sentimentWords } from '../index';

it('has every word in both languages', () => expect(wordKeys(sentimentWords.zh)).toEqual(wordKeys(sentimentWords.en)));
