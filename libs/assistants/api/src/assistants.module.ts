import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { TextLabelsModule } from '@moodline/sentiment/api';
import { SourceAnswersModule } from '@moodline/sources/api';
import { EssayCoach } from './essay/essay-coach';
import { EssayRemovalJob } from './essay/essay-removal.job';
import { EssayReader } from './essay/essay-reader';
import { Essays } from './essay/essay.repository';
import { FormerKeepersQuery } from './essay/former-keepers.query';
import { EssaysController } from './essay/essays.controller';
import { COMPANION_ROLE } from './prompts/companion';
import { withRates } from './evaluation/role-rates';
import { ESSAY_COACH_ROLE } from './prompts/essay-coach';
import { SUPPORT_ROLE } from './prompts/support';
import { TRANSLATOR_ROLE } from './prompts/translator';
import { CommentTranslator } from './translation/comment-translator';
import { TranslationController } from './translation/translation.controller';
import { AnswerSending } from './triage/answer-sending';
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
  imports: [CommentsModule, TextLabelsModule, SourceAnswersModule],
  controllers: [TryController, SnippetsController, TriageController, EssaysController, TranslationController],
  providers: [
    TextTrial,
    TriageQueueQuery,
    SupportAnswersQuery,
    SupportAnswers,
    SupportSettings,
    SupportDrafter,
    AnswerSending,
    TriageBoard,
    EssayReader,
    EssayCoach,
    Essays,
    FormerKeepersQuery,
    EssayRemovalJob,
    CommentTranslator,
  ],
})
export class AssistantsModule implements OnModuleInit {
  constructor(
    private readonly roles: RolePrompts,
    private readonly intake: CommentIntake,
    private readonly answers: SupportAnswers,
  ) {}

  onModuleInit(): void {
    this.roles.register(
      ...withRates(Object.values(COMPANION_ROLE), 'never'),
      ...withRates(Object.values(SUPPORT_ROLE), 'weak'),
      ...withRates(Object.values(ESSAY_COACH_ROLE), 'always'),
      ...withRates(Object.values(TRANSLATOR_ROLE), 'never'),
    );
    this.intake.onGone((transaction, workspaceId, ids) => this.answers.forget(transaction, workspaceId, ids));
  }
}
