import { EvaluationChangesQuery } from './evaluation-changes.query';
import { RoleEditor } from './role-editor';
import { RoleEvaluationsQuery } from './role-evaluations.query';
import { RoleHistoryQuery } from './role-history.query';
import { RoleTrialRunner } from './role-trial';
import { RoleRepository } from './role.repository';

/** What keeps, shows and tries prompts. */
export const ROLES = [
  RoleRepository,
  RoleHistoryQuery,
  RoleEvaluationsQuery,
  RoleEditor,
  RoleTrialRunner,
  EvaluationChangesQuery,
];
