import { DomainError } from '@moodline/shared/http';

/** The proposal was decided meanwhile, or another one took its place. */
export class ProposalDecidedError extends DomainError {
  constructor(state: string) {
    super('proposal-decided', `This proposal is ${state} already. Look at what is proposed now.`, 409, { state });
  }
}

/** What was learned fits what labelled then and not what labels now. */
export class ProposalOutdatedError extends DomainError {
  constructor() {
    super(
      'proposal-outdated',
      'Another version or another model labels by now. Let Moodline learn again and decide then.',
      409,
    );
  }
}
