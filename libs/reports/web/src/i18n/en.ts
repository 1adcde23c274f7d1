/** English words of the reports domain. */
export const en = {
  reports: {
    summary: {
      title: 'What people say',
      reading: 'Reading the comments…',
      readingOne: 'Reading 1 comment…',
      readingMany: 'Reading {{n}} comments…',
      elapsed: 'Time so far',
      slow: 'The model runs on this machine, so this can take half a minute.',
      cancel: 'Cancel',
      cancelled: 'The summary was cancelled. Nothing else on this page depends on it.',
      write: 'Write it now',
      failed: 'The summary could not be written.',
      retry: 'Try again',
      notEnough: 'Not enough data (n = {{n}})',
      notEnoughHint: 'A summary needs at least {{minimum}} labelled comments. Choose a longer period or fewer filters.',
      nothingHeld: 'No sentence held up',
      nothingHeldHint:
        'The model read {{n}} comments, but nothing it wrote could be backed by them. The numbers on this page are not affected.',
      comment: 'Comment {{id}} [{{number}}]',
      behind: 'Comments behind: {{text}}',
      writtenBy: 'Written by {{model}} from {{n}} comments, {{time}}.',
      written: 'Written from {{n}} comments, {{time}}.',
      droppedOne: '1 sentence was left out because it did not check out.',
      droppedMany: '{{n}} sentences were left out because they did not check out.',
    },
  },
};
