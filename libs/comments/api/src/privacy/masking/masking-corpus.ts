import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CORPUS_LANGUAGES = ['zh', 'en', 'ja'] as const;

/** A comment and what is left of it when it is masked. */
export interface MaskingCase {
  readonly language: (typeof CORPUS_LANGUAGES)[number];
  readonly text: string;
  readonly masked: string;
}

/** The written corpus: texts in which something is personal, and texts in which something looks so and is not. */
export function maskingCorpus(folder: string): MaskingCase[] {
  return CORPUS_LANGUAGES.flatMap((language) =>
    readFileSync(join(folder, `${language}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('# '))
      .map((line) => {
        const [text = '', masked = text] = line.replaceAll('\\u200b', '\u200b').split(' => ');
        return { language, text, masked };
      }),
  );
}

const MARK = /@…|\[(?:email|phone|id|card|account|ip|profile|address)\]/gu;

/** Where marks stand in the original text of a masked one, each as `start-end`. */
export function maskedSpans(text: string, masked: string): Set<string> {
  const spans = new Set<string>();
  let at = 0;
  let from = 0;
  const marks = [...masked.matchAll(MARK)];
  marks.forEach((mark, index) => {
    at += masked.slice(from, mark.index).length;
    from = mark.index + mark[0].length;
    const next = masked.slice(from, marks[index + 1]?.index ?? masked.length);
    const end = next ? text.indexOf(next, at + 1) : text.length;
    spans.add(`${at}-${end}`);
    at = end;
  });
  return spans;
}
