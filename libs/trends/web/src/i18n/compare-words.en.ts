import type { WordTree } from '@moodline/shared/i18n';

/** English words of the page that compares. */
export const compareEn: WordTree = {
  compare: {
    title: 'Compare',
    subtitle: 'Two periods, sources, languages or monitors side by side.',
    sides: 'What is compared',
    side: { a: 'Side A', b: 'Side B' },
    from: 'From',
    to: 'To',
    source: 'Source',
    language: 'Language',
    languages: { zh: 'Chinese', en: 'English', ja: 'Japanese', und: 'Other' },
    monitor: 'Monitor',
    all: 'All',
    allTime: 'all days',
    before: 'B: the time before A',
    yearBefore: 'B: a year before A',
    swap: 'Swap A and B',
    finding: {
      higher: 'Net mood of A is {{ points }} points higher than that of B',
      lower: 'Net mood of A is {{ points }} points lower than that of B',
      same: 'No difference in net mood beyond what chance brings',
      few: 'Too few labelled comments on one side to compare the mood',
    },
    none: 'Neither side has a comment. Choose other days.',
    figures: 'The numbers',
    figure: {
      net: 'Net mood',
      negative: 'Negative share',
      positive: 'Positive share',
      unsure: 'Unsure labels',
      comments: 'Comments',
    },
    difference: 'A against B',
    isOne: 'A difference?',
    point: '{{ points }} point',
    points: '{{ points }} points',
    verdict: { clear: 'yes, more than chance', chance: 'no, within chance', unknown: 'too few to tell' },
    rule: 'A difference counts as one when it is larger than sampling, and for net mood the labels’ own uncertainty, would bring in 95 of 100 cases. Under 20 labelled comments nothing is compared.',
    read: 'Read the comments of {{ name }}',
  },
};
