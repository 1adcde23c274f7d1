import { noon, Formats } from '@moodline/shared/i18n';
import type { LocaleStore } from '@moodline/shared/ui';
import type { Annotation, MoodTurn } from '@moodline/trends/contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day or the moment of an annotation, as people of the language write it. */
export function annotationMoment({ at }: Pick<Annotation, 'at'>, locale: LocaleStore): string {
  if (!DAY.test(at)) return locale.formats().moment(at);
  return new Formats(locale.language(), 'UTC').day(noon(at));
}

/** What happened, in words. */
export function annotationWords({ kind, text, comments }: Annotation, locale: LocaleStore): string {
  const n = comments === null ? '' : locale.formats().number(comments);
  return kind === 'note' ? text : locale.translate(`trends.notes.known.${kind}`, { text, n });
}

/** How the level of the mood changed, in words. */
export function turnWords({ before, now, n }: MoodTurn, locale: LocaleStore): string {
  const formats = locale.formats();
  return locale.translate(`trends.notes.turn.${now > before ? 'up' : 'down'}`, {
    before: formats.signed(before),
    now: formats.signed(now),
    n: formats.number(n),
  });
}

/** Where what is known can be looked at; null where there is nothing more to see. */
export function annotationLink({ kind, id }: Annotation): { path: string; query: Record<string, string> } | null {
  switch (kind) {
    case 'alert':
      return { path: '/alerts', query: { alert: String(id) } };
    case 'labels':
      return { path: '/settings/roles', query: {} };
    case 'source':
    case 'import':
      return { path: '/sources', query: {} };
    default:
      return null;
  }
}
