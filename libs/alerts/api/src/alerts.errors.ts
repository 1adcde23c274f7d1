import { DomainError } from '@moodline/shared/http';

/** Two rules of one workspace cannot have the same name. */
export class AlertRuleNameTakenError extends DomainError {
  constructor(name: string) {
    super('alert-rule-name-taken', `There is a rule named "${name}" already. Choose another name.`, 409);
  }
}
