import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { LabellingJob } from './jobs/labelling.job';
import { RelabellingJob } from './jobs/relabelling.job';
import { LabelRepository } from './label.repository';
import { LabellingProgress } from './labelling-progress';
import { LABEL_ROLE } from './prompts/label';
import { Relabeller } from './relabelling/relabeller';
import { RelabellingController } from './relabelling/relabelling.controller';
import { RelabellingCountsQuery } from './relabelling/relabelling-counts.query';
import { RelabellingOutcomeQuery } from './relabelling/relabelling-outcome.query';
import { RelabellingPlanner } from './relabelling/relabelling-planner';
import { RelabellingRepository } from './relabelling/relabelling.repository';
import { RelabellingViewer } from './relabelling/relabelling-viewer';
import { RelabellingWatch } from './relabelling/relabelling-watch';
import { RoleEditor } from './roles/role-editor';
import { RoleEvaluationsQuery } from './roles/role-evaluations.query';
import { RoleHistoryQuery } from './roles/role-history.query';
import { RoleTrialRunner } from './roles/role-trial';
import { RoleRepository } from './roles/role.repository';
import { RolesController } from './roles/roles.controller';
import { SentimentController } from './sentiment.controller';
import { SentimentLabeller } from './sentiment-labeller';
import { WorkspaceList } from './workspace-list.query';

const ROLES = [RoleRepository, RoleHistoryQuery, RoleEvaluationsQuery, RoleEditor, RoleTrialRunner];
const RELABELLING = [RelabellingRepository, RelabellingCountsQuery, RelabellingOutcomeQuery, RelabellingWatch, RelabellingViewer, RelabellingPlanner, Relabeller, RelabellingJob];

/** Labels every comment and keeps the counts of moods. */
@Module({
  imports: [CommentsModule],
  controllers: [SentimentController, RolesController, RelabellingController],
  providers: [LabelRepository, SentimentLabeller, LabellingProgress, LabellingJob, WorkspaceList, ...ROLES, ...RELABELLING],
  exports: [LabelRepository],
})
export class SentimentModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly labels: LabelRepository,
    private readonly roles: RolePrompts,
  ) {}

  onModuleInit(): void {
    this.roles.register(LABEL_ROLE);
    this.intake.onStored((transaction, workspaceId, ids) => this.labels.enqueue(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.labels.forget(transaction, workspaceId, ids));
  }
}
