import type { DocumentQuote } from '@moodline/assistants/contract';
import type { Spoken } from './question-terms';

const SILENT: Readonly<Record<Spoken, string>> = {
  zh: '文档里没有提到。',
  en: 'The documents do not say.',
  ja: '資料には書かれていません。',
};
const EMPTY: Readonly<Record<Spoken, string>> = {
  zh: '还没有文档可查。',
  en: 'There are no documents to look in yet.',
  ja: '調べられる資料がまだありません。',
};

/** What is said where nothing is quoted. */
export const withoutQuote = (status: 'silent' | 'empty', language: Spoken): string =>
  (status === 'silent' ? SILENT : EMPTY)[language];

const SAID: Readonly<Record<Spoken, (name: string, page: number | null, text: string) => string>> = {
  zh: (name, page, text) => `《${name}》${page === null ? '' : `第 ${page} 页`}：“${text}”`,
  en: (name, page, text) => `${name}${page === null ? '' : `, page ${page}`}: “${text}”`,
  ja: (name, page, text) => `『${name}』${page === null ? '' : `${page}ページ`}：「${text}」`,
};

/** Quotes with where they stand, in the language of the question. */
export const quotedAnswer = (quotes: readonly DocumentQuote[], language: Spoken): string =>
  quotes.map(({ document, page, text }) => SAID[language](document, page, text)).join('\n');
