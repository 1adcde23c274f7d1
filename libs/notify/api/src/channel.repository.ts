import { Injectable } from '@nestjs/common';
import type { Channel, ChannelKind } from '@moodline/notify/contract';
import { Database, type Prisma } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { ChannelEditedError, ChannelNameTakenError } from './notify.errors';

/** A channel as it is stored, its secrets sealed. */
export interface StoredChannel {
  readonly workspaceId: number;
  readonly id: number;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
  readonly paused: boolean;
}

export type ChannelChange = Partial<Pick<StoredChannel, 'name' | 'config' | 'secrets' | 'allowPrivate' | 'paused'>>;
export type NewChannel = Pick<StoredChannel, 'kind' | 'name' | 'config' | 'secrets' | 'allowPrivate'>;

type Row = Prisma.ChannelGetPayload<object>;

/** Channels. */
@Injectable()
export class ChannelRepository {
  constructor(private readonly database: Database) {}

  /** All that are not removed, by name, each with how its latest delivery went. */
  async list(workspaceId: number): Promise<Channel[]> {
    const rows = await this.database.$queryRaw<(Row & { lastState: string | null; lastAt: Date | null })[]>`
      SELECT c.id, c.kind, c.name, c.config, c.secrets, c.allow_private AS "allowPrivate", c.paused,
        last.state AS "lastState", coalesce(last.finished_at, last.created_at) AS "lastAt"
      FROM channel c
      LEFT JOIN LATERAL (
        SELECT d.state, d.finished_at, d.created_at FROM delivery d
        WHERE d.workspace_id = c.workspace_id AND d.channel_id = c.id
        ORDER BY d.id DESC LIMIT 1
      ) last ON TRUE
      WHERE c.workspace_id = ${workspaceId} AND c.removed_at IS NULL
      ORDER BY c.name`;
    return rows.map(({ lastState, lastAt, ...row }) => ({
      ...shown(row),
      last: lastState && lastAt ? { state: lastState, at: lastAt.toISOString() } : null,
    }));
  }

  /** @throws NotFoundError */
  async find(workspaceId: number, id: number): Promise<StoredChannel> {
    const row = await this.database.channel.findFirst({ where: { workspaceId, id, removedAt: null } });
    if (!row) throw new NotFoundError('channel', id);
    return stored(row);
  }

  /** @throws ChannelNameTakenError */
  async create(workspaceId: number, channel: NewChannel): Promise<Channel> {
    const data = { ...(channel as Prisma.ChannelUncheckedCreateInput), workspaceId };
    const row = await named(channel.name, () => this.database.channel.create({ data }));
    return { ...shown(row), last: null };
  }

  /**
   * @param read what the change was made from: settings and secrets that somebody else has changed since are left alone
   * @throws NotFoundError, ChannelNameTakenError, ChannelEditedError
   */
  async update(
    workspaceId: number,
    id: number,
    change: ChannelChange,
    read: Pick<StoredChannel, 'config' | 'secrets'>,
  ): Promise<void> {
    const data = change as Prisma.ChannelUpdateInput;
    const where = { workspaceId, id, removedAt: null };
    const unchanged = change.config || change.secrets ? sameAs(read) : {};
    const { count } = await named(change.name ?? '', () =>
      this.database.channel.updateMany({ where: { ...where, ...unchanged }, data }),
    );
    if (count) return;
    throw (await this.database.channel.count({ where })) ? new ChannelEditedError() : new NotFoundError('channel', id);
  }

  /** What still waits for it is given up. @throws NotFoundError */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const { count } = await transaction.channel.updateMany({
        where: { workspaceId, id, removedAt: null },
        data: { removedAt: new Date(), secrets: {} },
      });
      if (!count) throw new NotFoundError('channel', id);
      await transaction.$executeRaw`
        UPDATE delivery
        SET state = 'failed', finished_at = now(), error_code = 'channel-removed', error_message = 'The channel was removed.'
        WHERE workspace_id = ${workspaceId} AND channel_id = ${id} AND state = 'queued'`;
    });
  }
}

const sameAs = ({ config, secrets }: Pick<StoredChannel, 'config' | 'secrets'>) => ({
  config: { equals: config as Prisma.JsonObject },
  secrets: { equals: secrets },
});

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') throw new ChannelNameTakenError(name);
    throw error;
  }
}

function stored(row: Row): StoredChannel {
  const { workspaceId, id, kind, name, config, secrets, allowPrivate, paused } = row;
  return {
    ...{ workspaceId, id, name, allowPrivate, paused },
    kind: kind as ChannelKind,
    config: config as StoredChannel['config'],
    secrets: secrets as StoredChannel['secrets'],
  };
}

function shown(row: Row): Omit<Channel, 'last'> {
  const { id, kind, name, config, secrets, allowPrivate, paused } = stored(row);
  return { id, kind, name, config, secrets: Object.keys(secrets).sort(), allowPrivate, paused };
}
