import type { AuditEvent } from '@moodline/accounts/contract';

/**
 * Fields whose values say what was done and hold neither a secret nor what somebody wrote: the trail cannot be changed, so nothing may
 * stand in it that has to be forgotten one day.
 */
const TOLD = new Set([
  'role',
  'language',
  'kind',
  'label',
  'scope',
  'paused',
  'schedule',
  'days',
  'timeZone',
  'permissions',
  'version',
  'task',
  'format',
]);
const LONGEST = 80;

/** What is written down of the body of a request: names of its fields, and the values of a few. */
export function auditDetails(body: unknown): AuditEvent['details'] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const fields = Object.keys(body).slice(0, 50);
  const told = Object.entries(body).filter(([name, value]) => TOLD.has(name) && isPlain(value));
  return fields.length ? { fields, ...Object.fromEntries(told) } : {};
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 50 && value.every(isPlain);
  return ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= LONGEST);
}
