import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, Telling, ThemeKind } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, exceedsWhole, labelledOf } from '../passage';

/** 判定済みが少なすぎるときは、件数だけを言う。 */
const few = ({ n }: FactOf<'theme'>, f: Formats): string =>
  n === 0 ? '判定済みのものはまだない状態' : `判定済みは${f.number(n)}件だけ`;

/** 「うち61%がネガティブ」、一部だけ判定済みなら「判定済み21件のうち61%がネガティブ」。 */
function tone(fact: FactOf<'theme'>, f: Formats, among = ''): string {
  const { n, positive, negative } = fact;
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  const of = labelled === 'all' ? among : `判定済み${f.number(n)}件のうち`;
  return positive > negative ? `${of}${f.percent(positive)}がポジティブ` : `${of}${f.percent(negative)}がネガティブ`;
}

function level(fact: FactOf<'theme'>, f: Formats): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  return `${labelled === 'all' ? '' : `判定済み${f.number(fact.n)}件の`}感情スコアは${f.signed(fact.net)}`;
}

const whole = ({ total }: FactOf<'share-of-change'>): string => (total < 0 ? '低下' : '上昇');

/** 全体の変化のうち、この話題の分。逆向きなら打ち消した分。 */
function part(rest: Telling['rest'], f: Formats): string {
  const told = along(rest, 'share-of-change');
  if (!told || told.total === 0) return '';
  if (told.value === 0)
    return `。全体の${whole(told)}幅${f.number(Math.abs(told.total))}ポイントのうち、この話題の分はありません`;
  const points = f.number(Math.abs(told.value));
  if (Math.sign(told.value) === Math.sign(told.total) && exceedsWhole(told))
    return `。この話題だけで${points}ポイント分の${whole(told)}にあたり、ほかの話題が一部を打ち消しています`;
  return Math.sign(told.value) === Math.sign(told.total)
    ? `。全体の${whole(told)}幅${f.number(Math.abs(told.total))}ポイントのうち、${points}ポイント分がこの話題です`
    : `。全体の${whole(told)}を${points}ポイント分和らげています`;
}

function earlier({ before, value }: FactOf<'theme'>, f: Formats): string {
  if (before === null) return '';
  if (before === 0) return '（前の期間はなし）';
  return before === value ? '（前の期間と同数）' : `（前の期間は${f.number(before)}件）`;
}

const rose = ({ rose: day }: FactOf<'theme'>, f: Formats): string => (day ? `、${f.day(day)}から増えました` : 'です');

const THEME: FormsOf<ThemeKind>['theme'] = [
  ({ fact, rest, f }) =>
    `${fact.name}に触れたコメントは${f.number(fact.value)}件${earlier(fact, f)}で、${tone(fact, f)}${rose(fact, f)}${part(rest, f)}`,
  ({ fact, rest, f }) =>
    `${fact.name}の話題は${f.number(fact.value)}件${earlier(fact, f)}で、${tone(fact, f, 'うち')}です${part(rest, f)}`,
  ({ fact, rest, f }) =>
    `${fact.name}については${f.number(fact.value)}件${earlier(fact, f)}あり、${level(fact, f)}です${part(rest, f)}`,
];

const share = (fact: FactOf<'share-of-change'>, f: Formats): string =>
  `${fact.name ?? 'どの話題にも入らない分'}が${f.signed(fact.value)}`;

const SHARE_OF_CHANGE: FormsOf<ThemeKind>['share-of-change'] = [
  (telling) => `${whole(telling.fact)}${total(telling)}ポイントの内訳は、${parts(telling)}です`,
  (telling) => `${total(telling)}ポイントの${whole(telling.fact)}を分けると、${parts(telling)}となります`,
];

const total = ({ f, fact }: Telling<'share-of-change'>): string => f.number(Math.abs(fact.total));
const parts = (telling: Telling<'share-of-change'>): string =>
  allOf(telling)
    .map((one) => share(one, telling.f))
    .join('、');

const shared = ({ words }: FactOf<'claim'>): string => words.map((word) => `「${word}」`).join('または');

const CLAIM: FormsOf<ThemeKind>['claim'] = [
  ({ fact, f }) =>
    `${fact.theme}について、${f.number(fact.value)}件が${shared(fact)}に触れており、例えば「${fact.text}」とあります`,
  ({ fact, f }) =>
    `${fact.theme}では${shared(fact)}への言及が${f.number(fact.value)}件あり、「${fact.text}」などの声が見られます`,
  ({ fact, f }) =>
    `${shared(fact)}に触れた${fact.theme}のコメントは${f.number(fact.value)}件で、「${fact.text}」などです`,
];

const day = ({ at }: FactOf<'quote'>, f: Formats): string => (at ? `${f.day(at)}、` : '');

const QUOTE: FormsOf<ThemeKind>['quote'] = [
  ({ fact, f }) =>
    `${day(fact, f)}${fact.about ? `${fact.about}について、` : ''}${fact.source ? `${fact.source}には` : ''}こんな声が${fact.at ? 'ありました' : 'あります'}。「${fact.text}」`,
  ({ fact, f }) =>
    `${day(fact, f)}「${fact.text}」という${fact.about ? `${fact.about}への` : ''}コメントが${fact.source ? `${fact.source}に` : ''}${fact.at ? '寄せられました' : '寄せられています'}`,
  ({ fact, f }) =>
    `${day(fact, f)}${fact.source ? `${fact.source}の` : ''}${fact.about ? `${fact.about}に関する` : ''}投稿に「${fact.text}」とありました`,
];

/** 話題、その中の声、全体への影響。 */
export const THEMES: FormsOf<ThemeKind> = {
  theme: THEME,
  claim: CLAIM,
  quote: QUOTE,
  'share-of-change': SHARE_OF_CHANGE,
};
