import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, TimeKind } from '../forms';
import type { Formats } from '../formats';
import { labelledOf } from '../passage';

type Told = Record<FactOf<'coverage'>['reason'], (fact: FactOf<'coverage'>, f: Formats) => string>;

const at = ({ at: moment }: FactOf<'coverage'>, f: Formats): string => (moment ? f.day(moment) : '');

const NO_THEME = '没有哪个话题被足够多的评论提到，因此不列主题';

const PLAIN: Told = {
  'too-few': ({ value, limit }, f) =>
    value === 0
      ? `这一范围内还没有标注过的评论，至少要有${f.number(limit ?? 0)}条才能下结论`
      : `已标注的评论只有${f.number(value)}条，至少要${f.number(limit ?? 0)}条才能下结论`,
  'too-few-before': ({ value }, f) =>
    value === 0 ? '上期没有已标注的评论，无从比较' : `上期只有${f.number(value)}条评论，不足以比较`,
  unlabelled: ({ value }, f) => `还有${f.number(value)}条评论等待标注，未计入`,
  unsure: ({ value }, f) => `${f.percent(value)}的标注把握不大`,
  'no-change': () => '变化都在正常波动范围内',
  'partial-day': (fact, f) => `${at(fact, f)}的数据还不完整`,
  'data-begins': (fact, f) => `数据从${at(fact, f)}开始`,
  'data-ends': (fact, f) => `数据截至${at(fact, f)}`,
  'no-stars': () => '这里收集的评论都没有星级',
  sampled: ({ value, n }, f) => `主题是从${f.number(n)}条评论里抽取${f.number(value)}条找出来的`,
  'no-theme': ({ value }, f) => (value === 100 ? NO_THEME : `${f.percent(value)}的评论没有归入任何主题`),
  unexplained: ({ value, limit }, f) => `${f.number(limit ?? 0)}点变化中有${f.number(value)}点找不到对应的主题`,
};

const OTHERWISE: Told = {
  'too-few': ({ value, limit }, f) =>
    `至少要有${f.number(limit ?? 0)}条标注过的评论才看得出趋势，目前只有${f.number(value)}条`,
  'too-few-before': ({ value }, f) =>
    value === 0 ? '此前没有已标注的评论，无法比较' : `是不是新变化还不好说，之前只有${f.number(value)}条评论`,
  unlabelled: ({ value }, f) => `尚未计入的有${f.number(value)}条，它们还没有标注`,
  unsure: ({ value }, f) => `有${f.percent(value)}的评论，模型自己也拿不准`,
  'no-change': () => '这段时间的差别都在正常波动之内',
  'partial-day': (fact, f) => `${at(fact, f)}的数字还会增加`,
  'data-begins': (fact, f) => `${at(fact, f)}之前没有评论`,
  'data-ends': (fact, f) => `${at(fact, f)}之后没有评论`,
  'no-stars': () => '各个时段的评论都不带星级',
  sampled: ({ value, n }, f) => `找主题时看了${f.number(n)}条评论中的${f.number(value)}条`,
  'no-theme': ({ value }, f) => (value === 100 ? NO_THEME : `另有${f.percent(value)}的评论不在现有主题之内`),
  unexplained: ({ value, limit }, f) => `${f.number(limit ?? 0)}点变化里，有${f.number(value)}点无法用现有主题解释`,
};

/** 一天里负面的占比：全部评论的，或已标注部分的；标注太少时不说。 */
function negativeOf(fact: FactOf<'peak'>, f: Formats, say: (share: string, whole: string) => string): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return '';
  return say(f.percent(fact.negative), labelled === 'all' ? '' : `已标注的${f.number(fact.n)}条里`);
}

/** 转折、事件、高峰，以及还不知道的事。 */
export const TIMES: FormsOf<TimeKind> = {
  'turning-point': [
    ({ fact, f }) =>
      `转折出现在${f.day(fact.at)}：净情绪由${f.signed(fact.before)}变为${f.signed(fact.now)}，一直到${f.day(fact.until)}`,
    ({ fact, f }) =>
      `${f.day(fact.at)}起情绪转${fact.value > 0 ? '好' : '差'}，净情绪为${f.signed(fact.now)}，此前是${f.signed(fact.before)}`,
    ({ fact, f }) =>
      `从${f.day(fact.at)}开始，净情绪的水平由${f.signed(fact.before)}${fact.value > 0 ? '回升到' : '降到'}${f.signed(fact.now)}`,
  ],
  event: [
    ({ fact, f }) =>
      fact.clear
        ? `“${fact.name}”（${f.day(fact.at)}）之后，净情绪从${f.signed(fact.before)}（${f.number(fact.nBefore)}条评论）${fact.value > 0 ? '升' : '降'}到${f.signed(fact.now)}（${f.number(fact.n)}条）`
        : `“${fact.name}”（${f.day(fact.at)}）前后净情绪没有明显差别：之前${f.signed(fact.before)}，之后${f.signed(fact.now)}`,
    ({ fact, f }) =>
      fact.clear
        ? `自${f.day(fact.at)}“${fact.name}”以来，净情绪${fact.value > 0 ? '好转' : '变差'}，由${f.signed(fact.before)}到${f.signed(fact.now)}`
        : `${f.day(fact.at)}“${fact.name}”之后净情绪没有明显变化（之前${f.signed(fact.before)}，之后${f.signed(fact.now)}）`,
  ],
  peak: [
    ({ fact, f }) =>
      `评论最多的一天是${f.day(fact.at)}，共${f.number(fact.value)}条${negativeOf(fact, f, (share, whole) => `，${whole}${share}为负面`)}`,
    ({ fact, f }) =>
      `${f.day(fact.at)}评论量最高：${f.number(fact.value)}条${negativeOf(fact, f, (share, whole) => `，${whole || '其中'}负面${share}`)}`,
  ],
  coverage: [({ fact, f }) => PLAIN[fact.reason](fact, f), ({ fact, f }) => OTHERWISE[fact.reason](fact, f)],
};
