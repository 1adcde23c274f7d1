/** English words of translations. */
export const translationEn = {
  title: 'Translation',
  translate: 'Translate',
  again: 'Translate again',
  stop: 'Stop',
  writing: 'Translating…',
  leaves: 'The text goes to {{ host }}',
  by: 'Translated by a model; the comment itself counts',
  none: 'The model did not translate this comment.',
  tooSmall: 'The bundled model is too small to translate well.',
  choose: 'Choose a larger one for writing',
  flaw: {
    language: 'What it wrote is in another language.',
    echo: 'It said the comment back.',
    repetition: 'It repeats itself.',
    cut: 'It was too long and is cut off.',
    empty: 'There is nothing in it.',
    numbers: 'A number of the comment is not in the translation: compare them.',
  },
};

export const translationErrorsEn = {
  'translation-needs-model':
    'The bundled model is too small to translate well. Choose a larger model for writing in the settings.',
};
