import { Injectable, Logger } from '@nestjs/common';
import { LeaseLostError, pause } from '@moodline/shared/work';
import { ChannelEditor } from '../channel-editor';
import type { ChannelPlugin, ChannelSetup } from '../channels/channel-plugin';
import { CHANNELS } from '../channels/channels';
import { DeliveryError } from '../delivery-error';
import { NotifyLine } from '../line/notify-line';
import { DeliveryRepository, type Failure, type HeldDelivery } from './delivery.repository';
import { Letters } from './letters';

/** Waits before the second and later attempts, in minutes: a short outage is over soon, a long one is noticed within a day. */
const WAITS_MIN = [0.5, 2, 10, 60, 360];
/** Whoever would have to wait longer for the turn of a channel gives the delivery back. */
const LONGEST_WAIT_MS = 10_000;
const IDEMPOTENT = Object.values(CHANNELS).flatMap(({ kind, idempotent }) => (idempotent ? [kind] : []));

/** Takes deliveries one after the other and sends them: each once, or it is said that nobody knows. */
@Injectable()
export class Deliverer {
  private readonly logger = new Logger(Deliverer.name);

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly editor: ChannelEditor,
    private readonly line: NotifyLine,
    private readonly letters: Letters,
  ) {}

  /** Sends the delivery that waits longest. @returns whether there was one */
  async deliverNext(signal: AbortSignal): Promise<boolean> {
    const uncertain = await this.deliveries.reportUncertain(IDEMPOTENT);
    if (uncertain) this.logger.warn(`${uncertain} deliveries were cut off while they were sent`);
    const held = await this.deliveries.take(IDEMPOTENT);
    if (!held) return false;
    try {
      await this.deliveries.lease.hold(
        { name: `Delivery ${held.id}`, renew: () => this.deliveries.renew(held), signal },
        (holding) => this.deliver(held, holding),
      );
    } catch (error) {
      // Who took it over has the word.
      if (error instanceof LeaseLostError) return true;
      if (signal.aborted && !(error instanceof DeliveryError)) await this.deliveries.release(held, 0);
      else await this.deliveries.failed(held, failure(error, held, CHANNELS[held.channel.kind]));
    }
    return true;
  }

  private async deliver(held: HeldDelivery, signal: AbortSignal): Promise<void> {
    const plugin = CHANNELS[held.channel.kind];
    const setup = this.editor.open(held.channel);
    const { notice, mail } = await this.letters.write(held.workspaceId, held.notice);
    const payloads = plugin.render(notice, setup.config, mail);
    for (let part = held.partsSent; part < payloads.length; part++) {
      const waitMs = await this.deliveries.reserveTurn(held, plugin.restMs);
      if (waitMs > LONGEST_WAIT_MS) return this.deliveries.release(held, waitMs);
      await pause(waitMs, signal);
      signal.throwIfAborted();
      if (!(await this.deliveries.sending(held, payloads.length))) throw new LeaseLostError(`Delivery ${held.id}`);
      await this.send(plugin, payloads[part] ?? {}, { setup, key: `${held.key}-${part + 1}` });
      await this.deliveries.partSent(held, part + 1, payloads.length);
    }
  }

  /** Not stopped from outside: it ends within half a minute, and what is cut off would be uncertain. */
  private send(
    plugin: ChannelPlugin,
    payload: Readonly<Record<string, unknown>>,
    { setup, key }: { readonly setup: ChannelSetup; readonly key: string },
  ): Promise<void> {
    const signal = new AbortController().signal;
    return plugin.send(payload, { setup, key, now: new Date(), line: this.line, signal });
  }
}

/** What follows from an error: another attempt, an end, or that nobody knows. */
function failure(error: unknown, { attempts }: HeldDelivery, { idempotent }: ChannelPlugin): Failure {
  const { code, message, fate, waitMs } = error instanceof DeliveryError ? error : unexpected(error);
  if (fate === 'unknown' && !idempotent) return { state: 'uncertain', tryInMs: null, code, message };
  const wait = WAITS_MIN[attempts - 1];
  if (fate === 'refused' || wait === undefined) return { state: 'failed', tryInMs: null, code, message };
  return { state: 'queued', tryInMs: Math.max(wait * 60_000, waitMs), code, message };
}

/** A fault of the product itself; whether something was sent cannot be told. */
function unexpected(error: unknown): DeliveryError {
  return new DeliveryError('delivery-broken', `Moodline failed to send: ${(error as Error).message}`, 'unknown');
}
