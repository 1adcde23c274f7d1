import type { KeyObject } from 'node:crypto';
import type { Candidate } from './duplicate-groups.repository';
import type { IncomingComment } from './incoming-comment';
import { detectLanguage } from './language-detection';
import { printsOf } from './near-duplicate';
import { authorHash, formerAuthorHash, keptExternalId } from './privacy/keyed-hash';
import type { KeptHandles } from './privacy/masking/kept-handles';
import { maskPersonalData } from './privacy/masking/masking';
import { isProfilePage } from './privacy/masking/profile-links';
import { readVersion } from './app-version';
import { searchForm } from './search/search-form';
import { textHash } from './text-hash';

/** A comment as it is written. Engagement is null where the source says nothing of it. */
export interface CommentRow extends Candidate {
  readonly externalId: string;
  /** See {@link searchForm}. */
  readonly searchText: string;
  readonly hash: string;
  readonly language: string;
  readonly authorHash: string | null;
  /** By which a comment of an earlier version carries the same name; null where it is the same. */
  readonly formerAuthorHash: string | null;
  readonly publishedAt: string;
  readonly dateUnknown: boolean;
  /** The time is that of the reading, although it counts. */
  readonly dateAssumed: boolean;
  readonly engagement: number | null;
  readonly permalink: string | null;
  readonly parentId: string | null;
  readonly stars: number | null;
  readonly recommended: boolean | null;
  readonly version: string | null;
  readonly formerIds: readonly string[];
  readonly idMayChange: boolean;
}

/** Masks, hashes and measures a comment: all of storing that needs no database. @param key with which authors are hashed @param kept handles that are not masked */
export function commentRow(key: KeyObject, comment: IncomingComment, kept?: KeptHandles): CommentRow {
  const text = maskPersonalData(comment.text.replaceAll('\0', '').normalize('NFC').trim(), kept);
  return {
    externalId: keptExternalId(key, comment.externalId),
    text,
    searchText: searchForm(text),
    hash: textHash(text),
    prints: printsOf(text),
    language: comment.language ?? detectLanguage(text),
    ...authorOf(key, comment.author),
    publishedAt: comment.publishedAt.toISOString(),
    dateUnknown: comment.dateUnknown ?? false,
    dateAssumed: comment.dateAssumed ?? false,
    engagement:
      comment.engagement === undefined ? null : Math.max(0, Math.min(2_147_483_647, Math.trunc(comment.engagement))),
    permalink:
      comment.permalink && /^https?:\/\//i.test(comment.permalink) && !isProfilePage(comment.permalink)
        ? comment.permalink.slice(0, 2000)
        : null,
    parentId: comment.parentId ?? null,
    stars: readStars(comment.stars),
    recommended: comment.recommended ?? null,
    version: readVersion(comment.version ?? ''),
    formerIds: (comment.formerIds ?? []).map((id) => keptExternalId(key, id)),
    idMayChange: comment.idMayChange ?? false,
  };
}

/** What is not on the scale of stars is no number of stars. */
const readStars = (stars: number | null | undefined) => (stars && stars >= 1 && stars <= 5 ? stars : null);

function authorOf(
  key: KeyObject,
  author: string | null | undefined,
): Pick<CommentRow, 'authorHash' | 'formerAuthorHash'> {
  if (!author) return { authorHash: null, formerAuthorHash: null };
  const [now, former] = [authorHash(key, author), formerAuthorHash(key, author)];
  return { authorHash: now, formerAuthorHash: former === now ? null : former };
}
