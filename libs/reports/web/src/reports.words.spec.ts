import { wordKeys } from '@moodline/shared/i18n';
import { reportsWords } from './reports.words';

describe('reportsWords', () => {
  it('says everything in both languages', () => {
    expect(wordKeys(reportsWords.zh)).toEqual(wordKeys(reportsWords.en));
  });
});
