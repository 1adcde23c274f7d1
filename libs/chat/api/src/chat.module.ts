import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { NARRATOR_ROLE, THEMES_ROLE, TrendsModule } from '@moodline/trends/api';
import { ChatAnswerer } from './chat-answerer';
import { ChatController } from './chat.controller';
import { FactFinder } from './facts/fact-finder';
import { ThemeFacts } from './facts/theme-facts';
import { Narrator } from './narrator';
import { ASKS_ROLE } from './prompts/asks';
import { QuotesQuery } from './queries/quotes.query';
import { SourcesQuery } from './queries/sources.query';
import { IntentReader } from './question/question-intent';
import { QuestionReader } from './question/question-reader';

/** Questions and answers. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [CommentsModule, TrendsModule],
  controllers: [ChatController],
  providers: [ChatAnswerer, QuestionReader, IntentReader, FactFinder, ThemeFacts, Narrator, QuotesQuery, SourcesQuery],
})
export class ChatModule implements OnModuleInit {
  constructor(private readonly roles: RolePrompts) {}

  onModuleInit(): void {
    for (const role of [ASKS_ROLE, NARRATOR_ROLE, THEMES_ROLE]) this.roles.register(...Object.values(role));
  }
}
