import { Injectable } from '@nestjs/common';
import type { AsksBack, Intent, TypedQuestion } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { SUBJECTS } from '@moodline/trends/api';
import { WAYS_ON } from '../answer-words';
import { unaccounted } from './accounted-for';
import { written } from './asked-period';
import type { Reading } from './inquiry';
import { otherWords } from './other-words';
import { lastUnits, type Now } from './periods/calendar';
import type { QuestionContext } from './question-context';
import { topicQuery, type Topic } from './scope/topic';
import { topicRow } from './scope/topic-words';
import { queryOfTopic, topicText } from './topic-query';
import type { Understanding } from './understanding';
import { WrittenWords } from './written-words';

/** A question of which all parts are read. */
export interface ReadQuestion {
  readonly workspaceId: number;
  readonly read: Understanding;
  readonly context: QuestionContext;
  /** Its scope as a filter. */
  readonly filter: CommentFilter;
}

const MOST_OPTIONS = 4;
const ALONE = { together: false, without: { topics: [] } } as const;
const WAYS_BACK = [7, 30] as const;
/** What has an answer without a topic: a word that only may be one is asked back. */
const TOPIC_IS_OPTIONAL: readonly Intent[] = [
  'count',
  'share',
  'trend',
  'compare',
  'ranking',
  'complaints',
  'praise',
  'why',
  'fix',
  'summary',
];

/** Finds what has to be asked back before an answer could be right. */
@Injectable()
export class OpenQuestions {
  constructor(private readonly words: WrittenWords) {}

  /** @param event one that no comment shows @returns null where nothing is open */
  async of(question: ReadQuestion, typed: TypedQuestion, event: string | null): Promise<Reading | null> {
    const { read, context } = question;
    const back = (reason: AsksBack['reason'], words: string, options: AsksBack['options']): Reading => ({
      kind: 'asks-back',
      language: read.language,
      typed,
      reason,
      words,
      options: options.slice(0, MOST_OPTIONS),
    });
    const [place] = read.places;
    if (place && !read.topics.some(({ words }) => words.includes(place)))
      return back(
        'no-source',
        place,
        context.sources.map(({ name }) => ({
          text: name,
          typed: { ...typed, scope: { ...typed.scope, sources: [name] } },
        })),
      );
    if (read.either.length && !read.periods.length)
      return back(
        'ambiguous-period',
        '',
        read.either.map((period) => ({ text: '', typed: { ...typed, period: written(period) } })),
      );
    const versions = typed.intent === 'compare' ? versionsIn(read.text) : [];
    if (versions.length > 1 || (versions.length && isOneSided(read, typed)))
      return back(
        'unclear',
        versions.join(', '),
        versions.map((version) => ({ text: version, typed: ofVersion(typed, version) })),
      );
    // One number cannot stand for each of three times.
    if (read.several)
      return back(
        'unclear-period',
        '',
        read.several.all.map((period) => ({ text: '', typed: { ...typed, period: written(period), compared: null } })),
      );
    if (event) return back('no-event', event, []);
    if (read.unread && !['day', 'week', 'month'].includes(typed.by ?? ''))
      return back('unclear-period', read.unread, periodsOf(typed, read, context.now));
    const onTopic = await this.ofTopic(question, typed, back);
    if (onTopic) return onTopic;
    const left = unaccounted(read, typed);
    return left === null ? null : back('unclear', left, [{ text: WAYS_ON[read.language].without(left), typed }]);
  }

  private async ofTopic(
    { workspaceId, read, context }: ReadQuestion,
    typed: TypedQuestion,
    back: (reason: AsksBack['reason'], words: string, options: AsksBack['options']) => Reading,
  ): Promise<Reading | null> {
    if (!read.topics.length || !typed.scope.topic) return null;
    const query = queryOfTopic(typed.scope.topic);
    const isWritten = (await this.words.written(workspaceId, [query])).has(query);
    // What is held against something else is meant.
    const isOptional =
      TOPIC_IS_OPTIONAL.includes(typed.intent) && !(typed.intent === 'compare' && typed.by === 'theme');
    const unsure = isOptional ? read.topics.filter((topic) => !isSure(topic)) : [];
    if (!isWritten) {
      const others = await this.otherTopics(workspaceId, typed, { read, context });
      const without = unsure.length ? [withoutTopics(typed, read, unsure)] : [];
      return back('no-topic', typed.scope.topic, [...others.slice(0, MOST_OPTIONS - without.length), ...without]);
    }
    const missing = await this.unwritten(workspaceId, read);
    if (missing) return back('no-topic', missing.words, [withoutTopics(typed, read, [missing])]);
    const [doubtful] = unsure;
    if (!doubtful) return null;
    const only = { text: WAYS_ON[read.language].only(doubtful.words), typed };
    return back('unsure-topic', doubtful.words, [only, withoutTopics(typed, read, unsure)]);
  }

  /** Of alternatives one that nobody wrote: the others would be told in its place. */
  private async unwritten(workspaceId: number, { topics, together }: Understanding): Promise<Topic | undefined> {
    if (together || topics.length < 2 || !topics.slice(1).every(({ listed }) => listed)) return undefined;
    const queries = topics.map((topic) => queryOfTopic(topicText([topic], ALONE) ?? ''));
    const known = await this.words.written(workspaceId, queries);
    return topics.find(({ exact }, index) => !exact && !known.has(queries[index] ?? ''));
  }

  /** The themes that are nearest to a topic that nobody wrote, and other words for it that somebody wrote. */
  private async otherTopics(
    workspaceId: number,
    typed: TypedQuestion,
    { read, context }: { read: Understanding; context: QuestionContext },
  ): Promise<AsksBack['options']> {
    const themes = nearestThemes(read, context).map((theme) => ({
      text: theme,
      typed: { ...typed, scope: { ...typed.scope, topic: null, theme } },
    }));
    const single = otherWords(read.topics, read.language);
    const queries = single.map((words) => topicQuery({ words, exact: false }));
    const known = await this.words.written(workspaceId, queries);
    const words = single
      .filter((_, index) => known.has(queries[index] ?? ''))
      .map((topic) => ({ text: topic, typed: { ...typed, scope: { ...typed.scope, topic } } }));
    return [...themes, ...words];
  }
}

/** Whether a comparison has nothing but a version to compare. */
const isOneSided = ({ event, sources, languages }: Understanding, { compared, by }: TypedQuestion): boolean =>
  !compared && !by && !event && sources.length < 2 && languages.length < 2;

/** Versions of an app that a question names: they are looked at one by one. */
const versionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<![\d.])\d+(?:\.\d+)+(?![\d.%])/gu)].map(([version]) => version)),
];

/** How the mood is in what was written about one version. */
const ofVersion = (typed: TypedQuestion, version: string): TypedQuestion => ({
  ...typed,
  intent: 'trend',
  measure: 'net',
  by: null,
  compared: null,
  scope: { ...typed.scope, topic: null, versions: [version] },
});

/** Stands where a topic stands, or is something that people are known to talk about. */
function isSure({ words, sure, exact, listed }: Topic): boolean {
  if (sure || exact || listed || topicRow(words)) return true;
  const lower = words.toLowerCase();
  return SUBJECTS.some((subject) => subject.words.includes(lower) || subject.names.en.toLowerCase() === lower);
}

function withoutTopics(
  typed: TypedQuestion,
  read: Understanding,
  unsure: readonly Topic[],
): AsksBack['options'][number] {
  const { topics, language } = read;
  const topic = topicText(
    topics.filter((one) => !unsure.includes(one)),
    read,
  );
  const text = topic ? WAYS_ON[language].only(topic) : WAYS_ON[language].all;
  return { text, typed: { ...typed, scope: { ...typed.scope, topic } } };
}

function periodsOf(typed: TypedQuestion, { language }: Understanding, now: Now): AsksBack['options'] {
  return WAYS_BACK.flatMap((days) => {
    const period = lastUnits(now, days, 'day');
    return period
      ? [{ text: WAYS_ON[language].days(days), typed: { ...typed, period: written(period), compared: null } }]
      : [];
  });
}

/** Themes that share a word or a subject with a topic, by their name in the language of the question. */
function nearestThemes({ topics, language }: Understanding, { themes }: QuestionContext): string[] {
  const words = new Set(topics.flatMap((topic) => [...piecesOf(topic.words, language)]));
  const near = themes.filter(({ names }) =>
    names.some((name) => [...piecesOf(name, language)].some((piece) => words.has(piece))),
  );
  const subjects = SUBJECTS.filter((subject) => subject.words.some((word) => words.has(word)));
  const bySubject = themes.filter(({ names }) =>
    subjects.some((subject) => names.some((name) => name.toLowerCase() === subject.names.en.toLowerCase())),
  );
  return [...new Set([...near, ...bySubject])].slice(0, 2).flatMap(({ names }) => nameIn(names, language) ?? []);
}

const piecesOf = (text: string, language: Understanding['language']): Set<string> =>
  new Set(
    [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text.toLowerCase())]
      .map(({ segment }) => segment)
      .filter((segment) => /\p{L}{2}/u.test(segment) && !/^(?:and|the|of)$/.test(segment)),
  );

/** Of the names of a theme the one in a language: Chinese first, then English, then Japanese, as they are kept. */
const nameIn = (names: readonly string[], language: Understanding['language']): string | undefined =>
  names[names.length === 1 ? 0 : { zh: 0, en: 1, ja: 2 }[language]] ?? names[0];
