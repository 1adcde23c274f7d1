import type { Intent, TypedQuestion } from '@moodline/chat/contract';
import type { Label, Language } from '@moodline/shared/contract';
import { numberAsked } from './number-asked';
import type { Now, ReadPeriod } from './periods/calendar';
import { readPeriods } from './periods/period-reader';
import type { QuestionLanguage } from './question-language';
import { namedEvent, type NamedEvent } from './scope/event';
import { namedLabels, namedLanguages, namedStars } from './scope/named-labels';
import { knownPlaces, namedSources, placeOf, type Named } from './scope/named-sources';
import { topicsIn, type Topic } from './scope/topic';
import { topicRow } from './scope/topic-words';
import { unreadTime } from './scope/unread-time';
import { ENGLISH } from './words/lexicon.en';
import { JAPANESE } from './words/lexicon.ja';
import { CHINESE } from './words/lexicon.zh';
import type { Lexicon, RankedBy } from './words/lexicon';

export const LEXICONS: Readonly<Record<QuestionLanguage, Lexicon>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

/** What the workspace has that a question can name. */
export interface Surroundings {
  readonly now: Now;
  readonly sources: readonly { readonly id: number; readonly name: string }[];
  readonly monitors: readonly { readonly id: number; readonly name: string }[];
  /** Themes that are kept, with each name that they are called by. */
  readonly themes?: readonly { readonly id: number; readonly names: readonly string[] }[];
}

/** Everything that the words of a question say, each part by itself; what they mean together is decided elsewhere. */
export interface Understanding {
  readonly text: string;
  readonly language: QuestionLanguage;
  /** Intents that words tell, the ones that overrule others first. */
  readonly intents: readonly Intent[];
  readonly periods: readonly ReadPeriod[];
  readonly compared: ReadPeriod | null;
  readonly vague: boolean;
  readonly earlier: boolean;
  readonly than: boolean;
  readonly either: readonly ReadPeriod[];
  readonly event: NamedEvent | null;
  readonly sources: readonly string[];
  /** Well-known places that are no sources here. */
  readonly places: readonly string[];
  readonly monitors: readonly string[];
  /** The theme that the question calls by its name. */
  readonly theme: string | null;
  readonly languages: readonly Language[];
  readonly labels: readonly Label[];
  readonly stars: readonly number[];
  readonly topics: readonly Topic[];
  /** Words of time that were not understood. */
  readonly unread: string | null;
  readonly by: RankedBy | null;
  readonly number: number | null;
  readonly order: TypedQuestion['order'];
}

/** Reads the parts of a question. @param text as `plainQuestion` gives it */
export function understand(
  text: string,
  language: QuestionLanguage,
  { now, sources, monitors, themes = [] }: Surroundings,
): Understanding {
  const lexicon = LEXICONS[language];
  const named = namedSources(text, sources);
  const watched = monitors.flatMap((thing) => {
    const place = placeOf(thing.name, text);
    return place ? [{ thing, ...place }] : [];
  });
  const theme = namedTheme([...named, ...watched].reduce(blank, text), themes);
  const named_ = [...named, ...watched, ...(theme ? [theme] : [])].reduce(blank, text);
  // "App Store" is no word for stores.
  const open = named.reduce(blankName, text);
  const places = knownPlaces(named_);
  const periods = readPeriods(places.reduce(blank, named_), language, now);
  const { languages, rest: noLanguages } = namedLanguages(periods.rest, language);
  const { stars, rest: noStars } = namedStars(noLanguages);
  const event = namedEvent(noStars, language);
  const rest = event ? blank(noStars, event) : noStars;
  const intents = [...new Set(lexicon.intents.filter(([, pattern]) => pattern.test(open)).map(([intent]) => intent))];
  return {
    text,
    language,
    intents,
    periods: periods.periods,
    compared: periods.compared,
    vague: periods.vague,
    earlier: periods.earlier,
    than: periods.than,
    either: periods.either,
    event,
    sources: named.map(({ thing }) => thing.name),
    places: places.map(({ thing }) => thing),
    monitors: watched.map(({ thing }) => thing.name),
    theme: theme?.thing ?? null,
    languages,
    stars,
    labels: namedLabels(text, language),
    topics: topicsIn(rest, language),
    unread: unreadTime(rest, language),
    by: lexicon.by.find(([, pattern]) => pattern.test(open))?.[0] ?? null,
    number: numberAsked(text),
    order: orderOf(text, lexicon),
  };
}

/** Names that are also words of questions or listed topics are read as words: only whoever names a theme means that one. */
function namedTheme(text: string, themes: NonNullable<Surroundings['themes']>): Named<string> | null {
  const places = themes.flatMap(({ names }) =>
    names.flatMap((name): Named<string>[] => {
      const plain = name.replace(/^the /iu, '');
      const isName = /\s|\p{Script=Han}{4}|[\p{Script=Katakana}ー]{6}/u.test(plain) && !topicRow(plain);
      const place = isName ? placeOf(name, text) : null;
      return place ? [{ thing: name, ...place }] : [];
    }),
  );
  return places.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}

function orderOf(text: string, lexicon: Lexicon): TypedQuestion['order'] {
  if (/\bmost liked\b|点赞最多|最热门的(?:评论|差评)|いいね(?:が|の)(?:一番)?多/iu.test(text)) return 'liked';
  if (lexicon.newest.test(text)) return 'newest';
  return lexicon.oldest.test(text) ? 'oldest' : null;
}

const blank = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** The same for a name, of which a question may still say that it has one: "on X". */
const blankName = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${text.slice(0, start)}${'#'.repeat(end - start)}${text.slice(end)}`;
