import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, MoodKind, Telling } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, isLevel } from '../passage';
import { against, LABEL_NAMES, measureName, rowName, shown } from './words';

/** 「前の期間の−4を下回り」のように、数値の前に置く比較。 */
function since(rest: Telling['rest'], f: Formats): string {
  const change = along(rest, 'change');
  if (!change) return '';
  const before = shown(change.measure, change.before, f);
  if (!change.clear)
    return isLevel(change)
      ? `（${against(change, f)}の${before}とほぼ同水準）`
      : `（${against(change, f)}は${before}で、明確な変化とは言えません）`;
  return `（${against(change, f)}は${before}）`;
}

const fell = (value: number) => (value < 0 ? '下がりました' : '上がりました');

const parts = (fact: FactOf<'change'>, f: Formats) => ({
  name: measureName(fact.measure, fact.label),
  before: shown(fact.measure, fact.before, f),
  now: shown(fact.measure, fact.now, f),
  then: against(fact, f),
});

/** 件数は増減、そのほかは上下で言う。 */
const verb = ({ measure, value }: FactOf<'change'>): string =>
  measure === 'count' || measure === 'average' ? (value < 0 ? '減りました' : '増えました') : fell(value);

const CHANGE: FormsOf<MoodKind>['change'] = [
  ({ fact, f, lead }) => {
    const { name, before, now, then } = parts(fact, f);
    return fact.clear
      ? `${lead}${name}は${then}の${before}から${now}に${verb(fact)}`
      : isLevel(fact)
        ? `${lead}${name}は${now}で、${then}の${before}との差は誤差の範囲です`
        : `${lead}${name}は${then}の${before}から${now}になりましたが、件数が少なく偶然かもしれません`;
  },
  ({ fact, f, lead }) => {
    const { name, before, now, then } = parts(fact, f);
    return fact.clear
      ? `${lead}${then}に${before}だった${name}が、${now}まで${verb(fact)}`
      : isLevel(fact)
        ? `${lead}${name}はほぼ横ばいで、${then}が${before}、今回が${now}です`
        : `${lead}${name}は${then}が${before}、今回が${now}ですが、件数が少なく明確な変化とは言えません`;
  },
  ({ fact, f, lead }) => {
    if (!fact.clear) return null;
    const { name, before, now, then } = parts(fact, f);
    const unit = fact.measure === 'count' ? '件' : 'ポイント';
    return `${lead}${name}は${now}となり、${then}（${before}）より${f.number(Math.abs(fact.value))}${unit}${verb(fact)}`;
  },
];

/** 「感情スコアが最も低い」「ネガティブなコメントが最も多い」 */
function superlative({ measure, label, order }: FactOf<'ranking'>): string {
  const most = order === 'most';
  if (measure === 'count') return `${label ? `${LABEL_NAMES[label]}な` : ''}コメントが最も${most ? '多い' : '少ない'}`;
  if (measure === 'average') return `${measureName(measure, label)}が最も${most ? '多い' : '少ない'}`;
  if (measure === 'weight') return most ? '全体を最も押し上げている' : '全体を最も押し下げている';
  return `${measureName(measure, label)}が最も${most ? '高い' : '低い'}`;
}

/** 「感情スコアの低い順」 */
function rankedBy({ measure, label, order }: FactOf<'ranking'>): string {
  const most = order === 'most';
  if (measure === 'weight') return `全体の${most ? '押し上げ' : '押し下げ'}幅の大きい順`;
  const name = measureName(measure, label);
  return measure === 'count' || measure === 'average'
    ? `${name}の${most ? '多い' : '少ない'}順`
    : `${name}の${most ? '高い' : '低い'}順`;
}

function entry({ measure, value, n, total }: FactOf<'ranking'>, f: Formats): string {
  if (measure === 'average') return `一日${f.number(value)}件、計${f.number(total ?? n)}件`;
  if (measure === 'count') return `${f.number(value)}件`;
  if (measure === 'share') return `${f.percent(value)}、${f.number(n)}件中`;
  if (measure === 'weight') return `${f.signed(value)}ポイント、${f.number(n)}件`;
  return `${f.signed(value)}、${f.number(n)}件`;
}

const named = (telling: Telling<'ranking'>): FactOf<'ranking'>[] =>
  allOf(telling).map((row) => ({ ...row, name: rowName(row, telling.f) }));

const rows = (others: readonly FactOf<'ranking'>[], f: Formats): string =>
  others.map((row) => `${row.name}（${entry(row, f)}）`).join('、');

const RANKING: FormsOf<MoodKind>['ranking'] = [
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    return `${lead}${superlative(first)}のは${first.name}（${entry(first, f)}）で${others.length ? `、${rows(others, f)}と続きます` : 'す'}`;
  },
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    return others.length
      ? `${lead}${rankedBy(first)}に並べると、${rows([first, ...others], f)}です`
      : `${lead}${rankedBy(first)}で最初に来るのは${first.name}（${entry(first, f)}）です`;
  },
];

const ordered = ({ left, right }: FactOf<'comparison'>) =>
  left.value <= right.value ? ([left, right] as const) : ([right, left] as const);

const COMPARISON: FormsOf<MoodKind>['comparison'] = [
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const [less, more] = [shown(fact.measure, low.value, f), shown(fact.measure, high.value, f)];
    if (!fact.clear)
      return `${lead}${fact.left.name}（${shown(fact.measure, fact.left.value, f)}）と${fact.right.name}（${shown(fact.measure, fact.right.value, f)}）にはっきりした差はありません`;
    if (fact.measure === 'net')
      return `${lead}${low.name}のほうが${high.name}よりネガティブで、感情スコアは${less}です（${high.name}は${more}）`;
    if (fact.measure === 'count' || fact.measure === 'average')
      return `${lead}${fact.label ? `${LABEL_NAMES[fact.label]}な` : ''}コメントは${high.name}のほうが多く、${more}です（${low.name}は${less}）`;
    return `${lead}${measureName(fact.measure, fact.label)}は${high.name}のほうが高く、${more}です（${low.name}は${less}）`;
  },
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const [less, more] = [shown(fact.measure, low.value, f), shown(fact.measure, high.value, f)];
    const name = measureName(fact.measure, fact.label);
    if (!fact.clear)
      return `${lead}${name}は${fact.left.name}が${shown(fact.measure, fact.left.value, f)}、${fact.right.name}が${shown(fact.measure, fact.right.value, f)}で、差は誤差の範囲です`;
    return `${lead}${name}を比べると、${high.name}が${more}、${low.name}が${less}です`;
  },
];

/** 「YouTubeには「電池」に関する中国語のコメント」 */
const these = ({ counted }: Telling<'count'>): string =>
  `${counted.place ? `${counted.place}には、` : ''}${counted.about}${counted.kind}コメント`;

const part = ({ part: told, label }: FactOf<'count'>, f: Formats): string =>
  told
    ? `（${label ? `${LABEL_NAMES[label]}なコメント` : '全'}${f.number(told.of)}件の${f.percent(told.percent)}）`
    : '';

function literal({ rest, fact, f }: Telling<'count'>): string {
  const told = along(rest, 'count');
  if (!told?.scope.topic || fact.value === 0 || told.value === fact.value) return '';
  return `。うち「${told.scope.topic}」という言葉を使っているのは${f.number(told.value)}件です`;
}

const PER: Readonly<Record<FactOf<'average'>['per'], string>> = { day: '一日', week: '一週間', month: '一か月' };
const kindOf = ({ label }: FactOf<'average'>): string => (label ? `${LABEL_NAMES[label]}な` : '');

/** 一件もないときは別の言い方をする。 */
const isNone = ({ value }: FactOf<'count'>): boolean => value === 0;

/** 件数、割合、感情スコアとその変化、順位、二者の比較。 */
export const MOOD: FormsOf<MoodKind> = {
  count: [
    (telling) => {
      const { fact, f, lead } = telling;
      if (!fact.label)
        return `${lead}${these(telling)}は${f.number(fact.value)}件${part(fact, f)}ありました${literal(telling)}`;
      return fact.value === 0
        ? `${lead}${f.number(fact.n)}件のうち${LABEL_NAMES[fact.label]}なコメントはありません`
        : `${lead}${f.number(fact.n)}件のうち${f.number(fact.value)}件${part(fact, f)}が${LABEL_NAMES[fact.label]}です${literal(telling)}`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}${LABEL_NAMES[fact.label]}なコメントは、${f.number(fact.n)}件中${f.number(fact.value)}件でした${part(fact, f)}${literal(telling)}`
        : `${lead}${these(telling)}が${f.number(fact.value)}件${part(fact, f)}寄せられました${literal(telling)}`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}全${f.number(fact.n)}件中、${LABEL_NAMES[fact.label]}と判定されたのは${f.number(fact.value)}件です${part(fact, f)}${literal(telling)}`
        : `${lead}${these(telling)}は合わせて${f.number(fact.value)}件${part(fact, f)}です${literal(telling)}`;
    },
  ],
  average: [
    ({ fact, f, lead, counted }) =>
      `${lead}${counted.place ? `${counted.place}には、` : ''}${counted.about}${counted.kind}${kindOf(fact)}コメントが${PER[fact.per]}平均${f.number(fact.value)}件寄せられました（${f.number(fact.days)}日間で${f.number(fact.count)}件）`,
    ({ fact, f, lead, counted }) =>
      `${lead}${counted.place ? `${counted.place}の` : ''}${counted.about}${counted.kind}${kindOf(fact)}コメントは${f.number(fact.days)}日間で${f.number(fact.count)}件、${PER[fact.per]}平均${f.number(fact.value)}件です`,
  ],
  share: [
    ({ fact, rest, f, lead }) =>
      `${lead}${LABEL_NAMES[fact.label]}な意見は${f.number(fact.n)}件中${f.number(fact.count)}件で、割合は${f.percent(fact.value)}です${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}${f.number(fact.n)}件のうち${f.percent(fact.value)}が${LABEL_NAMES[fact.label]}です${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}${LABEL_NAMES[fact.label]}なコメントは${f.number(fact.count)}件で、全体の${f.percent(fact.value)}を占めます${since(rest, f)}`,
  ],
  net: [
    ({ fact, rest, f, lead }) =>
      `${lead}コメント${f.number(fact.n)}件の感情スコアは${f.signed(fact.value)}です${since(rest, f)}`,
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear)
        return `${lead}感情スコアは${f.number(fact.n)}件の集計で${f.signed(fact.value)}です${since(rest, f)}`;
      return `${lead}感情スコアは${against(change, f)}の${f.signed(change.before)}から${f.signed(fact.value)}に${fell(change.value)}（${f.number(fact.n)}件）`;
    },
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear) return null;
      return `${lead}感情スコアが${f.number(Math.abs(change.value))}ポイント${change.value < 0 ? '下がり' : '上がり'}、${f.signed(change.before)}から${f.signed(fact.value)}になりました（${f.number(fact.n)}件）`;
    },
  ],
  change: CHANGE,
  ranking: RANKING,
  comparison: COMPARISON,
};
