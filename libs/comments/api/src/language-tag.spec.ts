import { languageOfTag } from './language-tag';

describe('language tags of other tools', () => {
  it.each([
    ...['en', 'eng', 'EN', 'en-US', 'en_GB', 'en_US.UTF-8', 'eng-Latn', 'English', 'english (US)', '英语'].map(
      (tag) => [tag, 'en'],
    ),
    ...[
      'zh',
      'zho',
      'chi',
      'cmn',
      'cmn-Hans',
      'zh_TW',
      'zh-Hant-HK',
      'zh-CN',
      'ZH',
      'yue',
      'cn',
      'schinese',
      'Chinese (Simplified)',
      '中文',
      '简体中文',
      '中文（简体）',
    ].map((tag) => [tag, 'zh']),
    ...['ja', 'jpn', 'jp', 'ja-JP', 'Japanese', '日本語'].map((tag) => [tag, 'ja']),
    ...['de', 'deu', 'ger', 'fr-CA', 'ko', 'kor', 'pt_BR', 'German', 'hin'].map((tag) => [tag, 'und']),
  ])('%s is %s', (tag, language) => expect(languageOfTag(tag)).toBe(language));

  it.each([
    '',
    ' ',
    'und',
    'UND',
    'und-Latn',
    'mul',
    'zxx',
    'mis',
    'qam',
    'qme',
    'unknown',
    'null',
    'auto',
    'n/a',
    '-',
    'zz9',
  ])('"%s" says nothing, so the text is looked at', (tag) => expect(languageOfTag(tag)).toBeNull());
});
