import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Notice } from '@moodline/notify/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { Lease, retryOnConflict } from '@moodline/shared/work';
import type { StoredChannel } from '../channel.repository';
import { NotRetriableError } from '../notify.errors';

/** A notice that is to go out. `reference` says what it is about: the same one is queued once for a channel. */
export interface Outgoing {
  readonly workspaceId: number;
  readonly channelIds: readonly number[];
  readonly reference: string;
  readonly notice: Notice;
  /** Not sent before; at once, unless told. */
  readonly notBefore?: Date | null;
}

/** A delivery in the hands of a worker. */
export interface HeldDelivery {
  readonly workspaceId: number;
  readonly id: number;
  readonly holder: string;
  readonly key: string;
  readonly notice: Notice;
  readonly attempts: number;
  readonly partsSent: number;
  readonly channelId: number;
  readonly channel: StoredChannel;
}

/** How an attempt ended that did not succeed. `tryInMs` is null when there is no further one. */
export interface Failure {
  readonly state: 'queued' | 'failed' | 'uncertain';
  readonly tryInMs: number | null;
  readonly code: string;
  readonly message: string;
}

const DELIVERY_LEASE = Symbol('lease of deliveries');
const KEPT_DAYS = 180;

/**
 * Deliveries, and who holds them. A worker writes down that it begins to send before the first byte goes out: a delivery that is found
 * `taken` by a dead worker was not sent, and one that is found `sending` may have been.
 */
@Injectable()
export class DeliveryRepository {
  /** @param lease how long a worker may be silent; specs give a short one */
  constructor(
    private readonly database: Database,
    @Optional() @Inject(DELIVERY_LEASE) readonly lease: Lease = new Lease(60),
  ) {}

  /** Queues a notice for channels, in the transaction of who has something to tell. @returns how many were not queued before */
  async enqueue(transaction: Transaction, outgoing: Outgoing): Promise<number> {
    const { workspaceId, channelIds, reference, notice, notBefore = null } = outgoing;
    return transaction.$executeRaw`
      INSERT INTO delivery (workspace_id, channel_id, reference, notice, next_try_at)
      SELECT c.workspace_id, c.id, ${reference}, ${JSON.stringify(notice)}::jsonb, coalesce(${notBefore}::timestamptz, now())
      FROM channel c
      WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...channelIds]}::int[]) AND c.removed_at IS NULL
      ORDER BY c.id
      ON CONFLICT (workspace_id, channel_id, reference) DO NOTHING`;
  }

  /** Takes the delivery that waits longest. @param idempotent kinds whose receivers take a message once */
  async take(idempotent: readonly string[]): Promise<HeldDelivery | null> {
    const holder = randomUUID();
    const [row] = await retryOnConflict(
      () => this.database.$queryRaw<HeldDelivery[]>`
        UPDATE delivery d
        SET state = 'taken', holder = ${holder}::uuid, lease_until = ${this.lease.until}, attempts = d.attempts + 1
        FROM (
          SELECT f.workspace_id, f.id FROM delivery f
          JOIN channel c ON c.workspace_id = f.workspace_id AND c.id = f.channel_id
          WHERE NOT c.paused AND c.removed_at IS NULL AND (
            (f.state = 'queued' AND f.next_try_at <= now())
            OR (f.state = 'taken' AND ${this.lease.isDead(Prisma.sql`f.lease_until`)})
            OR (f.state = 'sending' AND ${this.lease.isDead(Prisma.sql`f.lease_until`)} AND c.kind = ANY(${[...idempotent]}::text[]))
          )
          ORDER BY f.next_try_at, f.id LIMIT 1
          FOR UPDATE OF f SKIP LOCKED
        ) free, channel c
        WHERE d.workspace_id = free.workspace_id AND d.id = free.id AND c.workspace_id = d.workspace_id AND c.id = d.channel_id
        RETURNING d.workspace_id AS "workspaceId", d.id, d.holder::text, d.key::text, d.notice, d.attempts,
          d.parts_sent AS "partsSent", d.channel_id AS "channelId",
          jsonb_build_object('workspaceId', c.workspace_id, 'id', c.id, 'kind', c.kind, 'name', c.name, 'config', c.config,
            'secrets', c.secrets, 'allowPrivate', c.allow_private, 'paused', c.paused) AS channel`,
    );
    return row ?? null;
  }

  /** Deliveries whose worker ended while it was sending, and whose receiver might take them twice, are reported. @returns how many */
  reportUncertain(idempotent: readonly string[]): Promise<number> {
    return this.database.$executeRaw`
      UPDATE delivery d
      SET state = 'uncertain', finished_at = now(), holder = NULL, lease_until = NULL, error_code = 'delivery-uncertain',
        error_message = 'Moodline was stopped while it was sending. The message may have arrived; it was not sent again.'
      FROM channel c
      WHERE c.workspace_id = d.workspace_id AND c.id = d.channel_id AND d.state = 'sending'
        AND ${this.lease.isDead(Prisma.sql`d.lease_until`)} AND NOT c.kind = ANY(${[...idempotent]}::text[])`;
  }

  /** @returns false when somebody else holds it */
  async renew(held: HeldDelivery): Promise<boolean> {
    return (await this.write(held, Prisma.sql`lease_until = ${this.lease.until}`)) === 1;
  }

  /** Before the bytes of a part go out. @returns false when somebody else holds it */
  async sending(held: HeldDelivery, parts: number): Promise<boolean> {
    return (
      (await this.write(
        held,
        Prisma.sql`state = 'sending', parts = ${parts}::int, lease_until = ${this.lease.until}`,
      )) === 1
    );
  }

  /** A part arrived; with the last one the delivery is done. */
  async partSent(held: HeldDelivery, sent: number, parts: number): Promise<void> {
    const state =
      sent < parts
        ? Prisma.sql`state = 'taken'`
        : Prisma.sql`state = 'sent', finished_at = now(), holder = NULL, lease_until = NULL, error_code = NULL, error_message = NULL`;
    await this.write(held, Prisma.sql`parts_sent = ${sent}::int, ${state}`);
  }

  async failed(held: HeldDelivery, { state, tryInMs, code, message }: Failure): Promise<void> {
    const ends =
      tryInMs === null
        ? Prisma.sql`finished_at = now()`
        : Prisma.sql`next_try_at = now() + make_interval(secs => ${tryInMs / 1000}::float8)`;
    await this.write(
      held,
      Prisma.sql`state = ${state}, ${ends}, holder = NULL, lease_until = NULL, error_code = ${code}, error_message = ${message}`,
    );
  }

  /** Gives it back untouched: it was not its turn yet. The attempt does not count. */
  async release(held: HeldDelivery, tryInMs: number): Promise<void> {
    await this.write(
      held,
      Prisma.sql`state = 'queued', attempts = attempts - 1, holder = NULL, lease_until = NULL,
        next_try_at = now() + make_interval(secs => ${tryInMs / 1000}::float8)`,
    );
  }

  /** Reserves the next turn of a channel for one message, by the clock of the database. @returns how long to wait for it */
  async reserveTurn({ workspaceId, channelId }: HeldDelivery, restMs: number): Promise<number> {
    if (restMs === 0) return 0;
    const [turn] = await retryOnConflict(
      () => this.database.$queryRaw<{ waitMs: number }[]>`
        UPDATE channel SET next_turn_at = greatest(next_turn_at, now()) + make_interval(secs => ${restMs / 1000}::float8)
        WHERE workspace_id = ${workspaceId} AND id = ${channelId}
        RETURNING greatest(0, extract(epoch FROM next_turn_at - now()) * 1000 - ${restMs}::float8)::float8 AS "waitMs"`,
    );
    return turn?.waitMs ?? 0;
  }

  /** Sends again what failed or may have. @throws NotFoundError, NotRetriableError */
  async again(workspaceId: number, id: number): Promise<void> {
    const count = await this.database.$executeRaw`
      UPDATE delivery SET state = 'queued', attempts = 0, next_try_at = now(), finished_at = NULL, error_code = NULL, error_message = NULL
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND state IN ('failed', 'uncertain')`;
    if (count) return;
    const found = await this.database.delivery.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    throw found ? new NotRetriableError(found.state) : new NotFoundError('delivery', id);
  }

  /** Removes what was finished long ago, a few at a time. @returns how many */
  prune(most = 1_000): Promise<number> {
    return this.database.$executeRaw`
      DELETE FROM delivery WHERE (workspace_id, id) IN (
        SELECT workspace_id, id FROM delivery
        WHERE state IN ('sent', 'failed', 'uncertain') AND finished_at < now() - make_interval(days => ${KEPT_DAYS}::int)
        ORDER BY workspace_id, id LIMIT ${most}::int
      )`;
  }

  private write({ workspaceId, id, holder }: HeldDelivery, change: Prisma.Sql): Promise<number> {
    return this.database.$executeRaw`
      UPDATE delivery SET ${change} WHERE workspace_id = ${workspaceId} AND id = ${id} AND holder = ${holder}::uuid`;
  }
}
