import type { ChannelKind, Notice } from '@moodline/notify/contract';
import type { LetterMail } from '../delivery/letters';
import type { NotifyLine } from '../line/notify-line';

/** Settings of one channel with its secrets opened. Lives for one sending. */
export interface ChannelSetup {
  readonly config: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
}

/** One message on its way. */
export interface Dispatch {
  readonly setup: ChannelSetup;
  /** The same for each attempt of the same message: a receiver that keeps it takes a message once. */
  readonly key: string;
  readonly now: Date;
  readonly line: NotifyLine;
  readonly signal: AbortSignal;
}

/** A JSON value that a service takes as a message. */
export type Payload = Readonly<Record<string, unknown>>;

/** A service that takes notices. It knows the form and the limits of its messages, and what its answers mean. */
export interface ChannelPlugin {
  readonly kind: ChannelKind;
  /** Least time between two messages of a channel, in milliseconds, by the published limit of the service. */
  readonly restMs: number;
  /** Whether a message that arrives twice with the same key is taken once. */
  readonly idempotent: boolean;
  /**
   * The messages of a notice: several where it is longer than the service allows.
   * @param mail the longer form of it, for mail servers
   */
  render(notice: Notice, config: ChannelSetup['config'], mail?: LetterMail | null): Payload[];
  /** @throws DeliveryError */
  send(payload: Payload, dispatch: Dispatch): Promise<void>;
}
