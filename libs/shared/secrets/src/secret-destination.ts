import { DomainError } from '@moodline/shared/http';

/** A stored secret would go to another place than the one it was entered for. */
export class SecretStaysError extends DomainError {
  constructor(names: readonly string[]) {
    super(
      'secret-missing',
      `A stored key stays with the address, and the header, that it was entered for. Nothing was changed or sent: enter ${names.join(' and ')} again for the new one, or take it away.`,
      422,
    );
  }
}

/**
 * Refuses to keep secrets where the place they go to is another one: otherwise a changed address would be a way to read them.
 * @param kept names of the stored secrets that would stay
 * @param former where they go to now, by setting; addresses count by their origin (scheme, host, port)
 * @throws SecretStaysError
 */
export function assertSameDestination(
  kept: readonly string[],
  former: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): void {
  const names = new Set([...Object.keys(former), ...Object.keys(next)]);
  const same = [...names].every((name) => placeOf(former[name]) === placeOf(next[name]));
  if (kept.length && !same) throw new SecretStaysError(kept);
}

/** Names of headers and hosts have no case. */
function placeOf(value: unknown): string {
  const text = String(value ?? '').trim();
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : text.toLowerCase();
}
