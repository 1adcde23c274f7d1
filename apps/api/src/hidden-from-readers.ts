import { createHmac } from 'node:crypto';
import type { Hidden } from '@moodline/shared/db';

/**
 * What answers to questions and exports never read: sign-ins, keys, what opens or hashes something, who did what. `hidden-from-readers`
 * has a spec that finds columns which sound like a secret and are not here.
 */
export const HIDDEN: Hidden = {
  tables: [
    'access_token',
    'api_key',
    'audit_event',
    'backup_plan',
    'channel',
    'delivery',
    'forgotten',
    'model_setting',
    'recovery_code',
    'report_recipient',
    'report_share',
    'second_factor',
    'session',
    'sign_in_identity',
    'single_sign_on',
  ],
  columns: { user: ['email', 'password_hash'], source: ['secrets'] },
};

/** The password of the role: the same at each start, and nobody's who has no copy of the key. */
export const readerPassword = (key: Buffer): string =>
  createHmac('sha256', key).update('database reader').digest('hex');
