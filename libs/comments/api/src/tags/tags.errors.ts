import { DomainError } from '@moodline/shared/http';

export class TagNameTakenError extends DomainError {
  constructor(name: string) {
    super('tag-name-taken', `There is a tag called ${name} already.`, 409, { name });
  }
}

export class TooManyTagsError extends DomainError {
  constructor(most: number) {
    super('too-many-tags', `A workspace has at most ${most} tags. Remove one first.`, 409, { most });
  }
}
