import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, safe in URLs and cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: its SHA-256, so that a copy of the database opens nothing. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Stands before every key for programs, so that people and scanners of repositories recognise one. */
export const KEY_PREFIX = 'mood_';
