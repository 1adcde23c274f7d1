/** English words of the reports domain. */
export const en = {
  reports: {
    summary: {
      title: 'What people say',
      reading: 'Reading the comments…',
      readingOne: 'Reading 1 comment…',
      readingMany: 'Reading {{n}} comments…',
      elapsed: 'Time so far',
      cancel: 'Cancel',
      cancelled: 'The summary was cancelled. Nothing else on this page depends on it.',
      write: 'Write it now',
      failed: 'The summary could not be written.',
      retry: 'Try again',
      notEnough: 'Not enough data (n = {{n}})',
      notEnoughHint: 'A summary needs at least {{minimum}} labelled comments. Choose a longer period or fewer filters.',
      comment: 'Comment {{id}} [{{number}}]',
      behind: 'All {{n}} comments behind: {{text}}',
      all: 'All {{n}}',
      part: {
        turned: 'When it turned',
        drove: 'What is behind it',
        better: 'What people like',
        unknown: 'What is not known',
      },
      writtenBy: 'Written by {{model}} from {{n}} comments, {{time}}.',
      written: 'Written from {{n}} comments, {{time}}.',
      droppedOne: '1 sentence was left out because it did not check out.',
      droppedMany: '{{n}} sentences were left out because they did not check out.',
    },
  },
};
