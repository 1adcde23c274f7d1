import { linkGone, UNSUBSCRIBE_WORDS } from './unsubscribe-words';

describe('a link that leads nowhere', () => {
  it('says so in English, Chinese and Japanese: nobody knows who follows it', () => {
    for (const { gone } of Object.values(UNSUBSCRIBE_WORDS)) expect(linkGone()).toContain(gone);
    expect(Object.keys(UNSUBSCRIBE_WORDS)).toEqual(['en', 'zh', 'ja']);
  });
});
