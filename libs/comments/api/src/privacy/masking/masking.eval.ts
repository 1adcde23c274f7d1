import { join } from 'node:path';
import { maskPersonalData } from './masking';
import { CORPUS_LANGUAGES, maskedSpans, maskingCorpus, type MaskingCase } from './masking-corpus';

const CORPUS = maskingCorpus(join(__dirname, 'corpus'));

/** How much of what is marked is personal, and how much of what is personal is marked: spans that are equal to the character. */
function measure(cases: readonly MaskingCase[]) {
  const score = { lines: cases.length, right: 0, marked: 0, personal: 0 };
  for (const { text, masked } of cases) {
    const [got, wanted] = [maskedSpans(text, maskPersonalData(text)), maskedSpans(text, masked)];
    score.marked += got.size;
    score.personal += wanted.size;
    score.right += [...got].filter((span) => wanted.has(span)).length;
  }
  return { ...score, precision: score.right / score.marked, recall: score.right / score.personal };
}

describe('masking on its written corpus', () => {
  it('marks what is personal and nothing else', () => {
    const rows = [...CORPUS_LANGUAGES, 'all' as const].map((language) => ({
      language,
      ...measure(CORPUS.filter((line) => language === 'all' || line.language === language)),
    }));
    const print = (value: number) => value.toFixed(3);
    const lines = rows.map(
      ({ language, lines, personal, marked, precision, recall }) =>
        `${language.padEnd(8)} ${[lines, personal, marked].map((count) => String(count).padStart(8)).join(' ')} ${print(precision).padStart(9)} ${print(recall).padStart(6)}`,
    );
    process.stdout.write(`${['language    lines personal   marked precision recall', ...lines].join('\n')}\n`);
    const all = rows.at(-1);
    expect(all?.precision).toBeGreaterThanOrEqual(0.98);
    expect(all?.recall).toBeGreaterThanOrEqual(0.98);
  });
});
