import { tidy, unwrapped, type Block, type ReadDocument } from './block';

const FORM_FEED = '\f';

/** Paragraphs of a plain text, between empty lines. A form feed begins a page. */
export function readText(text: string): ReadDocument {
  const pages = text.split(FORM_FEED).map((page) => tidy(page));
  const numbered = pages.length > 1;
  const blocks = pages.flatMap((page, index): Block[] =>
    page
      .split(/\n\n+/u)
      .map((paragraph) => unwrapped(paragraph.split('\n')))
      .filter(Boolean)
      .map((paragraph) => ({ page: numbered ? index + 1 : null, heading: '', text: paragraph })),
  );
  const emptyPages = numbered ? pages.filter((page) => !page).length : 0;
  return { blocks, pages: numbered ? pages.length : null, emptyPages };
}
