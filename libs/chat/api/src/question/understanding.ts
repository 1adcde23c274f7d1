import type { Intent, TypedQuestion } from '@moodline/chat/contract';
import type { CommentKind, Emotion, Label, MonitorKind } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { averageIn, clockIn, type AveragePer } from './clock-units';
import { frameOf } from './learned/frame';
import { numberAsked } from './number-asked';
import type { Now, ReadPeriod } from './periods/calendar';
import type { FoundPeriod } from './periods/found-period';
import { readPeriods } from './periods/period-reader';
import type { SeveralPeriods } from './periods/several-periods';
import { asksPartOfChange } from './part-of-change';
import type { QuestionLanguage } from './question-language';
import { namedEvent, THAT, type NamedEvent } from './scope/event';
import { exceptionsIn, type Exceptions } from './scope/exceptions';
import { namedEmotions, withoutEmotions } from './scope/named-emotions';
import { namedKinds, topicsBeside } from './scope/named-kinds';
import { namedLabels, namedLanguages, namedStars } from './scope/named-labels';
import { knownPlaces, namedSources, placeOf, type Named } from './scope/named-sources';
import { topicsIn, type Topic } from './scope/topic';
import { topicRow } from './scope/topic-words';
import { unreadTime } from './scope/unread-time';
import { unknowableIn, type Unknowable } from './unknowable';
import { ENGLISH } from './words/lexicon.en';
import { JAPANESE } from './words/lexicon.ja';
import { CHINESE } from './words/lexicon.zh';
import type { Lexicon, RankedBy } from './words/lexicon';

export const LEXICONS: Readonly<Record<QuestionLanguage, Lexicon>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

const LIKED =
  /\b(?:most|top)[- ](?:liked|upvoted)\b|\b(?:most|highest) (?:likes|upvotes)\b|\b(?:sorted|ranked|ordered|sort|rank|order) by (?:likes|upvotes)\b|(?:点赞|赞|热度)(?:数)?(?:最|比较|较)?[多高](?!少)|按(?:点)?赞(?:数)?|最热门的(?:评论|差评)|(?:いいね|高評価ボタン)(?:数)?(?:が|の)?(?:一番|最も|いちばん)?(?:多|順|高い順)/iu;
const MONITOR = /\bmonitors?\b|监测|监控|监看|モニター/iu;
const TOGETHER =
  /\b(?:both|together|at once|same comments?|same time|and also|as well as)\b|同时|都提到|(?<!合在?|加在?)一起|两者都|同一条|両方|同時に|一緒に|ともに/iu;

/** What the workspace has that a question can name. */
export interface Surroundings {
  readonly now: Now;
  readonly sources: readonly { readonly id: number; readonly name: string }[];
  readonly monitors: readonly {
    readonly id: number;
    readonly name: string;
    readonly kind?: MonitorKind;
    /** What it looks for: a competitor is called by any of these. */
    readonly words?: readonly string[];
  }[];
  readonly tags?: readonly { readonly id: number; readonly name: string }[];
  /** Themes that are kept, with each name that they are called by. */
  readonly themes?: readonly { readonly id: number; readonly names: readonly string[] }[];
}

/** Everything that the words of a question say, each part by itself; what they mean together is decided elsewhere. */
export interface Understanding {
  readonly text: string;
  /** The text, as long, with the names of sources and monitors blanked out: 努比拉 compares nothing. */
  readonly nameless: string;
  /** The text with signs in place of the names of sources and of times. */
  readonly frame: string;
  readonly language: QuestionLanguage;
  /** Intents that words tell, the ones that overrule others first. */
  readonly intents: readonly Intent[];
  readonly periods: readonly ReadPeriod[];
  /** All times that it names, where there are more than two. */
  readonly several: SeveralPeriods | null;
  /** What two times that follow on each other are, where they were read as one. */
  readonly pooled: SeveralPeriods['unit'];
  readonly compared: ReadPeriod | null;
  readonly vague: boolean;
  readonly earlier: boolean;
  readonly later: boolean;
  readonly than: boolean;
  readonly either: readonly ReadPeriod[];
  readonly event: NamedEvent | null;
  /** The day of that, where the question says it (YYYY-MM-DD). */
  readonly eventDay: string | null;
  /** What the question leaves out. */
  readonly without: Omit<Exceptions, 'rest'>;
  /** Its days lie ahead. */
  readonly ahead: boolean;
  /** What comments cannot tell. */
  readonly unknowable: Unknowable | null;
  /** A number for each of these is asked for. */
  readonly per: Lexicon['per'][number][0] | null;
  /** Comments are counted on average a day, a week or a month. */
  readonly average: AveragePer | null;
  /** The part that one thing has in a change is asked for. */
  readonly partOfChange: boolean;
  /** Several topics are wanted in one comment, and not either of them. */
  readonly together: boolean;
  readonly sources: readonly string[];
  /** Well-known places that are no sources here. */
  readonly places: readonly string[];
  readonly monitors: readonly string[];
  /** The tag that the question names, where it is no monitor. */
  readonly tag: string | null;
  /** The theme that the question calls by its name. */
  readonly theme: string | null;
  readonly languages: readonly Language[];
  readonly labels: readonly Label[];
  readonly stars: readonly number[];
  /** Kinds of comments that the question asks for: wishes, questions, advertisements. */
  readonly kinds: readonly CommentKind[];
  /** What those felt whose comments are asked for. */
  readonly emotions: readonly Emotion[];
  readonly topics: readonly Topic[];
  /** Words that rules took for a topic and that were not kept as one. */
  readonly passedOver?: readonly string[];
  /** Points at something of the answer before, from which it goes on. */
  readonly pointed?: boolean;
  /** Words of time that were not understood. */
  readonly unread: string | null;
  readonly by: RankedBy | null;
  readonly number: number | null;
  readonly order: TypedQuestion['order'];
}

/** Reads the parts of a question. @param text as `plainQuestion` gives it */
export function understand(question: string, language: QuestionLanguage, surroundings: Surroundings): Understanding {
  const lexicon = LEXICONS[language];
  const { now, sources } = surroundings;
  const { rest: left, ...without } = exceptionsIn(question, language, sources);
  const text = left.replace(/^[\s,，、.。]+/u, '').trimEnd();
  const { clock, average, counted } = groupsIn(text, language);
  const { named, again, watched, tag, theme, rest: nameless } = namesIn(text, counted, surroundings);
  // "App Store" is no word for stores.
  const open = withoutNouns([...named, ...watched].reduce(blankName, text));
  const known = named.reduce(blankName, counted);
  const places = knownPlaces(nameless);
  const { rest: timeless, named: dated, ...time } = readPeriods(places.reduce(blank, nameless), language, now);
  const { languages, rest: noLanguages } = namedLanguages(timeless, language);
  const { stars, rest: noStars } = namedStars(noLanguages);
  const { said, rest } = eventIn(noStars, language);
  const about = aboutIn(text, rest, language);
  const { topics } = about;
  // "Mentions of the hotfix since it came out": the topic is what happened.
  const event = said?.name === THAT ? topics[0] && { ...said, name: topics[0].words } : said;
  return {
    text,
    nameless: open,
    frame: frameOf(text, [...named, ...again, ...places], timeless),
    language,
    intents: [...new Set(lexicon.intents.filter(([, pattern]) => pattern.test(open)).map(([intent]) => intent))],
    ...time,
    event: event ?? null,
    eventDay: dayOfEvent(event ?? null, dated, text),
    without,
    unknowable: unknowableIn(known, language),
    per: lexicon.per.find(([, pattern]) => pattern.test(counted))?.[0] ?? null,
    average,
    partOfChange: asksPartOfChange(text, language) && (topics.length > 0 || theme !== null),
    together: TOGETHER.test(text),
    sources: named.map(({ thing }) => thing.name),
    places: places.map(({ thing }) => thing),
    monitors: watched.map(({ thing }) => thing.name),
    tag,
    theme: theme?.thing ?? null,
    languages,
    stars,
    ...about,
    labels: namedLabels(text, language),
    unread: unreadTime(rest, language),
    by: clock ?? lexicon.by.find(([, pattern]) => pattern.test(open))?.[0] ?? null,
    number: numberAsked(text),
    order: orderOf(text, lexicon),
  };
}

/** What comments are grouped by or averaged over, and the text without the words that say so. */
function groupsIn(text: string, language: QuestionLanguage) {
  const { clock, rest } = clockIn(text, language);
  const averaged = averageIn(rest, language);
  return { clock, average: averaged?.per ?? null, counted: averaged?.rest ?? rest };
}

/** Everything that is called by its name. @param counted the text without words of groups @returns with the text without the names */
function namesIn(text: string, counted: string, { sources, monitors, tags = [], themes = [] }: Surroundings) {
  const { named, again } = sourcesIn(text, sources);
  const watched = withUs(namedMonitors(text, monitors), text, monitors);
  const { tag, rest } = namedTag([...named, ...again, ...watched].reduce(blank, counted), tags);
  const theme = namedTheme(rest, themes);
  return { named, again, watched, tag, theme, rest: theme ? blank(rest, theme) : rest };
}

/** The kinds of comments that are asked for, what those who wrote them felt, and what they are about. */
function aboutIn(
  text: string,
  rest: string,
  language: QuestionLanguage,
): Pick<Understanding, 'kinds' | 'emotions' | 'topics'> {
  const kinds = namedKinds(text, language);
  const topics = topicsBeside(kinds, topicsIn(withoutEmotions(rest, language), language));
  return { kinds, emotions: namedEmotions(text, language), topics };
}

/** Sources by their names; `again`: what is left of them where one stands by two of its names, as in 微博（Weibo）. */
function sourcesIn(text: string, sources: Surroundings['sources']) {
  const named = namedSources(text, sources);
  return { named, again: namedSources(named.reduce(blank, text), sources) };
}

/** What happened, and the question without it. */
function eventIn(text: string, language: QuestionLanguage) {
  const said = namedEvent(text, language);
  return { said, rest: said ? blank(text, said) : text };
}

/** "The apology on 6 November": the day of what happened, where the question itself says it. */
function dayOfEvent(event: NamedEvent | null, periods: readonly FoundPeriod[], text: string): string | null {
  const [day, more] = periods;
  if (!event || !day || more || day.closed || !day.from.equals(day.to)) return null;
  const [first, second] = day.start < event.start ? [day, event] : [event, day];
  const between = text.slice(Math.min(first.end, second.start), second.start);
  return /^\s*(?:on|of|from|の|的|[(（])?\s*$/iu.test(between) ? day.from.toString() : null;
}

/** A competitor has a name in each language; those of a brand stand for all that is said about it. */
function placeOfMonitor({ name, kind, words = [] }: Surroundings['monitors'][number], text: string) {
  const names = kind === 'competitor' ? [name, ...words.filter((word) => word.length > 1 && !topicRow(word))] : [name];
  return names.flatMap((one) => placeOf(one, text) ?? [])[0] ?? null;
}

/** "Charging case" is a topic, too: only who speaks of a monitor means the one of this name. */
const namedMonitors = (text: string, monitors: Surroundings['monitors']) =>
  monitors.flatMap((thing) => {
    const place = !topicRow(thing.name) || MONITOR.test(text) ? placeOfMonitor(thing, text) : null;
    return place ? [{ thing, ...place }] : [];
  });

const US = /\b(?:us|we|ours?)\b|我们|咱|自家|我方|うち|弊社|自社|当社|私たち|我々/iu;
const AGAINST =
  /\b(?:or|than|vs\.?|versus|against|compared?|beat(?:ing)?|ahead|behind|better|worse)\b|比|输|赢|还是|より|どっち|どちら|対/iu;

const SAID =
  /说(?:了|些)*(?:什么|啥)|怎么说|(?:都)?在?聊(?:些)?(?:什么|啥)|何(?:て|と|を)(?:言|書)|どう言|\bwhat (?:do|are|did) (?:people|they|customers|users) (?:say|saying|write|mention)/iu;
const saysUs = (text: string, brand: Surroundings['monitors'][number] | undefined): boolean =>
  US.test(text) || (brand?.words ?? []).some((word) => word.length > 1 && placeOf(word, text) !== null);

/** "Us or Nubira?": whoever is held against a competitor as "us" is the one brand that is watched. */
function withUs(
  named: ReturnType<typeof namedMonitors>,
  text: string,
  monitors: Surroundings['monitors'],
): ReturnType<typeof namedMonitors> {
  const [rival, more] = named;
  const [brand, another] = monitors.filter(({ kind }) => kind === 'brand');
  const isMeant = rival?.thing.kind === 'competitor' && !more && saysUs(text, brand) && AGAINST.test(text);
  // 拿我们跟努比拉比的时候说啥: what is said where the competitor is named.
  return isMeant && brand && !another && !SAID.test(text) ? [{ thing: brand, start: 0, end: 0 }, ...named] : named;
}

/** A tag is meant only where it is called one: "battery" alone asks for all comments about it, however few were tagged. */
const TAG_WORD = /\b(?:tag(?:ged)?(?: (?:as|with))?)\b|(?:带|有)?标签|タグ(?:の)?/iu;

/** The tag that a text names, and the text without its name. */
function namedTag(
  text: string,
  tags: NonNullable<Surroundings['tags']>,
): { readonly tag: string | null; readonly rest: string } {
  if (!TAG_WORD.test(text)) return { tag: null, rest: text };
  const places = tags.flatMap(({ name }) => {
    const place = placeOf(name, text);
    return place ? [{ thing: name, ...place }] : [];
  });
  // The longest name that is there: "late delivery" and not "late".
  const [found] = places.sort((a, b) => b.end - b.start - (a.end - a.start));
  return found ? { tag: found.thing, rest: blank(text.replace(TAG_WORD, blanks), found) } : { tag: null, rest: text };
}

const blanks = (words: string): string => ' '.repeat(words.length);

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
  if (LIKED.test(text)) return 'liked';
  if (lexicon.newest.test(text)) return 'newest';
  return lexicon.oldest.test(text) ? 'oldest' : null;
}

const blank = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** "The Shop source": what a name is called by puts nothing in an order. */
const withoutNouns = (text: string): string =>
  text.replace(
    /(?<=#{2}'?s? )(?:source|platform|channel|site|network|store)\b(?!s)|\b(?:source|platform|channel|site|network)(?= (?:called |named )?#{2})/giu,
    blanks,
  );

/** The same for a name, of which a question may still say that it has one: "on X". */
const blankName = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${text.slice(0, start)}${'#'.repeat(end - start)}${text.slice(end)}`;
