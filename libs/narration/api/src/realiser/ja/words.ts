import type { FactOf, FactPeriod, FactScope, Measure } from '@moodline/narration/contract';
import type { Label, Language } from '@moodline/shared/contract';
import { isOneDay, isRightBefore, type Formats } from '../formats';

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

export function shown(measure: Measure, value: number, f: Formats): string {
  if (measure === 'share') return f.percent(value);
  return measure === 'count' ? `${f.number(value)}件` : f.signed(value);
}

export function measureName(measure: Measure, label: Label | null): string {
  const kind = label ? LABEL_NAMES[label] : '';
  if (measure === 'net') return '感情スコア';
  if (measure === 'weight') return '感情スコアへの影響';
  return measure === 'share' ? `${kind}な意見の割合` : `${kind ? `${kind}な` : ''}コメント数`;
}

export const when = (period: FactPeriod, f: Formats): string =>
  isOneDay(period) ? f.day(period.from) : `${f.day(period.from)}から${f.day(period.to)}まで`;

export const against = ({ compared, period }: FactOf<'change'>, f: Formats): string =>
  isRightBefore(compared, period)
    ? '前の期間'
    : isOneDay(compared)
      ? f.day(compared.from)
      : `${f.day(compared.from)}〜${f.day(compared.to)}`;

export function where({ sources, monitors, languages, labels, stars, topic, theme }: FactScope, f: Formats): string {
  const on = sources.length ? f.list(sources) : '';
  const watched = monitors.length ? f.list(monitors.map((name) => `「${name}」`)) : '';
  const about = topic ? `「${topic}」に関する` : theme ? `${theme}に関する` : '';
  const kinds = [
    ...(stars.length ? [`星${stars.map(f.number).join('・')}の`] : []),
    ...(languages.length ? [`${f.list(languages.map((code) => LANGUAGE_NAMES[code]))}の`] : []),
    labels.map((label) => BEFORE_NOUN[label]).join(''),
  ].join('');
  if (!about && !kinds) return on ? `${watched ? `${watched}の` : ''}${on}では` : watched ? `${watched}では` : '';
  return `${watched ? `${watched}の` : ''}${on ? `${on}の` : ''}${about}${kinds}コメントでは`;
}

/** 順位の一行。日・週・月は日付で、そのほかは名前で言う。 */
export function rowName({ by, name }: FactOf<'ranking'>, f: Formats): string {
  if (by === 'day') return f.day(name);
  if (by === 'week') return `${f.day(name)}からの週`;
  return by === 'month' ? f.month(name) : name;
}
