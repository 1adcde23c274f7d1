import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, TimeKind } from '../forms';
import type { Formats } from '../formats';
import { labelledOf } from '../passage';

type Told = Record<FactOf<'coverage'>['reason'], (fact: FactOf<'coverage'>, f: Formats) => string>;

const at = ({ at: moment }: FactOf<'coverage'>, f: Formats): string => (moment ? f.day(moment) : '');

const NO_THEME = '同じことに触れたコメントが少なく、話題としてまとまっていません';

const PLAIN: Told = {
  'too-few': ({ value, limit }, f) =>
    value === 0
      ? `判定済みのコメントがまだありません。傾向を読み取るには${f.number(limit ?? 0)}件以上必要です`
      : `判定済みのコメントが${f.number(value)}件しかないため、傾向は読み取れません（目安は${f.number(limit ?? 0)}件以上）`,
  'too-few-before': ({ value }, f) =>
    value === 0
      ? '前の期間に判定済みのコメントがないため、比べられません'
      : `前の期間のコメントは${f.number(value)}件だけで、比較には足りません`,
  unlabelled: ({ value }, f) => `${f.number(value)}件はまだ判定待ちで、集計に入っていません`,
  unsure: ({ value }, f) => `判定の${f.percent(value)}は確度が低めです`,
  'no-change': () => '誤差の範囲を超える変化は見られません',
  'partial-day': (fact, f) => `${at(fact, f)}は途中までの数字です`,
  'data-begins': (fact, f) => `コメントは${at(fact, f)}から始まっています`,
  'data-ends': (fact, f) => `コメントは${at(fact, f)}までです`,
  'no-stars': () => '集めたコメントには星の評価が付いていません',
  sampled: ({ value, n }, f) => `話題は${f.number(n)}件のうち${f.number(value)}件から探しました`,
  'no-theme': ({ value }, f) =>
    value === 100 ? NO_THEME : `コメントの${f.percent(value)}はどの話題にも入っていません`,
  unexplained: ({ value, limit }, f) =>
    `変化${f.number(limit ?? 0)}ポイントのうち${f.number(value)}ポイントは、どの話題でも説明できません`,
};

const OTHERWISE: Told = {
  'too-few': ({ value, limit }, f) =>
    `傾向を読み取るには${f.number(limit ?? 0)}件以上必要ですが、今のところ${f.number(value)}件です`,
  'too-few-before': ({ value }, f) =>
    value === 0
      ? 'それ以前の判定済みコメントがなく、以前の様子は分かりません'
      : `以前のコメントが${f.number(value)}件しかなく、新しい動きかどうかは分かりません`,
  unlabelled: ({ value }, f) => `判定前の${f.number(value)}件は含めていません`,
  unsure: ({ value }, f) => `モデルが判断に迷ったコメントが${f.percent(value)}あります`,
  'no-change': () => 'この期間の差は、いずれも普段のぶれの範囲内です',
  'partial-day': (fact, f) => `${at(fact, f)}の件数はこれから増える可能性があります`,
  'data-begins': (fact, f) => `${at(fact, f)}より前のコメントはありません`,
  'data-ends': (fact, f) => `${at(fact, f)}より後のコメントはありません`,
  'no-stars': () => 'どの期間のコメントにも星の評価はありません',
  sampled: ({ value, n }, f) => `${f.number(n)}件中${f.number(value)}件を読んで話題を探しています`,
  'no-theme': ({ value }, f) =>
    value === 100 ? NO_THEME : `残りの${f.percent(value)}は、どの話題にも当てはまらないコメントです`,
  unexplained: ({ value, limit }, f) =>
    `${f.number(limit ?? 0)}ポイントの変化のうち${f.number(value)}ポイントの理由は分かっていません`,
};

/** 一日のネガティブの割合。一部だけ判定済みならその中での割合、判定済みが少なすぎれば言わない。 */
function negativeOf(fact: FactOf<'peak'>, f: Formats, say: (share: string, whole: string) => string): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return '';
  return say(f.percent(fact.negative), labelled === 'all' ? '' : `判定済み${f.number(fact.n)}件のうち`);
}

/** 転換点、出来事、ピーク、そして分かっていないこと。 */
export const TIMES: FormsOf<TimeKind> = {
  'turning-point': [
    ({ fact, f }) =>
      `${f.day(fact.at)}が転換点で、感情スコアは${f.signed(fact.before)}から${f.signed(fact.now)}に変わり、その状態が${f.day(fact.until)}まで続きました`,
    ({ fact, f }) =>
      `${f.day(fact.at)}から評判が${fact.value > 0 ? '上向き' : '悪化し'}、感情スコアは${f.signed(fact.before)}から${f.signed(fact.now)}になりました`,
    ({ fact, f }) =>
      `${f.day(fact.at)}を境に、感情スコアの水準は${f.signed(fact.before)}から${f.signed(fact.now)}へ${fact.value > 0 ? '上がりました' : '下がりました'}`,
  ],
  event: [
    ({ fact, f }) =>
      fact.clear
        ? `「${fact.name}」（${f.day(fact.at)}）のあと、感情スコアは${f.signed(fact.before)}（${f.number(fact.nBefore)}件）から${f.signed(fact.now)}（${f.number(fact.n)}件）に${fact.value > 0 ? '上がりました' : '下がりました'}`
        : `「${fact.name}」（${f.day(fact.at)}）の前後に明確な差はありません（前${f.signed(fact.before)}、後${f.signed(fact.now)}）`,
    ({ fact, f }) =>
      fact.clear
        ? `${f.day(fact.at)}の「${fact.name}」を境に、感情スコアは${f.signed(fact.before)}から${f.signed(fact.now)}に${fact.value > 0 ? '改善' : '悪化'}しました`
        : `${f.day(fact.at)}の「${fact.name}」以降も、感情スコアはほぼ横ばいです（前${f.signed(fact.before)}、後${f.signed(fact.now)}）`,
  ],
  peak: [
    ({ fact, f }) =>
      `コメントが最も多かったのは${f.day(fact.at)}の${f.number(fact.value)}件で${negativeOf(fact, f, (share, whole) => `、${whole}${share}がネガティブでした`) || 'す'}`,
    ({ fact, f }) =>
      `${f.day(fact.at)}が最多の${f.number(fact.value)}件で${negativeOf(fact, f, (share, whole) => `、${whole}ネガティブは${share}です`) || 'す'}`,
  ],
  coverage: [({ fact, f }) => PLAIN[fact.reason](fact, f), ({ fact, f }) => OTHERWISE[fact.reason](fact, f)],
};
