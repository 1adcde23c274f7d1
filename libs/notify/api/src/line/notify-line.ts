import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AddressGuard, type AddressRefusal } from '@moodline/shared/http';
import { Agent, fetch } from 'undici';
import { DeliveryError } from '../delivery-error';
import { connectionError } from './connection-error';

/** Time for one message, from connecting to the last byte of the answer. */
const TIMEOUT_MS = 20_000;
/** Of an answer only the beginning is read: what a service has to say is short. */
const MOST_BYTES = 64_000;

export interface Post {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** Seconds that the service asks to wait; null where it says nothing. */
  readonly retryAfter: number | null;
  readonly text: string;
}

/** The one line of this process to the services that take notices. Redirects are not followed, so that a secret goes where it was meant to. */
@Injectable()
export class NotifyLine implements OnModuleDestroy {
  private readonly guards = { public: guardThat(false), any: guardThat(true) };
  private readonly agents = { public: agentOf(this.guards.public), any: agentOf(this.guards.any) };

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.agents.public.destroy(), this.agents.any.destroy()]);
  }

  /** @throws DeliveryError when there was no answer */
  async post({ url, headers, body, allowPrivate, signal }: Post): Promise<PostAnswer> {
    const reach = allowPrivate ? 'any' : 'public';
    const address = new URL(url);
    this.guards[reach].assertUrl(address);
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Moodline', ...headers },
        body,
        redirect: 'manual',
        dispatcher: this.agents[reach],
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const wait = Number(response.headers.get('retry-after'));
      const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
      return { status: response.status, retryAfter, text: await beginning(response.body) };
    } catch (error) {
      throw connectionError(error, address.hostname);
    }
  }

  /** The address of a host that may be connected to. @throws DeliveryError */
  async addressOf(host: string, allowPrivate: boolean): Promise<string> {
    const guard = this.guards[allowPrivate ? 'any' : 'public'];
    guard.assertUrl(new URL(`https://${host.includes(':') ? `[${host}]` : host}`));
    return new Promise((resolve, reject) => {
      guard.lookup(host, {}, (error, address) =>
        error ? reject(connectionError(error, host)) : resolve(String(address)),
      );
    });
  }
}

const guardThat = (allowsPrivate: boolean) => new AddressGuard({ allows: () => allowsPrivate, refused });
const agentOf = (guard: AddressGuard) => new Agent({ connect: { lookup: guard.lookup, timeout: TIMEOUT_MS / 2 } });

function refused(refusal: AddressRefusal): DeliveryError {
  const words =
    refusal.reason === 'private'
      ? `${refusal.host} is not on the public internet. If it is in your own network, an owner can allow private addresses for this channel.`
      : refusal.reason === 'credentials'
        ? 'Addresses with a user name or password in them are not used.'
        : `${refusal.protocol}// addresses are not used. Enter one with https:// or http://.`;
  return new DeliveryError('address-refused', words, 'refused');
}

async function beginning(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    if ((size += chunk.length) > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
}
