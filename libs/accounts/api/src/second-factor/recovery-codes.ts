import { createHmac, randomBytes } from 'node:crypto';
import { RECOVERY_CODES } from '@moodline/accounts/contract';
import { base32 } from './totp';

/** 80 bits each. */
const BYTES = 10;

/** New codes, as people write them down: four groups of four. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(BYTES)).replace(/.{4}(?=.)/g, '$&-'));

/** What is kept of a code. The secret of the app salts it, and is sealed itself. @param code however it was typed */
export const recoveryHash = (secret: Buffer, code: string): string =>
  createHmac('sha256', secret)
    .update(`recovery code ${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`)
    .digest('base64url');
