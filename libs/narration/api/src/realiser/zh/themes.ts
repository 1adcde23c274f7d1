import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, Telling, ThemeKind } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, exceedsWhole, labelledOf } from '../passage';

/** 已标注的太少时，只说有多少。 */
const few = ({ n }: FactOf<'theme'>, f: Formats): string => `已标注的只有${f.number(n)}条`;

function tone(fact: FactOf<'theme'>, f: Formats): string {
  const { n, positive, negative } = fact;
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  const of = labelled === 'all' ? '' : `已标注的${f.number(n)}条里`;
  return positive > negative ? `${of}${f.percent(positive)}为正面` : `${of}${f.percent(negative)}为负面`;
}

function level(fact: FactOf<'theme'>, f: Formats): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  return `${labelled === 'all' ? '' : `已标注的${f.number(fact.n)}条`}净情绪${f.signed(fact.net)}`;
}

const whole = ({ total }: FactOf<'share-of-change'>): string => (total < 0 ? '降幅' : '升幅');

/** 这个主题在整体变化里占多少；方向相反的就说抵消。 */
function part(rest: Telling['rest'], f: Formats, joint: string): string {
  const told = along(rest, 'share-of-change');
  if (!told || told.total === 0) return '';
  if (told.value === 0) return `${joint}整体${f.number(Math.abs(told.total))}点${whole(told)}与它无关`;
  const points = f.number(Math.abs(told.value));
  if (Math.sign(told.value) === Math.sign(told.total) && exceedsWhole(told))
    return `${joint}单看这一项就有${points}点${whole(told)}，其他主题抵消了一部分`;
  return Math.sign(told.value) === Math.sign(told.total)
    ? `${joint}占整体${f.number(Math.abs(told.total))}点${whole(told)}中的${points}点`
    : `${joint}抵消了${points}点${whole(told)}`;
}

function earlier({ before, value }: FactOf<'theme'>, f: Formats): string {
  if (before === null) return '';
  if (before === 0) return '（上期没有）';
  return before === value ? '（与上期一样多）' : `（上期${f.number(before)}条）`;
}

const rose = ({ rose: day }: FactOf<'theme'>, f: Formats): string => (day ? `，自${f.day(day)}起明显增多` : '');

const THEME: FormsOf<ThemeKind>['theme'] = [
  ({ fact, rest, f }) =>
    `${f.number(fact.value)}条评论谈到${fact.name}${earlier(fact, f)}，其中${tone(fact, f)}${rose(fact, f)}${part(rest, f, '，')}`,
  ({ fact, rest, f }) =>
    `${fact.name}有${f.number(fact.value)}条${earlier(fact, f)}，${tone(fact, f)}${part(rest, f, '；')}`,
  ({ fact, rest, f }) =>
    `说到${fact.name}的有${f.number(fact.value)}条${earlier(fact, f)}，${level(fact, f)}${part(rest, f, '，')}`,
];

const share = (fact: FactOf<'share-of-change'>, f: Formats): string =>
  `${fact.name ?? '没有归入任何主题的部分'}${f.signed(fact.value)}`;

const SHARE_OF_CHANGE: FormsOf<ThemeKind>['share-of-change'] = [
  (telling) =>
    `${f0(telling)}点${whole(telling.fact)}拆开来看：${allOf(telling)
      .map((one) => share(one, telling.f))
      .join('，')}`,
  (telling) =>
    `这${f0(telling)}点${whole(telling.fact)}来自${telling.f.list(allOf(telling).map((one) => share(one, telling.f)))}`,
];

const f0 = ({ f, fact }: Telling<'share-of-change'>): string => f.number(Math.abs(fact.total));

const shared = ({ words }: FactOf<'claim'>): string => words.map((word) => `“${word}”`).join('或');

const CLAIM: FormsOf<ThemeKind>['claim'] = [
  ({ fact, f }) => `谈到${fact.theme}时，${f.number(fact.value)}条评论提到${shared(fact)}，例如：“${fact.text}”`,
  ({ fact, f }) => `${fact.theme}的评论里有${f.number(fact.value)}条提到${shared(fact)}，其中一条写道：“${fact.text}”`,
  ({ fact, f }) => `关于${fact.theme}，有${f.number(fact.value)}条说到${shared(fact)}，比如“${fact.text}”`,
];

const day = ({ at }: FactOf<'quote'>, f: Formats): string => (at ? `${f.day(at)}，` : '');

const QUOTE: FormsOf<ThemeKind>['quote'] = [
  ({ fact, f }) =>
    `${day(fact, f)}${fact.about ? `谈到${fact.about}，` : ''}有人${fact.source ? `在${fact.source}上` : ''}写道：“${fact.text}”`,
  ({ fact, f }) =>
    `${day(fact, f)}${fact.about ? `关于${fact.about}，` : ''}${fact.source ? `${fact.source}上` : ''}有一条评论说：“${fact.text}”`,
  ({ fact, f }) =>
    `${day(fact, f)}${fact.source ? `${fact.source}上` : ''}${fact.about ? `谈${fact.about}的` : ''}一条评论原话是：“${fact.text}”`,
];

/** 主题、其中的说法，以及它们对整体的影响。 */
export const THEMES: FormsOf<ThemeKind> = {
  theme: THEME,
  claim: CLAIM,
  quote: QUOTE,
  'share-of-change': SHARE_OF_CHANGE,
};
