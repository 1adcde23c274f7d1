import { Module, type OnModuleInit } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { SecretsModule } from '@moodline/shared/secrets';
import { TrendsModule } from '@moodline/trends/api';
import { ChatAnswerer } from './chat-answerer';
import { ChatController } from './chat.controller';
import { ClockAnswers } from './facts/clock-answers';
import { FactFinder } from './facts/fact-finder';
import { MonitorTotals } from './facts/monitor-totals';
import { MoodAnswers } from './facts/mood-answers';
import { OrderAnswers } from './facts/order-answers';
import { QuoteFacts } from './facts/quote-facts';
import { ThemeAnswers } from './facts/theme-answers';
import { TopicAnswers } from './facts/topic-answers';
import { McpController } from './mcp/mcp.controller';
import { McpReader } from './mcp/mcp-reader';
import { ASKS_ROLE } from './prompts/asks';
import { SurroundingsQuery } from './queries/surroundings.query';
import { EventFinder } from './question/event-finder';
import { IntentModel } from './question/intent-model';
import { QuestionFeatures } from './question/learned/question-features';
import { LearnedQuestions } from './question/learned/question-heads';
import { OpenQuestions } from './question/open-questions';
import { QuestionContextReader } from './question/question-context';
import { QuestionReader } from './question/question-reader';
import { TimeFinder } from './question/time-finder';
import { WrittenWords } from './question/written-words';
import { YearFinder } from './question/year-finder';

const READING = [
  QuestionReader,
  OpenQuestions,
  QuestionContextReader,
  IntentModel,
  LearnedQuestions,
  QuestionFeatures,
  EventFinder,
  WrittenWords,
  YearFinder,
  TimeFinder,
  SurroundingsQuery,
];
const FACTS = [
  FactFinder,
  MoodAnswers,
  OrderAnswers,
  ClockAnswers,
  ThemeAnswers,
  TopicAnswers,
  QuoteFacts,
  MonitorTotals,
];

/** Questions and answers. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [
    ...[CommentsModule, TrendsModule, SecretsModule],
    ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] }),
  ],
  controllers: [ChatController, McpController],
  providers: [ChatAnswerer, McpReader, ...READING, ...FACTS],
})
export class ChatModule implements OnModuleInit {
  constructor(private readonly roles: RolePrompts) {}

  onModuleInit(): void {
    this.roles.register(...Object.values(ASKS_ROLE));
  }
}
