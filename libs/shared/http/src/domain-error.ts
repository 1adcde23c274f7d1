/**
 * An error that people can act on. The filter answers it as `{ code, message, correlationId, details }`.
 * @param code kebab-case, translated by the interface as `errors.<code>`
 * @param message one English sentence: what happened and what to do
 * @param status HTTP status
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Something asked for by its id is not there (any more). */
export class NotFoundError extends DomainError {
  constructor(what: string, id: number | string) {
    super('not-found', `There is no ${what} ${id}. It may have been removed.`, 404);
  }
}
