import type { Language } from '@moodline/shared/contract';
import type { QuestionLanguage } from '../question/question-language';

const NAMES: Readonly<Record<QuestionLanguage, Readonly<Record<Language, string>>>> = {
  zh: { zh: '中文评论', en: '英文评论', ja: '日文评论', und: '其他语言' },
  en: { zh: 'Chinese', en: 'English', ja: 'Japanese', und: 'Other languages' },
  ja: { zh: '中国語', en: '英語', ja: '日本語', und: 'その他の言語' },
};

/** What the comments of a language are called in an answer. */
export const languageName = (code: Language, language: QuestionLanguage): string => NAMES[language][code];

const DAYS: Readonly<Record<QuestionLanguage, Readonly<Record<string, string>>>> = {
  zh: { weekend: '周末', 'other-days': '周一至周五' },
  en: { weekend: 'the weekend', 'other-days': 'Monday to Friday' },
  ja: { weekend: '週末', 'other-days': '平日' },
};

/** What weekends and the other days are called in an answer; other names as they are. */
export const rowNameOf = (name: string, language: QuestionLanguage): string => DAYS[language][name] ?? name;
