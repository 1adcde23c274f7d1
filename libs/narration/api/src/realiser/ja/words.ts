import type { FactOf, FactPeriod, FactScope, Measure } from '@moodline/narration/contract';
import type { CommentKind, Emotion, Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import type { Counted } from '../forms';
import { isOneDay, isRightBefore, isSameMonth, isWholeMonth, type Formats, isOverYears } from '../formats';

export const LABEL_NAMES: Record<Label, string> = {
  positive: 'ポジティブ',
  neutral: 'ニュートラル',
  negative: 'ネガティブ',
};
/** 名詞の前に置く形。 */
const BEFORE_NOUN: Record<FactScope['labels'][number], string> = {
  positive: 'ポジティブな',
  neutral: 'ニュートラルな',
  negative: 'ネガティブな',
  unsure: '判定の微妙な',
  pending: '判定待ちの',
  unscored: '未判定の',
};
const LANGUAGE_NAMES: Record<Language, string> = { zh: '中国語', en: '英語', ja: '日本語', und: 'その他の言語' };
const KIND_NAMES: Record<CommentKind, string> = {
  opinion: '意見',
  question: '質問',
  wish: '要望',
  news: 'ニュース',
  ad: '広告',
};

const EMOTION_NAMES: Record<Emotion, string> = {
  joy: '喜び',
  anger: '怒り',
  sadness: '悲しみ',
  fear: '不安',
  surprise: '驚き',
  none: '感情の薄さ',
};

export function shown(measure: Measure, value: number, f: Formats): string {
  if (measure === 'share') return f.percent(value);
  if (measure === 'average') return `一日${f.number(value)}件`;
  return measure === 'count' ? `${f.number(value)}件` : f.signed(value);
}

export function measureName(measure: Measure, label: Label | null): string {
  const kind = label ? LABEL_NAMES[label] : '';
  if (measure === 'net') return '感情スコア';
  if (measure === 'weight') return '感情スコアへの影響';
  if (measure === 'average') return `一日平均の${kind ? `${kind}な` : ''}コメント数`;
  return measure === 'share' ? `${kind}な意見の割合` : `${kind ? `${kind}な` : ''}コメント数`;
}

export function when(period: FactPeriod, f: Formats): string {
  if (isOneDay(period)) return f.day(period.from);
  if (isWholeMonth(period)) return f.month(period.from);
  const dated = isOverYears(period);
  return `${f.day(period.from, dated)}から${isSameMonth(period) ? `${Number(period.to.slice(8))}日` : f.day(period.to, dated)}まで`;
}

export const against = ({ compared, period }: FactOf<'change'>, f: Formats): string =>
  isRightBefore(compared, period)
    ? '前の期間'
    : isOneDay(compared)
      ? f.day(compared.from)
      : `${f.day(compared.from)}〜${f.day(compared.to)}`;

/** 「YouTube」「「電池」に関する」「中国語の」 */
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
  const tagged = tag ? `タグ「${tag}」の付いた` : '';
  const on = sources.length ? f.list(sources) : '';
  const watched = monitors.length ? f.list(monitors.map((name) => `「${name}」`)) : '';
  const kind = [
    ...(versions.length ? [`バージョン${f.list(versions)}の`] : []),
    ...(kinds.length ? [`${f.list(kinds.map((one) => KIND_NAMES[one]))}の`] : []),
    ...(emotions.length ? [`${f.list(emotions.map((one) => EMOTION_NAMES[one]))}を表す`] : []),
    ...(stars.length ? [`星${stars.map(f.number).join('・')}の`] : []),
    ...(languages.length ? [`${f.list(languages.map((code) => LANGUAGE_NAMES[code]))}の`] : []),
    labels.map((label) => BEFORE_NOUN[label]).join(''),
  ].join('');
  return {
    place: [watched, on].filter(Boolean).join('の'),
    kind,
    about: tagged + (topic ? `「${topic}」に関する` : theme ? `${theme}に関する` : ''),
  };
}

export function where(scope: FactScope, f: Formats): string {
  const { place, kind, about } = counted(scope, f);
  if (!about && !kind) return place ? `${place}では` : '';
  return `${place ? `${place}の` : ''}${about}${kind}コメントでは`;
}

/** 順位の一行。日・週・月は日付で、そのほかは名前で言う。 */
export function rowName({ by, name }: FactOf<'ranking'>, f: Formats): string {
  if (by === 'weekday') return f.weekday(Number(name));
  if (by === 'hour') return `${name}時台`;
  if (by === 'day') return f.day(name);
  if (by === 'week') return `${f.day(name)}からの週`;
  return by === 'month' ? f.month(name) : name;
}
