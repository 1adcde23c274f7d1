import type { MoodParagraph, ReadEssay } from '@moodline/assistants/contract';
import { classCsv, meanMood } from './class-csv';

const paragraph = (positive: number, negative: number): MoodParagraph => ({
  text: 'Text.',
  label: positive > negative ? 'positive' : 'negative',
  unsure: false,
  probabilities: { positive, negative, neutral: 1 - positive - negative },
});
const none: MoodParagraph = { text: '…', label: null, unsure: false, probabilities: null };
const essay = (paragraphs: MoodParagraph[], advice = ''): ReadEssay => ({
  ...{ language: 'en', words: 7, written: null, paragraphs },
  advice: advice ? [{ paragraph: 0, quote: 'q', text: advice, rule: 'detail' }] : [],
});

describe('a class as CSV', () => {
  it('has a line an essay, with the mood of each paragraph', () => {
    const csv = classCsv(
      [{ name: 'Mei', text: '', essay: essay([paragraph(0.9, 0), none, paragraph(0.1, 0.6)]) }],
      ['a', 'b'],
    );
    expect(csv).toBe('\uFEFFa,b\r\nMei,7,3,20,1,0,1,90 | – | -50,\r\n');
  });

  it('lets no name and no advice be a formula', () => {
    const csv = classCsv(
      [{ name: '=HYPERLINK("http://x")', text: '', essay: essay([paragraph(0, 0.5)], '@SUM(A1), "quoted"') }],
      ['a'],
    );
    const [, line] = csv.split('\r\n');
    expect(line).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",/);
    expect(line).toContain(`"'@SUM(A1), ""quoted"""`);
  });

  it('does not take one negative paragraph for a formula', () => {
    const csv = classCsv([{ name: 'Ann', text: '', essay: essay([paragraph(0, 0.5)]) }], ['a']);
    expect(csv).toContain(",-50,0,0,1,'-50,");
  });
});

it('the mean mood leaves out what has none', () => {
  expect(meanMood(essay([paragraph(0.5, 0), none]))).toBe(0.5);
  expect(meanMood(essay([none]))).toBeNull();
});
