import { readFileSync } from 'node:fs';
import type { LanguageModel } from '@moodline/language-model/api';
import { LABELS, labelSchema, type Label } from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import * as z from 'zod';
import { askLabels, type LabelAsker } from '../ask-labels';
import { calibrate, calibrationOf, mostProbable, type LanguageCalibration } from '../calibration/calibration';
import { fitCalibration } from '../calibration/fit';
import { SHIPPED_VERSIONS } from '../prompts/shipped-versions';
import { clausesAbout } from './brand-clauses';
import { halfOf } from './sample';

/** What a comment that names two brands says of one of them. */
export interface BrandJudgement {
  readonly language: Language;
  readonly text: string;
  readonly brand: string;
  readonly other: string;
  readonly gold: Label;
}

/** Asks for the mood towards a brand; the brand stands before the comment, so that one prefix serves all. */
const TOWARDS: LabelAsker = {
  name: 'label-towards',
  version: 1,
  system:
    '你是一个冷酷的情感分析师。评论里提到不止一个品牌。只判断评论对指定品牌的情感,只输出一个词:POSITIVE、NEGATIVE 或 NEUTRAL。',
};

/** Reads the pairs: one row a comment, with both brands and the label towards each. */
export function readBrandJudgements(path: string): BrandJudgement[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [language, text = '', brand = '', label, other = '', otherLabel] = line.split('\t');
    const about = { language: z.enum(LANGUAGES).parse(language), text };
    return [
      { ...about, brand, other, gold: labelSchema.parse(label) },
      { ...about, brand: other, other: brand, gold: labelSchema.parse(otherLabel) },
    ];
  });
}

/** Tries ways to tell the mood towards each of two brands in a comment. @returns a table: as they are on all, and fitted on one half for the other */
export async function tryBrandLabels(model: LanguageModel, rows: readonly BrandJudgement[]): Promise<string> {
  const clauses = rows.map(({ text, brand, other }) => clausesAbout(text, brand, [brand, other]));
  const whole = rows.map(({ text }) => text);
  const ways: readonly (readonly [string, LabelAsker, readonly string[]])[] = [
    ['the whole comment, heads', SHIPPED_VERSIONS.head, whole],
    ['the whole comment, prompt', SHIPPED_VERSIONS.prompt, whole],
    ['a prompt with the name of the brand', TOWARDS, rows.map(({ text, brand }) => `品牌:${brand}\n评论:${text}`)],
    ['the name before the comment, heads', SHIPPED_VERSIONS.head, rows.map(({ text, brand }) => `${brand}: ${text}`)],
    ['clause by clause, heads', SHIPPED_VERSIONS.head, clauses],
    ['clause by clause, prompt', SHIPPED_VERSIONS.prompt, clauses],
  ];
  const lines: string[] = [];
  for (const [name, asker, texts] of ways) {
    const answers = await askLabels(model, asker, { texts });
    const said = rows.map((row, index) => ({ ...row, mood: answers[index]?.mood ?? [0, 1, 0] }));
    const own = asker === SHIPPED_VERSIONS.head ? SHIPPED_VERSIONS.head.calibration : null;
    const asItIs = (row: (typeof said)[number]) => calibrationOf(own, model.status().model, row.language);
    const dev = said.filter(({ text }) => halfOf(text) === 'dev');
    const fitted = fitCalibration(
      dev.map(({ gold, mood }) => ({
        probabilities: mood,
        gold: LABELS.indexOf(gold),
        possible: LABELS.map(() => true),
        weight: 1,
      })),
    );
    const test = said.filter(({ text }) => halfOf(text) === 'test');
    const byLanguage = (['zh', 'en', 'ja'] as const).map((language) =>
      share(
        said.filter((row) => row.language === language),
        asItIs,
      ),
    );
    lines.push(
      `| ${name} | ${share(said, asItIs)} | ${byLanguage.join(' | ')} | ${share(test, () => ({ ...fitted, unsureBelow: 0 }))} |`,
    );
  }
  const test = rows.filter(({ text }) => halfOf(text) === 'test').length;
  return `| way | right of ${rows.length} | zh | en | ja | fitted, ${test} kept out |\n|---|---|---|---|---|---|\n${lines.join('\n')}`;
}

type Said = BrandJudgement & { readonly mood: readonly number[] };

function share(rows: readonly Said[], calibration: (row: Said) => LanguageCalibration): string {
  const right = rows.filter((row) => mostProbable(calibrate(row.mood, calibration(row))) === row.gold);
  return (right.length / rows.length).toFixed(3);
}
