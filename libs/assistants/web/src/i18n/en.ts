import { coachEn } from '../coach/coach-words.en';
import { colleagueEn, documentErrorsEn } from '../colleague/colleague-words.en';
import { triageEn } from '../triage-page/triage-words.en';
import { translationEn, translationErrorsEn } from '../translation/translation-words.en';

/** English words of the assistants domain. */
export const en = {
  try: {
    title: 'Try it',
    subtitle:
      'One small model on this machine, in two roles: it judges coldly and answers warmly. Nothing you type is stored.',
    text: 'Your text',
    placeholder: 'Type or paste a comment',
    hint: 'Each line is a text. A single one gets an answer, too.',
    samples: 'For example:',
    sample: {
      1: 'Three days on hold and still nobody answers',
      2: 'The new update made my mornings so much easier!',
      3: 'Does the case come in other colours?',
    },
    over: '{{ n }} more lines are left out: 30 at once.',
    cut: 'Of {{ n }} long lines the first 1,000 characters are read.',
    roles: {
      title: 'What you will see',
      text: 'The judge tells the mood with its probabilities, while you type. The companion answers when you stop. What makes them different is the prompt alone.',
      link: 'See all roles and their prompts',
    },
    judge: 'The judge',
    who: 'Who answers',
    companion: 'The companion',
    unsure: 'unsure',
    unsureText: 'No answer is likely enough to rely on. Such a comment goes to the review queue.',
    neutralText: 'Neither praise nor complaint.',
    byRule: 'decided by a rule, without the model',
    language: { zh: 'Chinese', en: 'English', ja: 'Japanese', und: 'Language not recognised' },
    reason: {
      'no-words': 'No label: there are no words.',
      'unsupported-language': 'No label: this language is not supported. Chinese, English and Japanese are.',
      'model-failed': 'No label: the model gave no usable number.',
      'quotes-only': 'No label: only words of others are quoted.',
      'stars-only': 'No label: stars without words.',
    },
    soon: 'Answers when you stop typing.',
    writing: 'Writing…',
    answer: 'Answer now',
    again: 'Answer again',
    stop: 'Stop',
    written: 'This answer was written by people. The model is not asked about such a text.',
    mended: 'The check changed what the model wrote, because of this:',
    flawed: 'This answer has a fault that a program can see:',
    flaw: {
      language: 'it is in another language.',
      echo: 'it says the text back.',
      repetition: 'it repeats itself.',
      cut: 'it was too long and is cut off.',
      empty: 'there is nothing in it.',
      mood: 'it is glad of a complaint.',
      stranger: 'it speaks of somebody the text does not speak of.',
      aimless: 'a sentence of it names no feeling, offers nothing, or is not about the text.',
      answer: 'it answers a question about which it knows nothing.',
      misread: 'it tells what happened otherwise than the text.',
    },
    table: { text: 'Text', label: 'Label', probability: 'Probability', kind: 'Kind' },
    asked: {
      title: 'What the model was asked',
      version: 'version {{ version }}',
      tokens: 'about {{ n }} tokens read',
      nothing: 'nothing was asked',
      time: '{{ n }} ms',
      head: 'Read up to the exit of the model behind this prompt; the probabilities come from the heads.',
    },
  },
  coach: coachEn,
  triage: triageEn,
  colleague: colleagueEn,
  translation: translationEn,
  errors: {
    ...translationErrorsEn,
    ...documentErrorsEn,
    'already-answered': 'This comment has been answered already. Nothing was sent or changed.',
    'sending-unclear':
      'An answer to this comment was being sent, and it is not known whether it arrived. Look at the original: if it stands there, press Answered; if not, send it again.',
    'person-sends': 'Answers are sent by people who are signed in. Programs may draft them.',
    'answers-not-allowed':
      'Answers cannot be sent through this source. Allow it in the settings of the source, where its site has an interface for that.',
    'too-many-snippets': 'There are 100 snippets already. Remove one first.',
    'too-many-essays': 'You keep 200 essays already. Remove one first.',
    'too-many-essay-versions': 'This essay has 20 versions already. Keep it as a new essay.',
  },
};
