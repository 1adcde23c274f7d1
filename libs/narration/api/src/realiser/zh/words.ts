import type { FactOf, FactPeriod, FactScope, Measure } from '@moodline/narration/contract';
import type { CommentKind, Emotion, Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import type { Counted } from '../forms';
import { isOneDay, isRightBefore, isSameMonth, isWholeMonth, type Formats, isOverYears } from '../formats';

export const LABEL_NAMES: Record<Label | 'unsure' | 'pending' | 'unscored', string> = {
  positive: '正面',
  neutral: '中性',
  negative: '负面',
  unsure: '把握不大的',
  pending: '待标注的',
  unscored: '未标注的',
};
const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: '英文', ja: '日文', und: '其他语言' };
const KIND_NAMES: Record<CommentKind, string> = {
  opinion: '观点类',
  question: '提问类',
  wish: '愿望类',
  news: '消息类',
  ad: '广告类',
};

const EMOTION_NAMES: Record<Emotion, string> = {
  joy: '喜悦',
  anger: '愤怒',
  sadness: '悲伤',
  fear: '恐惧',
  surprise: '惊讶',
  none: '无明显情绪',
};

/** 一个指标单独出现时的写法。 */
export function shown(measure: Measure, value: number, f: Formats): string {
  if (measure === 'share') return f.percent(value);
  if (measure === 'average') return `每天${f.number(value)}条`;
  return measure === 'count' ? `${f.number(value)}条` : f.signed(value);
}

export function measureName(measure: Measure, label: Label | null): string {
  const kind = label ? LABEL_NAMES[label] : '';
  if (measure === 'net') return '净情绪';
  if (measure === 'weight') return '对净情绪的影响';
  if (measure === 'average') return `日均${kind}评论数`;
  return measure === 'share' ? `${kind}占比` : `${kind}评论数`;
}

export function when(period: FactPeriod, f: Formats): string {
  if (isOneDay(period)) return f.day(period.from);
  if (isWholeMonth(period)) return f.month(period.from);
  const dated = isOverYears(period);
  return `${f.day(period.from, dated)}至${isSameMonth(period) ? `${Number(period.to.slice(8))}日` : f.day(period.to, dated)}`;
}

export const against = ({ compared, period }: FactOf<'change'>, f: Formats): string =>
  isRightBefore(compared, period) ? '上期' : when(compared, f);

/** “YouTube上”“提到“电池”的”“中文” */
export function counted(scope: FactScope, f: Formats): Counted {
  const {
    sources,
    monitors,
    languages,
    labels,
    stars,
    topic,
    theme,
    tag,
    versions = [],
    kinds = [],
    emotions = [],
  } = scope;
  const tagged = tag ? `带标签“${tag}”的` : '';
  const kind = [
    ...(versions.length ? [`${f.list(versions)}版的`] : []),
    ...kinds.map((one) => KIND_NAMES[one]),
    ...(emotions.length ? [`带${f.list(emotions.map((one) => EMOTION_NAMES[one]))}情绪的`] : []),
    ...(stars.length ? [`${stars.map(f.number).join('、')}星`] : []),
    ...languages.map((code) => LANGUAGE_NAMES[code]),
    ...labels.map((label) => LABEL_NAMES[label]),
  ].join('');
  const on = sources.length ? `${f.list(sources)}上` : '';
  const watched = monitors.length ? `监测${f.list(monitors.map((name) => `“${name}”`))}` : '';
  return {
    place: [watched, on].filter(Boolean).join('，'),
    kind,
    about: tagged + (topic ? `提到“${topic}”的` : theme ? `关于${theme}的` : ''),
  };
}

export function where(scope: FactScope, f: Formats): string {
  const { place, kind, about } = counted(scope, f);
  return [place, kind || about ? `${about}${kind}评论中` : ''].filter(Boolean).join('，');
}

/** 排序中的一项：日、周、月写日期，其余写名称。 */
export function rowName({ by, name }: FactOf<'ranking'>, f: Formats): string {
  if (by === 'weekday') return f.weekday(Number(name));
  if (by === 'hour') return `${name}点至${Number(name) + 1}点`;
  if (by === 'day') return f.day(name);
  if (by === 'week') return `${f.day(name)}那一周`;
  return by === 'month' ? f.month(name) : name;
}
