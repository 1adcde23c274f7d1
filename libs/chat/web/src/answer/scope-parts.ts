import type { Answer, TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Formats } from '@moodline/shared/i18n';
import { daysOf, type FactLocale } from './fact-words';

/** A part of what a question is about, and the question without it; null where it cannot be left out. */
export interface ScopePart {
  readonly key: string;
  readonly words: string;
  readonly without: TypedQuestion | null;
}

/** The question of an answer, as it can be asked again. */
export function typedOf({ intent, measure, scope, period, compared, by, order, number, event }: Answer): TypedQuestion {
  return { intent, measure, scope, period, compared, by, order, number, event };
}

/** What an answer is about, part by part: its period, what it is compared with, and each thing that narrows it. */
export function scopeParts(answer: Answer, locale: FactLocale): ScopePart[] {
  const typed = typedOf(answer);
  const { scope } = typed;
  const formats = new Formats(locale.language(), 'UTC');
  const part = (key: string, value: string, without: TypedQuestion | null): ScopePart => ({
    key: `${key}:${value}`,
    words: locale.translate(`chat.scope.${key}`, { value }),
    without,
  });
  const list = (key: 'sources' | 'monitors' | 'languages' | 'labels' | 'stars', say: (value: string) => string) =>
    (scope[key] as readonly (string | number)[]).map((value) => {
      const rest = (scope[key] as readonly (string | number)[]).filter((other) => other !== value);
      return part(key, say(String(value)), { ...typed, scope: { ...scope, [key]: rest } });
    });
  // A label that belongs to the intent (complaints are negative) cannot be left out.
  const own = ['complaints', 'praise'].includes(typed.intent);
  const compared = answer.compared
    ? [
        part(
          'compared',
          daysOf(answer.compared, formats),
          ['effect', 'compare'].includes(typed.intent) ? null : { ...typed, compared: null },
        ),
      ]
    : [];
  return [
    part('period', daysOf(answer.period, formats), typed.event ? null : { ...typed, period: null, compared: null }),
    ...compared,
    ...list('sources', (value) => value),
    ...list('monitors', (value) => value),
    ...list('languages', (value) => locale.translate(`chat.scope.language.${value}`)),
    ...(own ? [] : list('labels', (value) => locale.translate(`chat.scope.label.${value}`))),
    ...list('stars', (value) => value),
    ...(scope.theme ? [part('theme', scope.theme, { ...typed, scope: { ...scope, theme: null } })] : []),
    ...(scope.tag ? [part('tag', scope.tag, { ...typed, scope: { ...scope, tag: undefined } })] : []),
    ...(scope.versions?.length
      ? [part('versions', scope.versions.join(', '), { ...typed, scope: { ...scope, versions: undefined } })]
      : []),
    ...sorts(typed).map(({ key, value, without }) => part(key, locale.translate(`chat.scope.${value}`), without)),
    ...(scope.topic
      ? [
          part('topic', scope.topic.replaceAll('"', '').replaceAll(' + ', ' '), {
            ...typed,
            scope: { ...scope, topic: WHOLE_SCOPE.topic },
          }),
        ]
      : []),
  ];
}

/** What comments are and what those felt who wrote them: each with its word, and the question without it. */
function sorts(typed: TypedQuestion): { key: string; value: string; without: TypedQuestion }[] {
  const { kinds = [], emotions = [], ...scope } = typed.scope;
  const others = <Value>(values: readonly Value[], value: Value): Value[] => values.filter((one) => one !== value);
  return [
    ...kinds.map((kind) => ({
      key: 'kinds',
      value: `kind.${kind}`,
      without: { ...typed, scope: { ...scope, emotions, kinds: others(kinds, kind) } },
    })),
    ...emotions.map((emotion) => ({
      key: 'emotions',
      value: `emotion.${emotion}`,
      without: { ...typed, scope: { ...scope, kinds, emotions: others(emotions, emotion) } },
    })),
  ];
}
