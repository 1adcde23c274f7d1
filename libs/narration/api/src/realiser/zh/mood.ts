import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, MoodKind, Telling } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, isLevel } from '../passage';
import { against, LABEL_NAMES, measureName, rowName, shown } from './words';

/** “，上期为−4”：紧跟在数字之后的变化。 */
function since(rest: Telling['rest'], f: Formats): string {
  const change = along(rest, 'change');
  if (!change) return '';
  const before = shown(change.measure, change.before, f);
  if (!change.clear)
    return isLevel(change)
      ? `，与${against(change, f)}的${before}基本持平`
      : `，与${against(change, f)}的${before}相比，变化不明显`;
  return `，${change.value < 0 ? '低于' : '高于'}${against(change, f)}的${before}`;
}

const moved = (value: number) => (value < 0 ? '下降' : '上升');

const CHANGE: FormsOf<MoodKind>['change'] = [
  ({ fact, f, lead }) => {
    const { name, before, now, then } = parts(fact, f);
    return fact.clear
      ? `${lead}${name}从${then}的${before}${fact.value < 0 ? '降' : '升'}到${now}`
      : isLevel(fact)
        ? `${lead}${name}为${now}，${then}为${before}，差别在正常波动范围内`
        : `${lead}${name}从${then}的${before}变为${now}，但评论太少，可能只是偶然`;
  },
  ({ fact, f, lead }) => {
    const { name, before, now, then } = parts(fact, f);
    return fact.clear
      ? `${lead}${name}${moved(fact.value)}至${now}，而${then}是${before}`
      : isLevel(fact)
        ? `${lead}${name}变化不大：${then}${before}，现在${now}，属于正常波动`
        : `${lead}${name}为${now}，${then}为${before}；评论不多，还不能说是明显变化`;
  },
  ({ fact, f, lead }) => {
    if (!fact.clear) return null;
    const { name, before, now, then } = parts(fact, f);
    const unit = fact.measure === 'count' ? '条' : fact.measure === 'share' ? '个百分点' : '点';
    return `${lead}和${then}（${before}）相比，${name}${fact.value < 0 ? '少了' : '多了'}${f.number(Math.abs(fact.value))}${unit}，现为${now}`;
  },
];

const parts = (fact: FactOf<'change'>, f: Formats) => ({
  name: measureName(fact.measure, fact.label),
  before: shown(fact.measure, fact.before, f),
  now: shown(fact.measure, fact.now, f),
  then: against(fact, f),
});

/** “净情绪最低”“负面评论最多” */
function superlative({ measure, label, order }: FactOf<'ranking'>): string {
  const kind = label ? LABEL_NAMES[label] : '';
  if (measure === 'count') return `${kind}评论最${order === 'most' ? '多' : '少'}`;
  if (measure === 'average') return `日均${kind}评论最${order === 'most' ? '多' : '少'}`;
  if (measure === 'weight') return order === 'most' ? '对净情绪拉动最大' : '对净情绪拖累最大';
  return `${measureName(measure, label)}最${order === 'most' ? '高' : '低'}`;
}

function entry({ measure, value, n, total }: FactOf<'ranking'>, f: Formats): string {
  if (measure === 'average') return `日均${f.number(value)}条，共${f.number(total ?? n)}条`;
  if (measure === 'count') return `${f.number(value)}条`;
  if (measure === 'share') return `${f.percent(value)}，共${f.number(n)}条`;
  if (measure === 'weight') return `${f.signed(value)}点，共${f.number(n)}条`;
  return `${f.signed(value)}，共${f.number(n)}条`;
}

const named = (telling: Telling<'ranking'>): FactOf<'ranking'>[] =>
  allOf(telling).map((row) => ({ ...row, name: rowName(row, telling.f) }));

const RANKING: FormsOf<MoodKind>['ranking'] = [
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    const rest = others.map((row) => `${row.name}（${entry(row, f)}）`);
    return `${lead}${first.name}${first.measure === 'weight' ? '' : '的'}${superlative(first)}（${entry(first, f)}）${rest.length ? `，其次是${f.list(rest)}` : ''}`;
  },
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    const rest = others.map((row) => `${row.name}（${entry(row, f)}）`);
    return `${lead}${superlative(first)}的是${first.name}：${entry(first, f)}${rest.length ? `；之后依次为${rest.join('、')}` : ''}`;
  },
];

const ordered = ({ left, right }: FactOf<'comparison'>) =>
  left.value <= right.value ? ([left, right] as const) : ([right, left] as const);

const COMPARISON: FormsOf<MoodKind>['comparison'] = [
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const [less, more] = [shown(fact.measure, low.value, f), shown(fact.measure, high.value, f)];
    if (!fact.clear)
      return `${lead}${fact.left.name}和${fact.right.name}没有明显差别：${shown(fact.measure, fact.left.value, f)}对${shown(fact.measure, fact.right.value, f)}`;
    if (fact.measure === 'net') return `${lead}${low.name}比${high.name}更负面：净情绪${less}，后者为${more}`;
    if (fact.measure === 'count' || fact.measure === 'average')
      return `${lead}${high.name}的${fact.label ? LABEL_NAMES[fact.label] : ''}评论更多：${more}，${low.name}为${less}`;
    return `${lead}${high.name}的${measureName(fact.measure, fact.label)}更高：${more}，${low.name}为${less}`;
  },
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const [less, more] = [shown(fact.measure, low.value, f), shown(fact.measure, high.value, f)];
    const name = measureName(fact.measure, fact.label);
    if (!fact.clear)
      return `${lead}${fact.left.name}和${fact.right.name}的${name}差别在正常波动之内：${shown(fact.measure, fact.left.value, f)}对${shown(fact.measure, fact.right.value, f)}`;
    return `${lead}${name}方面，${high.name}为${more}，${low.name}为${less}`;
  },
];

/** “YouTube上共有37条提到“电池”的中文评论，其中14条用的就是“电池”这个词” */
const these = (telling: Telling<'count'>, verb: string): string => {
  const { fact, f, counted } = telling;
  const what = `${counted.about}${counted.kind}评论`;
  return fact.value === 0
    ? `${counted.place}没有${what}`
    : `${counted.place}${verb}${f.number(fact.value)}条${what}${part(fact, f)}${literal(telling)}`;
};

const part = ({ part: told, label }: FactOf<'count'>, f: Formats): string =>
  told ? `，占全部${f.number(told.of)}条${label ? `${LABEL_NAMES[label]}评论` : ''}的${f.percent(told.percent)}` : '';

function literal({ rest, fact, f }: Telling<'count'>): string {
  const told = along(rest, 'count');
  if (!told?.scope.topic || fact.value === 0) return '';
  return told.value === fact.value ? '' : `，其中${f.number(told.value)}条直接提到“${told.scope.topic}”`;
}

const PER: Readonly<Record<FactOf<'average'>['per'], string>> = { day: '每天', week: '每周', month: '每月' };
const kindOf = ({ label }: FactOf<'average'>): string => (label ? LABEL_NAMES[label] : '');

/** 一条也没有时另有说法。 */
const isNone = ({ value }: FactOf<'count'>): boolean => value === 0;

/** 数量、占比、净情绪及其变化、排序、两两对比。 */
export const MOOD: FormsOf<MoodKind> = {
  count: [
    (telling) => {
      const { fact, f, lead } = telling;
      if (!fact.label) return `${lead}${these(telling, '有')}`;
      return fact.value === 0
        ? `${lead}${f.number(fact.n)}条评论里没有${LABEL_NAMES[fact.label]}评论`
        : `${lead}${LABEL_NAMES[fact.label]}评论有${f.number(fact.value)}条（共${f.number(fact.n)}条评论）${part(fact, f)}${literal(telling)}`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}${f.number(fact.n)}条评论里，${f.number(fact.value)}条是${LABEL_NAMES[fact.label]}${part(fact, f)}${literal(telling)}`
        : `${lead}${these(telling, '共有')}`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}${f.number(fact.value)}条${LABEL_NAMES[fact.label]}评论，总数${f.number(fact.n)}条${part(fact, f)}${literal(telling)}`
        : `${lead}${these(telling, '收到')}`;
    },
  ],
  average: [
    ({ fact, f, lead, counted }) =>
      `${lead}平均${PER[fact.per]}有${f.number(fact.value)}条${counted.about}${counted.kind}${kindOf(fact)}评论${counted.place && `（${counted.place}）`}，${f.number(fact.days)}天共${f.number(fact.count)}条`,
    ({ fact, f, lead, counted }) =>
      `${lead}${counted.place}${f.number(fact.days)}天里共有${f.number(fact.count)}条${counted.about}${counted.kind}${kindOf(fact)}评论，平均${PER[fact.per]}${f.number(fact.value)}条`,
  ],
  share: [
    ({ fact, rest, f, lead }) =>
      `${lead}${measureName('share', fact.label)}为${f.percent(fact.value)}（${f.number(fact.n)}条中的${f.number(fact.count)}条）${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}${f.number(fact.n)}条评论中有${f.percent(fact.value)}是${LABEL_NAMES[fact.label]}${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}${LABEL_NAMES[fact.label]}评论${f.number(fact.count)}条，占${f.percent(fact.value)}${since(rest, f)}`,
  ],
  net: [
    ({ fact, rest, f, lead }) =>
      `${lead}净情绪为${f.signed(fact.value)}${since(rest, f)}，依据${f.number(fact.n)}条评论`,
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear) return `${lead}${f.number(fact.n)}条评论的净情绪是${f.signed(fact.value)}${since(rest, f)}`;
      return `${lead}净情绪从${against(change, f)}的${f.signed(change.before)}${change.value < 0 ? '降' : '升'}到${f.signed(fact.value)}（${f.number(fact.n)}条评论）`;
    },
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear) return null;
      return `${lead}净情绪${moved(change.value)}${f.number(Math.abs(change.value))}点，至${f.signed(fact.value)}（${against(change, f)}${f.signed(change.before)}），样本${f.number(fact.n)}条`;
    },
  ],
  change: CHANGE,
  ranking: RANKING,
  comparison: COMPARISON,
};
