import { createHmac, type KeyObject } from 'node:crypto';
import { foldAccount } from '@moodline/comments/contract';

/** The key of this installation. A key object is quicker where much is hashed. */
export type HashKey = Buffer | KeyObject;

/** What can be forgotten: everything by an author, every comment with a text, or one comment by its id at the source. */
export type ForgottenKind = 'author' | 'text' | 'comment';

/**
 * An author as comments carry it: the same for every way of writing the name (case, width, form of accents, a leading @). The key never
 * leaves the installation, so a name cannot be guessed from it.
 */
export const authorHash = (key: HashKey, author: string): string => hash(key, foldAccount(author) || author);

/** The same as comments of earlier versions carry it: of the name as it came. */
export const formerAuthorHash = (key: HashKey, author: string): string => hash(key, author);

/** What is kept of something forgotten. `value` is the author's hash, the text's hash, or {@link commentIdentity}. */
export const forgottenHash = (key: HashKey, kind: ForgottenKind, value: string): string =>
  hash(key, `${kind}\0${value}`);

/** The comment at its source, for {@link forgottenHash}. */
export const commentIdentity = (sourceId: number, externalId: string): string => `${sourceId}\0${externalId}`;

/** The external id of a comment whose text retention has erased: the id at the source leads to its author. */
export const erasedExternalId = (key: HashKey, sourceId: number, externalId: string): string =>
  `~${forgottenHash(key, 'comment', commentIdentity(sourceId, externalId))}`;

/** Stands before such an id in an export of Moodline: it is keyed already. */
export const KEPT_ID = 'kept:#';

/** Ids that begin with # are hashes of text, time and author, made where a source gives none. */
export const keptExternalId = (key: HashKey, externalId: string): string =>
  externalId.startsWith(KEPT_ID)
    ? externalId.slice(KEPT_ID.length - 1)
    : externalId.startsWith('#')
      ? `#${hash(key, `id\0${externalId}`)}`
      : externalId;

/** Tells keys apart without giving one away. */
export const keyPrint = (key: HashKey): string => hash(key, 'print\0of this key');

/** 132 bits of HMAC-SHA-256. */
const hash = (key: HashKey, value: string) => createHmac('sha256', key).update(value).digest('base64url').slice(0, 22);
