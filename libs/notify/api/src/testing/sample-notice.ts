import type { Notice } from '@moodline/notify/contract';

/** For specs: a notice with everything in it, and words that would be markup somewhere. */
export const sampleNotice: Notice = {
  language: 'en',
  tone: 'bad',
  title: 'Negative share at 46 %: nimbus phone',
  paragraphs: ['Of 412 comments since 3 May 14:00, 190 are negative; usual at this hour are 18 %.'],
  facts: [
    { name: 'Negative', value: '46 % (usual 18 %)' },
    { name: 'Theme', value: 'battery_life *2.4*' },
  ],
  quotes: [
    {
      text: 'Dead by noon <script>alert(1)</script> @everyone <!channel> <at id=all></at> [free](https://evil.example)',
      by: 'Forum · ♥ 812',
      url: 'https://forum.example/t/1?a=1&b=(2)',
    },
    { text: '电池半天就没了 `rm -rf` #失望#', by: '微博', url: null },
  ],
  link: { words: 'Open the alert', url: 'https://mood.example.com/alerts/7?from=mail&x=1' },
};

/** For specs: one that no message of a robot takes as a whole. */
export const longNotice: Notice = {
  ...sampleNotice,
  paragraphs: ['一'.repeat(9_000), 'short'],
  quotes: Array.from({ length: 30 }, (_, index) => ({
    text: `${index} ${'"\\引'.repeat(300)}`,
    by: 'Forum',
    url: null,
  })),
};
