import { Injectable } from '@nestjs/common';
import type { Notice } from '@moodline/notify/contract';
import { DeliveryError } from '../delivery-error';

/** A file or a picture of a mail. A picture has a `cid`, by which its HTML names it. */
export interface MailPart {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly cid?: string;
}

/** A mail that is more than a notice. */
export interface LetterMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly parts: readonly MailPart[];
  /** Where a click ends it without an account (RFC 8058). */
  readonly unsubscribe: string | null;
}

/** What goes out: the short form for messengers, and a mail for mail servers. */
export interface Letter {
  readonly notice: Notice;
  readonly mail: LetterMail | null;
}

/** Writes what a key stands for; null when it is not to be sent any more. */
export type LetterWriter = (workspaceId: number, key: string) => Promise<Letter | null>;

/**
 * Writers of what is too long, or too private, to lie in a queue: a delivery holds a key, and its words are written when they go out. The
 * same key gives the same letter for as long as it is tried.
 */
@Injectable()
export class Letters {
  private readonly writers = new Map<string, LetterWriter>();

  /** @param by the name that notices carry in `letter.by` */
  register(by: string, writer: LetterWriter): void {
    this.writers.set(by, writer);
  }

  /** @returns the notice itself where nothing was promised @throws DeliveryError */
  async write(workspaceId: number, notice: Notice): Promise<Letter> {
    if (!notice.letter) return { notice, mail: null };
    const { by, key } = notice.letter;
    const writer = this.writers.get(by);
    if (!writer) throw new DeliveryError('delivery-broken', `Nobody here writes letters of the kind ${by}.`, 'later');
    let letter: Letter | null;
    try {
      letter = await writer(workspaceId, key);
    } catch (error) {
      // Nothing was sent yet.
      throw new DeliveryError(
        'delivery-broken',
        `The message could not be written: ${(error as Error).message}`,
        'later',
      );
    }
    if (letter) return letter;
    throw new DeliveryError(
      'delivery-withdrawn',
      'It was not sent: what it tells was removed, or the recipient unsubscribed, before its turn came.',
      'refused',
    );
  }
}
