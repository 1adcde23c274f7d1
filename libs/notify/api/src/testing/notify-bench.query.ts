import { randomBytes } from 'node:crypto';
import type { ChannelKind, Notice } from '@moodline/notify/contract';
import { Database } from '@moodline/shared/db';
import { SecretBox } from '@moodline/shared/secrets';
import { Lease } from '@moodline/shared/work';
import { ChannelEditor } from '../channel-editor';
import { ChannelRepository } from '../channel.repository';
import { Deliverer } from '../delivery/deliverer';
import { DeliveryLog } from '../delivery/delivery-log.repository';
import { DeliveryRepository } from '../delivery/delivery.repository';
import { Letters } from '../delivery/letters';
import { NotifyLine } from '../line/notify-line';

/** What a spec says of a channel. */
export interface SpecChannel {
  readonly kind: ChannelKind;
  readonly config?: Record<string, unknown>;
  readonly secrets?: Record<string, string>;
  readonly allowPrivate?: boolean;
}

/** For specs: everything that delivers, with connections of its own, as one process has it. */
export class DeliveringProcess {
  readonly database: Database;
  readonly channels: ChannelRepository;
  readonly editor: ChannelEditor;
  readonly deliveries: DeliveryRepository;
  readonly deliverer: Deliverer;
  readonly log: DeliveryLog;
  readonly line = new NotifyLine();
  readonly letters = new Letters();

  /** @param leaseSeconds of silence after which a worker counts as dead */
  constructor(url: string, key: Buffer = randomBytes(32), leaseSeconds = 60) {
    this.database = new Database(url);
    this.channels = new ChannelRepository(this.database);
    this.editor = new ChannelEditor(this.channels, new SecretBox(key));
    this.deliveries = new DeliveryRepository(this.database, new Lease(leaseSeconds));
    this.deliverer = new Deliverer(this.deliveries, this.editor, this.line, this.letters);
    this.log = new DeliveryLog(this.database);
  }

  /** @returns the id of a new channel */
  async channel(workspaceId: number, { kind, config = {}, secrets = {}, allowPrivate = true }: SpecChannel) {
    const name = `${kind} ${randomBytes(3).toString('hex')}`;
    return (await this.editor.create(workspaceId, { kind, name, config, secrets, allowPrivate })).id;
  }

  enqueue(workspaceId: number, channelIds: number[], notice: Notice, reference: string) {
    return this.database.$transaction((transaction) =>
      this.deliveries.enqueue(transaction, { workspaceId, channelIds, notice, reference }),
    );
  }

  /** Sends until nothing is due. */
  async drain(): Promise<void> {
    while (await this.deliverer.deliverNext(new AbortController().signal));
  }

  /** Whatever waits for a later attempt is due now. */
  async later(): Promise<void> {
    await this.database.$executeRaw`UPDATE delivery SET next_try_at = now() WHERE state = 'queued'`;
  }

  async close(): Promise<void> {
    await this.line.onModuleDestroy();
    await this.database.$disconnect();
  }
}
