const ABOUT = {
  title: { en: 'Colleague', zh: '同事', ja: '同僚' },
  purpose: {
    en: 'Writes short mails from notes on the page Colleague. A program checks each one; what fails twice is made from the notes by code.',
    zh: '在“同事”页面上把要点写成简短的邮件。程序检查每一封；两次不合格时，由程序直接用要点拼成。',
    ja: '「同僚」のページで、メモから短いメールを書きます。一通ごとにプログラムが確かめ、二度とも通らなければメモからそのまま組み立てます。',
  },
  answer: {
    en: 'A short mail in the language of the notes, with all their numbers, days and names, and nothing else.',
    zh: '一封简短的邮件，用要点的语言，包含其中所有数字、日期和姓名，不添加别的内容。',
    ja: 'メモと同じ言語の短いメール。数字・日付・名前をすべて含み、ほかのことは加えません。',
  },
  task: 'write',
} as const;

/** Turns notes into a short mail. */
export const COLLEAGUE_ROLE = {
  zh: {
    name: 'colleague-zh',
    version: 1,
    system: '根据要点写一封简短的邮件。用上所有要点，保留所有数字、日期和姓名，不要添加。',
    about: { ...ABOUT, language: 'zh', sample: '给王经理\n样品到了，左边有杂音\n周四前需要换货' },
  },
  en: {
    name: 'colleague-en',
    version: 1,
    system: 'Write a short mail from the notes. Use all notes. Keep every number, date and name. Add nothing.',
    about: {
      ...ABOUT,
      language: 'en',
      sample: 'to Anna Berg\nsample arrived, left side rattles\nneed a new one by Thursday',
    },
  },
  ja: {
    name: 'colleague-ja',
    version: 1,
    system: 'メモから短いメールを書く。すべての要点を使い、数字・日付・名前を残し、何も加えない。',
    about: { ...ABOUT, language: 'ja', sample: '田中様へ\nサンプルが届いた、左側に雑音\n木曜日までに交換希望' },
  },
} as const;
