import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { TextLabelsModule } from '@moodline/sentiment/api';
import { COMPANION_ROLE } from './prompts/companion';
import { SUPPORT_ROLE } from './prompts/support';
import { SnippetsController } from './triage/snippets.controller';
import { SupportAnswers } from './triage/support-answer.repository';
import { SupportAnswersQuery } from './triage/support-answers.query';
import { SupportDrafter } from './triage/support-drafter';
import { SupportSettings } from './triage/support-settings.repository';
import { TriageBoard } from './triage/triage-board';
import { TriageController } from './triage/triage.controller';
import { TriageQueueQuery } from './triage/triage.query';
import { TryController } from './try.controller';
import { TextTrial } from './try/text-trial';

/** Roles of the model beyond analytics. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [CommentsModule, TextLabelsModule],
  controllers: [TryController, SnippetsController, TriageController],
  providers: [
    TextTrial,
    TriageQueueQuery,
    SupportAnswersQuery,
    SupportAnswers,
    SupportSettings,
    SupportDrafter,
    TriageBoard,
  ],
})
export class AssistantsModule implements OnModuleInit {
  constructor(
    private readonly roles: RolePrompts,
    private readonly intake: CommentIntake,
    private readonly answers: SupportAnswers,
  ) {}

  onModuleInit(): void {
    this.roles.register(...Object.values(COMPANION_ROLE), ...Object.values(SUPPORT_ROLE));
    this.intake.onGone((transaction, workspaceId, ids) => this.answers.forget(transaction, workspaceId, ids));
  }
}
