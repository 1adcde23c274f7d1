import type { ReportLanguage } from '@moodline/reports/contract';

interface UnsubscribeWords {
  readonly title: string;
  readonly ask: (report: string, address: string) => string;
  readonly button: string;
  readonly done: (report: string) => string;
  readonly gone: string;
}

/** What is said to people who have no account and follow a link of a mail. */
export const UNSUBSCRIBE_WORDS: Readonly<Record<ReportLanguage, UnsubscribeWords>> = {
  en: {
    title: 'Stop this report',
    ask: (report, address) => `Do you want no more mails with the report “${report}” to ${address}?`,
    button: 'Stop sending it',
    done: (report) => `Done. The report “${report}” is not sent to you any more.`,
    gone: 'This link does not lead anywhere any more. Ask who sent it to you for a new one.',
  },
  zh: {
    title: '退订报告',
    ask: (report, address) => `确定不再向 ${address} 发送报告“${report}”吗？`,
    button: '退订',
    done: (report) => `已退订。报告“${report}”不会再发送给您。`,
    gone: '此链接已失效，请向发送者索取新链接。',
  },
  ja: {
    title: 'レポートの配信停止',
    ask: (report, address) => `${address} へのレポート「${report}」の配信を停止しますか。`,
    button: '配信を停止する',
    done: (report) => `停止しました。レポート「${report}」は今後送信されません。`,
    gone: 'このリンクは無効です。送信者に新しいリンクをお尋ねください。',
  },
};

/** For somebody of whom nothing is known: that a link leads nowhere, in each language of the product. */
export const linkGone = (): string =>
  Object.values(UNSUBSCRIBE_WORDS)
    .map(({ gone }) => gone)
    .join(' ');
