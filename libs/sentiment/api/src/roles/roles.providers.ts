import { EvaluationChangesQuery } from './evaluation-changes.query';
import { RoleEditor } from './role-editor';
import { LabelVersions } from './label-versions.repository';
import { OwnRoles } from './own-role.repository';
import { RoleEvaluationsQuery } from './role-evaluations.query';
import { RoleHistoryQuery } from './role-history.query';
import { RoleRunner } from './role-runner';
import { RoleTrialRunner } from './role-trial';
import { RoleRepository } from './role.repository';

/** What keeps, shows and tries prompts. */
export const ROLES = [
  RoleRepository,
  OwnRoles,
  LabelVersions,
  RoleHistoryQuery,
  RoleEvaluationsQuery,
  RoleEditor,
  RoleTrialRunner,
  RoleRunner,
  EvaluationChangesQuery,
];
