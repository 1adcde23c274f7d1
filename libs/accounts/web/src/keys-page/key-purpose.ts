import { KEY_PERMISSIONS, type CreateKey } from '@moodline/accounts/contract';

/** What most keys are for, the least first. */
export const KEY_PURPOSES = ['read', 'import', 'all'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

const reads = (permission: string) => permission.endsWith('.read') || permission === 'chat.ask';
const takesIn = (permission: string) => ['sources.write', 'monitors.write'].includes(permission);

/** The permissions of a purpose. */
export function permissionsOf(purpose: KeyPurpose): CreateKey['permissions'] {
  return KEY_PERMISSIONS.filter(
    (permission) => purpose === 'all' || reads(permission) || (purpose === 'import' && takesIn(permission)),
  );
}

/** The purpose whose permissions these are; null for others, which a program chose by itself. */
export function purposeOf(permissions: readonly string[]): KeyPurpose | null {
  const same = (purpose: KeyPurpose) => {
    const wanted = permissionsOf(purpose);
    return wanted.length === permissions.length && wanted.every((permission) => permissions.includes(permission));
  };
  return KEY_PURPOSES.find(same) ?? null;
}
