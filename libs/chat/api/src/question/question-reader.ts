import { Injectable } from '@nestjs/common';
import type { AsksBack, Intent, Question, TypedQuestion } from '@moodline/chat/contract';
import type { FactScope } from '@moodline/narration/contract';
import { FactFinder } from '../facts/fact-finder';
import { isAnchored } from './anchors';
import { narrowedTo, pointedAt, timePointedAt } from './antecedent';
import { askedPeriod, type AskedPeriod } from './asked-period';
import { askedScope, filterOfScope, scopeOfPage } from './asked-scope';
import { canBeTold, isBare, isOffTopic, MOVED_MOST, NOUN } from './can-be-told';
import { endsOfSpan } from './ends-of-span';
import { besideBefore, goesOn, goingOn, inherited } from './follow-up';
import type { Inquiry, Reading } from './inquiry';
import { completed, wantedBy } from './intent-decision';
import type { Wanted } from './wanted';
import { IntentModel } from './intent-model';
import { decided, learnedOutside } from './learned/learned-decision';
import type { LearnedQuestion } from './learned/learned-question';
import { LearnedQuestions } from './learned/question-heads';
import { OpenQuestions } from './open-questions';
import { declined, isForeign, outsideOf, unclear } from './outside';
import { plainQuestion, withoutCommands } from './plain-question';
import { QuestionContextReader, type QuestionContext } from './question-context';
import { questionLanguage, type QuestionLanguage } from './question-language';
import { inARow } from './in-a-row';
import { onAverage, onTheClock } from './on-the-clock';
import { againstTheRest } from './scope/against-the-rest';
import { amongAll } from './scope/asked-whether-first';
import { knownNames } from './scope/known-names';
import { withoutEffectOfThing } from './scope/things';
import { topicsBeside } from './scope/named-kinds';
import { nearWords, slips } from './scope/spelling';
import { asDescribed } from './scope/topic';
import { topicRow } from './scope/topic-words';
import { queryOfTopic, topicText } from './topic-query';
import { TimeFinder } from './time-finder';
import { LEXICONS, understand, type Understanding } from './understanding';
import { spelledOut } from './words/shorthand';
import { WrittenWords } from './written-words';

/** A question on its way to an inquiry. */
interface Asked {
  readonly workspaceId: number;
  readonly question: Question;
  readonly read: Understanding;
  readonly context: QuestionContext;
  /** What the question goes on from. */
  readonly base: { readonly scope: FactScope; readonly period: AskedPeriod };
}

/** What a question is asked of and with. */
interface Asking {
  readonly workspaceId: number;
  readonly question: Question;
  readonly context: QuestionContext;
  readonly signal?: AbortSignal;
  readonly learned: LearnedQuestion;
}

const [SHORT, ONE_WORD] = [24, 10];
const ALONE = { together: false, without: { topics: [] } } as const;

type AskedBack = Extract<Reading, { kind: 'asks-back' }>;

const MOST_CORRECTIONS = 3;
const UNANSWERED: readonly Intent[] = ['help', 'alert', 'report', 'other'];

/** Words that point at a time of which nothing was said: "how many on that day?" as the first question. */
const unsaidTime = ({ text, language, periods, event }: Understanding): string | null =>
  periods.length || event ? null : timePointedAt(text, language);

/** Signs of which each says nothing: 人在提. */
const SAYS_LITTLE = /^[人在提说有的是会要被给个讲叫让去来看做到过着]+$/u;
const ONE_OF = /哪|谁|比|还是|どっち|どちら|より/u;
/** 工作和大学哪个更负面: where one of two that are held against each other is meant, so is the other. */
function withTheirList(
  { topics, language, text }: Understanding,
  kept: Understanding['topics'],
): Understanding['topics'] {
  const isList = language !== 'en' && topics.length > 1 && topics.slice(1).every(({ listed }) => listed);
  const isKept = ({ words }: (typeof topics)[number]) =>
    kept.some((one) => one.words.includes(words) || words.includes(one.words));
  return isList && ONE_OF.test(text) && topics.some(isKept) && !topics.every(isKept) ? topics : kept;
}

/** 2.4.1 is what a question is about, wherever it stands. */
const withVersions = ({ topics, language }: Understanding, kept: Understanding['topics']): Understanding['topics'] =>
  language === 'en'
    ? kept
    : [
        ...kept,
        ...topics.filter(
          ({ words }) => /^\d+(?:\.\d+)+$/u.test(words) && !kept.some((one) => one.words.includes(words)),
        ),
      ];

/** Words of a language without spaces that rules took for a topic, and that stand in none of those that were kept. */
const passedOver = ({ topics, language }: Understanding, kept: Understanding['topics']): string[] =>
  language === 'en'
    ? []
    : topics
        .map(({ words }) => words)
        .filter((words) => !SAYS_LITTLE.test(words))
        .filter((words) => !kept.some((one) => one.words.includes(words) || words.includes(one.words)));

/** Reads a question: its parts by rules, the intent by the model where rules are silent; what cannot be resolved is asked back. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly contexts: QuestionContextReader,
    private readonly model: IntentModel,
    private readonly times: TimeFinder,
    private readonly words: WrittenWords,
    private readonly open: OpenQuestions,
    private readonly learned: LearnedQuestions,
    private readonly facts: FactFinder,
  ) {}

  async read(workspaceId: number, question: Question, signal?: AbortSignal): Promise<Reading> {
    const language = questionLanguage(question.question);
    const context = await this.contexts.read(workspaceId);
    if (question.typed) return this.asTyped({ workspaceId, language, context }, question.typed);
    const plain = plainQuestion(withoutCommands(question.question), language);
    if (!plain) return declined('other', language);
    const text = language === 'en' ? await this.mended(workspaceId, plain, context) : plain;
    const { read, learned } = await this.heard(text, language, context);
    const topics = await this.words.apart(workspaceId, read.topics, language);
    const asked = { ...read, topics, unread: read.unread ?? (question.previous ? null : unsaidTime(read)) };
    const before = await this.antecedent(asked, { workspaceId, question, context });
    return this.understood(
      { workspaceId, question: { ...question, previous: before }, context, signal, learned },
      before === question.previous ? asked : { ...asked, unread: null, pointed: true },
    );
  }

  /** The question before, narrowed to what of its answer this one points at: 那天 is the day that it found. */
  private async antecedent(
    { text, language }: Understanding,
    { workspaceId, question: { previous }, context }: Pick<Asking, 'workspaceId' | 'question' | 'context'>,
  ): Promise<Question['previous']> {
    const what = previous && pointedAt(text, language, previous);
    if (!what) return previous;
    const eventDay = previous.event ? await this.times.events.dayOf(workspaceId, previous.event) : null;
    const { facts } = await this.facts.find(
      inquiryOf({ workspaceId, read: { language }, context }, previous, eventDay),
    );
    return narrowedTo(previous, what, { facts, themes: context.themes });
  }

  private async heard(text: string, language: QuestionLanguage, context: QuestionContext) {
    const ruled = understand(text, language, context);
    const learned = await this.learned.of(ruled);
    const kept = withVersions(ruled, withTheirList(ruled, learned.topics));
    const topics = topicsBeside(ruled.kinds, kept).map((topic) => asDescribed(topic, ruled.text));
    return { read: { ...ruled, topics, passedOver: passedOver(ruled, kept) }, learned };
  }

  /** @param corrected whether words of the question were replaced by others that may be meant */
  private async understood(
    { workspaceId, question, context, signal, learned }: Asking,
    asked: Understanding,
    corrected = false,
  ): Promise<Reading> {
    const plain = endsOfSpan(againstTheRest(asked));
    const understood = amongAll(inARow(onAverage(onTheClock(plain))));
    const { language } = understood;
    const { previous } = question;
    const outside = outsideOf(understood);
    if (outside) return outside;
    const beside = besideBefore(understood, previous);
    const own = wantedBy(beside);
    const anchored = isAnchored(beside, own?.intent ?? null);
    const follows =
      previous !== undefined && (beside !== understood || understood.pointed || !anchored || goesOn(beside, own));
    const read = follows ? goingOn(beside, previous) : beside;
    if (read.without.unread) return unclear(read, read.without.unread);
    // What asks for wishes, or puts all in an order, tells what is wanted.
    const isTold = follows || ((read.kinds.length > 0 || read.partOfChange || understood !== plain) && own !== null);
    const told = follows ? null : isTold ? own : decided(read, own, learned);
    const beyond = isTold ? null : learnedOutside(own, learned);
    // What words tell to be wanted of something that comments speak of is not declined by what was learned.
    if (beyond === 'other' && !(own && (await this.words.speakOf(workspaceId, read.topics))))
      return declined('other', language);
    if (beyond === 'not-known') return declined('other', language, 'untold');
    if (beyond === 'unclear' || (!follows && !anchored && !told && !understood.topics.length)) return unclear(read, '');
    const heard = follows
      ? inherited(read, own, previous)
      : (told ?? (await this.withoutWords(workspaceId, read, signal)));
    const wanted = heard && withoutEffectOfThing(read, heard);
    if (wanted && !canBeTold(read, wanted, follows)) return unclear(read, '');
    if (!wanted) return isOffTopic(read) ? declined('other', language) : unclear(read, '');
    if (UNANSWERED.includes(wanted.intent)) return declined(wanted.intent, language);
    // Only themes are put in an order by how much they moved.
    const moved =
      wanted.intent === 'ranking' && wanted.measure !== 'change' ? MOVED_MOST.exec(read.text)?.[0] : undefined;
    if (moved) return unclear(read, moved);
    const page = { scope: scopeOfPage(question.filter ?? {}, context), period: periodOfPage(question.filter) };
    const base = follows
      ? { scope: { ...previous.scope, labels: [] }, period: { period: previous.period, compared: previous.compared } }
      : page;
    const reading = await this.resolved({ workspaceId, question, read, context, base }, wanted);
    if (reading.kind !== 'asks-back' || corrected) return reading;
    return this.withCorrections({ workspaceId, question, context, signal, learned }, read, reading);
  }

  /** Words that nobody wrote may be slips of known ones: these are offered. What is left over has nothing to do with comments. */
  private async withCorrections(asking: Asking, read: Understanding, back: AskedBack): Promise<Reading> {
    if (back.reason !== 'no-topic' && back.reason !== 'unsure-topic') return back;
    const meant = read.topics.flatMap(({ words, exact }) =>
      exact ? [] : nearWords(words, knownNames(asking.context)),
    );
    const options: AsksBack['options'] = [];
    for (const [word, known] of meant.slice(0, MOST_CORRECTIONS)) {
      const text = read.text.replace(word, known);
      const heard = await this.heard(text, read.language, asking.context);
      const reading = await this.understood({ ...asking, learned: heard.learned }, heard.read, true);
      if (reading.kind === 'inquiry') options.push({ text: known, typed: reading.inquiry.typed });
    }
    const [first] = meant;
    if (first && options.length)
      return { ...back, reason: 'misspelt', words: first[0], options: [...options, ...back.options].slice(0, 4) };
    return back.reason === 'no-topic' && isForeign(read, back) ? declined('other', read.language) : back;
  }

  /** Slips of the finger in words that no comment has either. */
  private async mended(workspaceId: number, text: string, context: QuestionContext): Promise<string> {
    const wrong = slips(text, knownNames(context));
    if (!wrong.size) return text;
    const present = await this.words.written(workspaceId, [...wrong.keys()]);
    return [...wrong]
      .filter(([word]) => !present.has(word))
      .reduce(
        (mended, [word, meant]) => spelledOut(mended.replace(new RegExp(`\\b${word}\\b`, 'gi'), meant), 'en'),
        text,
      );
  }

  /** A question none of whose words tells what it wants: a bare topic or place, or what the model says about it. */
  private async withoutWords(workspaceId: number, read: Understanding, signal?: AbortSignal): Promise<Wanted | null> {
    if (read.sources.length >= 2 || read.languages.length >= 2) return completed('compare', read);
    const bare = read.topics.length === 0;
    const narrowed =
      read.places.length +
        read.sources.length +
        read.monitors.length +
        Number(read.tag !== null) +
        read.languages.length +
        read.labels.length +
        read.periods.length >
      0;
    // "Comments yesterday?" counts them.
    if (bare && narrowed) return completed(read.labels.length || NOUN.test(read.text) ? 'count' : 'trend', read);
    const queries = read.topics.map((topic) => queryOfTopic(topicText([topic], ALONE) ?? ''));
    const known = await this.words.written(workspaceId, queries);
    const all = queries.length > 0 && queries.every((query) => known.has(query));
    // Nothing but a topic ("hinge?", 薄荷绿), or hardly more than one that people are known to talk about.
    const isShort = read.text.length <= SHORT && read.topics.every(({ words }) => topicRow(words));
    if (all && (isShort || isBare(read))) return completed('topic', read);
    // Whoever writes one word alone wants to know what is said about it, even if nobody says anything.
    if (read.language !== 'en' && isBare(read, /$^/u) && read.text.length <= ONE_WORD) return completed('topic', read);
    // "Comments that bring up price and sound", "neutral comments about support"
    if (all && read.language === 'en' && NOUN.test(read.text)) return completed('topic', read);
    if (!all && !LEXICONS[read.language].own.test(read.text)) return null;
    const guess = await this.model.guess(workspaceId, read.text, { language: read.language, signal });
    if (!guess || UNANSWERED.includes(guess)) return null;
    return completed(guess === 'topic' && bare ? 'summary' : guess, read);
  }

  private async resolved(asked: Asked, wanted: Wanted): Promise<Reading> {
    const { workspaceId, read, context, base } = asked;
    const event =
      read.event?.name ?? (wanted.intent === 'effect' ? read.topics.map(({ words }) => words).join(' ') : '');
    const eventDay = read.eventDay ?? (event ? await this.times.events.dayOf(workspaceId, event) : null);
    const { intent, measure, by, order, number } = wanted;
    const scope = askedScope(read, wanted, { base: base.scope, sources: context.sources.map(({ name }) => name) });
    const days = askedPeriod(read, { wanted, now: context.now, eventDay, fallback: base.period });
    const newest: TypedQuestion = { intent, measure, scope, ...days, by, order, number, event: event || null };
    const years = await this.times.years.yearsOf(workspaceId, read, newest, context.now);
    const [year, another] = years.map((one) => ({ ...newest, ...one }));
    if (year && another)
      return {
        kind: 'asks-back',
        language: read.language,
        typed: newest,
        reason: 'ambiguous-period',
        words: '',
        options: [year, another].map((typed) => ({ text: '', typed })),
      };
    const typed = year ?? newest;
    const open = await this.open.of(
      { workspaceId, read, context, filter: filterOfScope(typed.scope, context) },
      typed,
      event && !eventDay ? event : null,
    );
    return open ?? { kind: 'inquiry', inquiry: inquiryOf(asked, typed, eventDay) };
  }

  /** A part was changed by a click: the question is answered as it stands. */
  private async asTyped(
    { workspaceId, language, context }: { workspaceId: number; language: QuestionLanguage; context: QuestionContext },
    typed: TypedQuestion,
  ): Promise<Reading> {
    if (UNANSWERED.includes(typed.intent)) return declined(typed.intent, language);
    const eventDay = typed.event ? await this.times.events.dayOf(workspaceId, typed.event) : null;
    return { kind: 'inquiry', inquiry: inquiryOf({ workspaceId, read: { language }, context }, typed, eventDay) };
  }
}

function inquiryOf(
  {
    workspaceId,
    read,
    context,
  }: { workspaceId: number; read: Pick<Understanding, 'language'>; context: QuestionContext },
  typed: TypedQuestion,
  eventDay: string | null,
): Inquiry {
  const { now, dataEnd } = context;
  return {
    workspaceId,
    language: read.language,
    typed,
    filter: filterOfScope(typed.scope, context),
    now,
    eventDay,
    dataEnd,
  };
}

function periodOfPage(filter: Question['filter']): AskedPeriod {
  const { from, to } = filter ?? {};
  return { period: from && to ? { from, to } : null, compared: null };
}
