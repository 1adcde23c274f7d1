import { Injectable } from '@nestjs/common';
import type { Intent, Question, TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE, type FactScope } from '@moodline/narration/contract';
import { askedPeriod, type AskedPeriod } from './asked-period';
import { askedScope, filterOfScope, scopeOfPage } from './asked-scope';
import { EventFinder } from './event-finder';
import { goesOn, inherited, weekOfBefore } from './follow-up';
import type { Inquiry, Reading } from './inquiry';
import { completed, wantedBy, type Wanted } from './intent-decision';
import { IntentModel } from './intent-model';
import { OpenQuestions } from './open-questions';
import { plainQuestion, withoutCommands } from './plain-question';
import { QuestionContextReader, type QuestionContext } from './question-context';
import { questionLanguage, type QuestionLanguage } from './question-language';
import { slips } from './scope/spelling';
import { topicQuery } from './scope/topic';
import { topicRow } from './scope/topic-words';
import { LEXICONS, understand, type Understanding } from './understanding';
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

const UNANSWERED: readonly Intent[] = ['help', 'alert', 'report', 'other'];

/** Reads a question: its parts by rules, the intent by the model where rules are silent; what cannot be resolved is asked back. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly contexts: QuestionContextReader,
    private readonly model: IntentModel,
    private readonly events: EventFinder,
    private readonly words: WrittenWords,
    private readonly open: OpenQuestions,
  ) {}

  async read(workspaceId: number, question: Question, signal?: AbortSignal): Promise<Reading> {
    const language = questionLanguage(question.question);
    const context = await this.contexts.read(workspaceId);
    if (question.typed) return this.asTyped({ workspaceId, language, context }, question.typed);
    const plain = plainQuestion(withoutCommands(question.question), language);
    const text = language === 'en' ? await this.mended(workspaceId, plain) : plain;
    const understood = understand(text, language, context);
    const lexicon = LEXICONS[language];
    const elsewhere = lexicon.elsewhere.test(text) && !lexicon.own.test(text) && !understood.sources.length;
    if (!text || lexicon.makes.test(text) || elsewhere) return declined('other', language);
    const own = wantedBy(understood);
    const { previous } = question;
    const follows = previous !== undefined && goesOn(understood, own);
    const week = follows ? weekOfBefore(understood, previous) : null;
    const read = week ? { ...understood, periods: [week], unread: null } : understood;
    const wanted = follows
      ? inherited(read, own, previous)
      : (own ?? (await this.withoutWords(workspaceId, read, signal)));
    if (!wanted) return declined('other', language);
    if (UNANSWERED.includes(wanted.intent)) return declined(wanted.intent, language);
    const page = { scope: scopeOfPage(question.filter ?? {}, context), period: periodOfPage(question.filter) };
    const base = follows
      ? { scope: { ...previous.scope, labels: [] }, period: { period: previous.period, compared: previous.compared } }
      : page;
    return this.resolved({ workspaceId, question, read, context, base }, wanted);
  }

  /** Slips of the finger in words that no comment has either. */
  private async mended(workspaceId: number, text: string): Promise<string> {
    const wrong = slips(text);
    if (!wrong.size) return text;
    const present = await this.words.written(workspaceId, [...wrong.keys()]);
    return [...wrong]
      .filter(([word]) => !present.has(word))
      .reduce((mended, [word, meant]) => mended.replace(new RegExp(`\\b${word}\\b`, 'gi'), meant), text);
  }

  /** A question none of whose words tells what it wants: a bare topic or place, or what the model says about it. */
  private async withoutWords(workspaceId: number, read: Understanding, signal?: AbortSignal): Promise<Wanted | null> {
    if (read.sources.length >= 2 || read.languages.length >= 2) return completed('compare', read);
    const bare = read.topics.length === 0;
    const narrowed =
      read.places.length +
        read.sources.length +
        read.monitors.length +
        read.languages.length +
        read.labels.length +
        read.periods.length >
      0;
    if (bare && narrowed) return completed(read.labels.length ? 'count' : 'trend', read);
    const queries = read.topics.map((topic) => topicQuery(topic));
    const known = await this.words.written(workspaceId, queries);
    const all = queries.length > 0 && queries.every((query) => known.has(query));
    // Nothing but a topic ("hinge?", 薄荷绿), or hardly more than one that people are known to talk about.
    const isShort = read.text.length <= SHORT && read.topics.every(({ words }) => topicRow(words));
    if (all && (isShort || isBare(read))) return completed('topic', read);
    if (!all && !LEXICONS[read.language].own.test(read.text)) return null;
    const guess = await this.model.guess(workspaceId, read.text, { language: read.language, signal });
    if (!guess || UNANSWERED.includes(guess)) return null;
    return completed(guess === 'topic' && bare ? 'summary' : guess, read);
  }

  private async resolved(asked: Asked, wanted: Wanted): Promise<Reading> {
    const { workspaceId, read, context, base } = asked;
    const event =
      read.event?.name ?? (wanted.intent === 'effect' ? read.topics.map(({ words }) => words).join(' ') : '');
    const eventDay = event ? await this.events.dayOf(workspaceId, event) : null;
    const { intent, measure, by, order, number } = wanted;
    const scope = askedScope(read, wanted, base.scope);
    const days = askedPeriod(read, { wanted, now: context.now, eventDay, fallback: base.period });
    const typed: TypedQuestion = { intent, measure, scope, ...days, by, order, number, event: event || null };
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
    const eventDay = typed.event ? await this.events.dayOf(workspaceId, typed.event) : null;
    return { kind: 'inquiry', inquiry: inquiryOf({ workspaceId, read: { language }, context }, typed, eventDay) };
  }
}

const SHORT = 24;

/** Whether a question is its topics and nothing else. */
const isBare = ({ text, topics, sources, periods }: Understanding): boolean =>
  topics.length <= 2 &&
  (topics.every(({ words }) => topicRow(words)) || !sources.length) &&
  !periods.length &&
  !/\p{L}/u.test(
    topics.reduce((left, { words }) => left.replace(words, ' '), text).replace(/(?:的|呢|吗|は|って|and|the)/giu, ' '),
  );

const NOTHING: Omit<TypedQuestion, 'intent'> = {
  measure: 'list',
  scope: WHOLE_SCOPE,
  period: null,
  compared: null,
  by: null,
  order: null,
  number: null,
  event: null,
};

const declined = (intent: Intent, language: QuestionLanguage): Reading => ({
  kind: 'declined',
  intent,
  language,
  typed: { ...NOTHING, intent },
});

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
