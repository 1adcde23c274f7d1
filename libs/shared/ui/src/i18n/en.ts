import type { WordTree } from '@moodline/shared/i18n';

/** English words of the shared widgets and of errors that any request can end in. */
export const en: WordTree = {
  ui: {
    loading: 'Loading',
    retry: 'Try again',
    close: 'Close',
    reveal: { show: 'Show', hide: 'Hide', showTyped: 'Show what was typed', hideTyped: 'Hide what was typed' },
    chart: {
      asTable: 'View as table',
      asChart: 'View as chart',
      failed: 'These numbers could not be loaded',
      points: 'Points of the chart: arrow keys go through them, Enter opens one',
      take: 'Save',
      png: 'Picture (PNG)',
      svg: 'Picture (SVG)',
      csv: 'Numbers (CSV)',
      copyPicture: 'Copy the picture',
      copyNumbers: 'Copy the numbers',
      pin: 'Pin to a report…',
      saved: 'Saved as a file',
      copied: 'Copied',
      notTaken: 'This browser did not allow it. Save the file instead.',
    },
  },
  errors: {
    unknown: 'Something went wrong that should not have. Nothing was changed; try again.',
    offline: 'The server did not answer. Nothing was changed; check that Moodline is running and try again.',
    internal: 'Something went wrong on the server. Nothing that was stored is lost; try again.',
    'bad-request': 'The server did not understand the request. Reload the page and try again.',
    'not-found': 'This is not there any more. Reload the page.',
    'too-large': 'This is larger than the server takes.',
    'method-not-allowed': 'This cannot be done here. Reload the page and try again.',
    'unsupported-type': 'The server does not read this kind of content. Reload the page and try again.',
    'takes-too-long':
      'Counting this takes too long. Choose a shorter period or fewer filters; words that you ask for often are counted beforehand when a monitor follows them.',
    'too-many-requests': 'Too many requests in a short time. Wait a minute and try again.',
    'too-many-at-once': 'Several of these are running for you already. Wait until one has ended.',
    'model-unavailable': 'The language model is not running. It is started again by itself; try again in a moment.',
    'model-writing-interrupted': 'The language model stopped in the middle of its text. Try again.',
    'model-input-too-long': 'The text is too long for the language model. Shorten it.',
    'model-unusable-answer': 'The language model gave no usable answer. Try again.',
    'model-weights-damaged':
      'A file of the language model is damaged. The server log names it and says how to restore it.',
  },
};
