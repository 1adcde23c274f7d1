import type { ReportLanguage } from '@moodline/reports/contract';
import { htmlText } from '../outputs/html-text';
import { pageStyle } from '../outputs/page-style';

/** A page of one sentence, with at most one button, for people who have no account. */
export function plainPage(
  language: ReportLanguage,
  { title, text, button }: { readonly title: string; readonly text: string; readonly button?: string },
): string {
  const form = button ? `<form method="post"><button type="submit">${htmlText(button)}</button></form>` : '';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="robots" content="noindex"><title>${htmlText(title)}</title>`,
    `<style>${pageStyle('#2f55d4', language)}button{min-height:44px;padding:8px 20px;border:0;border-radius:8px;background:#2f55d4;color:#fff;font:inherit;cursor:pointer}button:focus-visible{outline:3px solid #17191c;outline-offset:2px}</style></head>`,
    `<body><main><h1>${htmlText(title)}</h1><p>${htmlText(text)}</p>${form}</main></body></html>`,
  ].join('\n');
}
