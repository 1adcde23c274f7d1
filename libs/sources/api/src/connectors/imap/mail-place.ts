import * as z from 'zod';
import { commentId, hashOf, type ReadMail } from './mail-comment';

/** How many Message-IDs are remembered. */
const MOST_SEEN = 300;

/**
 * How far folders have been read: by the number of their numbering (UIDVALIDITY), the last number (UID) and the time of the reading. `seen`: the last
 * Message-IDs with what bore them, both as hashes.
 */
export const mailPlaceSchema = z
  .object({
    folders: z
      .record(z.string(), z.object({ validity: z.string(), uid: z.number().int().min(0), at: z.iso.datetime() }))
      .default({}),
    seen: z.array(z.tuple([z.string(), z.string()])).default([]),
  })
  .catch({ folders: {}, seen: [] });
export type MailPlace = z.output<typeof mailPlaceSchema>;

/**
 * Gives each mail one id, wherever and however often it is met. The same mail in two folders, or in a folder that is numbered anew, is one; another
 * mail under a Message-ID that was seen lately, as forms on web sites send them, or people who want to overwrite what is stored, is another.
 */
export class SeenMails {
  private readonly contents: Map<string, string>;

  constructor(seen: MailPlace['seen']) {
    this.contents = new Map(seen);
  }

  /** The comment of a mail under the id that is its own. */
  identified({ comment, messageId, content }: ReadMail): ReadMail['comment'] {
    if (messageId === null) return comment;
    const first = this.contents.get(messageId) ?? content;
    // Once more at the end: what comes again and again is remembered.
    this.contents.delete(messageId);
    this.contents.set(messageId, first);
    return first === content ? comment : { ...comment, externalId: commentId(hashOf([messageId, content])) };
  }

  get latest(): MailPlace['seen'] {
    return [...this.contents].slice(-MOST_SEEN);
  }
}
