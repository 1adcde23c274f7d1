import { wordKeys } from '@moodline/shared/i18n';
import { chatWords } from './chat.words';

describe('chatWords', () => {
  it('says everything in both languages', () => {
    expect(wordKeys(chatWords.zh)).toEqual(wordKeys(chatWords.en));
  });
});
