import type { EvaluationPart, EvaluationResult } from '@moodline/sentiment/contract';
import { LABELS } from '@moodline/comments/contract';
import { breakdown, evaluate } from './metrics';
import { HEADS, headScore, type HeadName } from './head-scores';
import type { JudgedText } from './judged-text';

/** A table as lines of text; the first column stands to the left, all others to the right. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return [line(headings), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const decimal = (value: number | null) => (value === null ? '–' : value.toFixed(3));
const percent = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
const interval = ({ value, low, high }: EvaluationPart['accuracy']) =>
  value === null ? '–' : `${decimal(value)} [${decimal(low)}, ${decimal(high)}]`;

/** Headings of a row of {@link partRow}; "as it is" stands for the model before calibration. */
const PART_COLUMNS = [
  '',
  'n',
  'unscored',
  'accuracy [95 %]',
  'as it is',
  'macro-F1',
  'as it is',
  'ECE',
  'as it is',
  'log loss',
  'as it is',
  'unsure',
  'without unsure',
];

/** Everything an evaluation of a set shows: the model as it is beside the calibrated one, by language, source and kind, and where it errs. */
export function evaluationReport(raw: readonly JudgedText[], calibrated: readonly JudgedText[]): string {
  const [before, after] = [evaluate(raw), evaluate(calibrated)];
  const groups = (by: (row: JudgedText) => string) => {
    const asItIs = breakdown(raw, by);
    return Object.entries(breakdown(calibrated, by)).map(([name, part]) =>
      partRow(
        name,
        part,
        asItIs[name],
        calibrated.filter((row) => by(row) === name),
      ),
    );
  };
  const kinds = new Set(calibrated.map(({ kind }) => kind));
  const rows = [
    partRow('all', after, before, calibrated),
    ...groups(({ language }) => language),
    ...(Object.keys(after.bySource).length > 1 ? groups(({ source }) => source) : []),
    ...(kinds.size > 1 ? groups(({ kind }) => kind) : []),
  ];
  return [
    table(PART_COLUMNS, rows),
    '',
    'right label (rows) by predicted label (columns), calibrated',
    table(
      ['', ...LABELS, 'recall'],
      LABELS.map((label, row) => [
        label,
        ...(after.confusion[row] ?? []).map(String),
        decimal(after.labels[row]?.recall ?? null),
      ]),
    ),
    '',
    'reliability, calibrated',
    reliability(after),
    ...heads(raw, calibrated),
  ].join('\n');
}

/** What the heads beside the mood say, for sets that tell what is right. */
function heads(raw: readonly JudgedText[], calibrated: readonly JudgedText[]): string[] {
  const languages = [...new Set(calibrated.map(({ language }) => language))].sort();
  return (Object.keys(HEADS) as HeadName[]).flatMap((head) => {
    const line = (name: string, of: (row: JudgedText) => boolean) => {
      const score = headScore(calibrated.filter(of), head);
      if (!score) return [];
      const before = headScore(raw.filter(of), head);
      const parts = [score.accuracy, score.macroF1, score.calibrationError, before?.calibrationError ?? null];
      return [
        [
          name,
          String(score.n),
          ...parts.map(decimal),
          ...HEADS[head].map((option) => decimal(score.f1[option] ?? null)),
        ],
      ];
    };
    const rows = [
      ...line('all', () => true),
      ...languages.flatMap((language) => line(language, (row) => row.language === language)),
    ];
    if (!rows.length) return [];
    const columns = [
      '',
      'n',
      'accuracy',
      'macro-F1',
      'ECE',
      'as it is',
      ...HEADS[head].map((option) => `F1 ${option}`),
    ];
    return ['', head, table(columns, rows)];
  });
}

function partRow(
  name: string,
  after: EvaluationPart,
  before: EvaluationPart | undefined,
  members: readonly JudgedText[],
): string[] {
  const scored = members.filter(({ predicted }) => predicted);
  const sure = scored.filter(({ unsure }) => !unsure);
  return [
    name,
    String(after.rows),
    String(after.unscored),
    interval(after.accuracy),
    decimal(before?.accuracy.value ?? null),
    decimal(after.macroF1),
    decimal(before?.macroF1 ?? null),
    decimal(after.calibrationError),
    decimal(before?.calibrationError ?? null),
    decimal(after.logLoss),
    decimal(before?.logLoss ?? null),
    percent(scored.length - sure.length, scored.length),
    percent(sure.filter(({ gold, predicted }) => gold === predicted).length, sure.length),
  ];
}

function reliability({ reliability: bins }: EvaluationResult): string {
  const used = bins.filter(({ n }) => n);
  return table(
    ['probability', 'n', 'said', 'right'],
    used.map(({ low, high, n, confidence, accuracy }) => [
      `${low.toFixed(1)}–${high.toFixed(1)}`,
      String(n),
      decimal(confidence),
      decimal(accuracy),
    ]),
  );
}
