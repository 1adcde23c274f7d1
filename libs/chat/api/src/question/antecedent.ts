import type { TypedQuestion } from '@moodline/chat/contract';
import type { Fact } from '@moodline/narration/contract';
import { wholeFrom } from './periods/parts';
import type { QuestionContext } from './question-context';
import type { QuestionLanguage } from './question-language';

type Pointed = 'day' | 'week' | 'month' | 'source' | 'theme';

/** Words that stand for one thing that the answer before named: "that day", 那个平台, その話題. */
const POINTS: Readonly<Record<QuestionLanguage, Readonly<Record<Pointed, RegExp>>>> = {
  en: {
    day: /\b(?:that|the same|this very|that very|that particular) (?:day|date)\b|\bthat day'?s\b/iu,
    week: /\b(?:that|the same|that very|that particular) week\b/iu,
    month: /\b(?:that|the same|that very|that particular) month\b/iu,
    source:
      /(?<!\b(?:is|are|was|were|be|been|has|have|had|many|much) )\bthere\b(?! (?:is|are|was|were|any|been|an?|some|more|less))|\b(?:that|the same) (?:source|platform|channel|site|network|place|one)\b/iu,
    theme:
      /\b(?:that|this|the same) (?:topic|theme|issue|problem|subject|complaint|one|thing)\b|\b(?:about|for|on|of|with|behind) (?:it|that|this)\b/iu,
  },
  zh: {
    day: /(?:那|这|同)(?:一)?天(?!以|之|前|后)|当天|当日/u,
    week: /(?:那|这|同)(?:一)?(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])|当周/u,
    month: /(?:那|同)(?:一)?个?月|当月/u,
    source: /(?:那|这)(?:个|一)?(?:平台|渠道|来源|网站|地方)|(?:那|这)(?:里|边|儿|上面)/u,
    theme: /(?:那|这)(?:个|一)?(?:话题|主题|问题|方面|点)|(?:关于|对|说|为)(?:它|这个|那个)/u,
  },
  ja: {
    day: /(?:その|あの|同じ)日|当日/u,
    week: /(?:その|あの|同じ)週/u,
    month: /(?:その|あの|同じ)月/u,
    source: /(?:その|あの|同じ)(?:媒体|ソース|プラットフォーム|サイト|チャネル)|(?:そこ|あそこ)(?:で|の|は|では)/u,
    theme:
      /(?:その|あの|同じ|この)(?:話題|テーマ|問題|件|不満|点)|(?:それ|これ)(?:について|に関|の(?:コメント|声|引用|理由|原因))/u,
  },
};

/** The words by which a question points at a day, a week or a month (那天, その日); null where it does not. */
export function timePointedAt(text: string, language: QuestionLanguage): string | null {
  const { day, week, month } = POINTS[language];
  return [day, week, month].map((words) => words.exec(text)?.[0] ?? null).find((found) => found !== null) ?? null;
}

/** The fact that can be pointed at: what stands first in an order, or the day with the most comments. */
const factOf = (facts: readonly Fact[], what: Pointed): Fact | undefined =>
  facts.find(
    (fact) =>
      (fact.kind === 'ranking' && fact.by === what && fact.rank === 1) || (fact.kind === 'peak' && what === 'day'),
  );

/** What a question points at in the answer before; null where it points at nothing of it. @param by what that answer put in an order */
export function pointedAt(
  text: string,
  language: QuestionLanguage,
  { intent, by }: Pick<TypedQuestion, 'intent' | 'by'>,
): Pointed | null {
  const ordered = intent === 'ranking' || by === 'theme' ? by : intent === 'trend' ? 'day' : null;
  const isPointed =
    ordered === 'day' || ordered === 'week' || ordered === 'month' || ordered === 'source' || ordered === 'theme';
  return isPointed && POINTS[language][ordered].test(text) ? ordered : null;
}

/**
 * The question before, narrowed to what is pointed at: a follow-up goes on from that. The same where its answer has no such thing.
 * @param facts of that answer
 */
export function narrowedTo(
  before: TypedQuestion,
  what: Pointed,
  { facts, themes }: { readonly facts: readonly Fact[]; readonly themes: QuestionContext['themes'] },
): TypedQuestion {
  const fact = factOf(facts, what);
  const open: TypedQuestion = {
    ...before,
    ...(what === 'theme' ? { intent: 'topic', measure: 'net' } : { intent: 'summary', measure: 'list' }),
    by: null,
    order: null,
    number: null,
    compared: null,
  };
  if (fact?.kind === 'peak') return { ...open, period: wholeFrom(fact.at.slice(0, 10), 'day') };
  if (fact?.kind !== 'ranking') return before;
  switch (what) {
    case 'day':
    case 'week':
    case 'month':
      return { ...open, period: wholeFrom(fact.name, what) };
    case 'source':
      return { ...open, scope: { ...before.scope, sources: [fact.name] } };
    case 'theme': {
      const theme = themes.find(({ id }) => id === fact.citations.filter?.theme);
      return theme ? { ...open, scope: { ...before.scope, theme: theme.names[0] ?? null, topic: null } } : before;
    }
  }
}
