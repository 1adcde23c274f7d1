import type { WordTree } from '@moodline/shared/i18n';

/** English words of the review queue. */
export const reviewEn: WordTree = {
  sentiment: {
    review: {
      title: 'Review queue',
      subtitle:
        'The least certain labels first, unlike those you have judged; every fourth comment is drawn at random, to tell how right all labels are.',
      progress: '{{today}} of {{goal}} today',
      today: '{{today}} today',
      current: 'Comment to judge',
      question: 'What is it?',
      asIs: 'as the machine says',
      undo: 'Undo',
      skip: 'Skip',
      left: '{{count}} not judged yet',
      judged: 'Judged just now',
      failed: 'The queue could not be loaded',
      empty: {
        title: 'Nothing waits for your word',
        text: 'Labelled comments that nobody has judged come here, the doubtful ones first. Your word then counts in every chart, and the quality page shows how often the machine agrees with you.',
        done: 'All judged',
        doneText: 'You have judged every labelled comment in this filter. New ones come here as they are labelled.',
        quality: 'See the quality',
        clear: 'Clear filter',
        example: 'Example: “Great, it broke again” is labelled positive at 41%. Press 3, and it counts as negative.',
      },
    },
  },
};
