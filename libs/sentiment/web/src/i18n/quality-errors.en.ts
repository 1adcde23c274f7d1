import type { WordTree } from '@moodline/shared/i18n';

/** English words of the errors of labelled sets and evaluations. */
export const qualityErrorsEn: WordTree = {
  errors: {
    'set-too-large': 'A labelled set may have at most 20,000 rows and 32 MB. Nothing was stored; split the file.',
    'set-unreadable':
      'The file cannot be read as a table or as JSON Lines. Nothing was stored; save it as CSV in UTF-8 and try again.',
    'set-columns':
      'The file needs a column with texts and one with labels; call them text and label. Nothing was stored.',
    'set-ambiguous':
      'The labels are only 0 and 1, and 0 can mean negative or neutral. Write words, or 1, 0 and -1. Nothing was stored.',
    'set-empty': 'No row of the file has both a text and a label that is understood. Nothing was stored.',
    'set-name-taken': 'There is a set of that name already. Choose another name.',
    'evaluation-empty': 'There is nothing to measure by yet. Judge some comments in the review queue first.',
    'evaluation-model':
      'That model does not label at the moment, and not all of its labels are stored. Choose it in the settings first.',
  },
};
