import { withOption } from '../administration';
import { Database } from '../database';
import { readingWorkspace } from './reader-scope';
import type { Reader } from './reader-role';
import { workspaceOption } from './row-security';

/** Connections of all questions and exports of a workspace together; the others are for everything else. */
const CONNECTIONS = 5;

/**
 * A {@link Database} that hands work below `asReader` to connections that can only read, and only in the workspace that is read for.
 * Whoever asks it need not know. Clients of their own and not other connections of the same one: that one puts look-ups of the same
 * moment together.
 */
export function readingApart(main: Database, { url, ownRole }: Reader): Database {
  const readers = new Map<number | null, Database>();
  const readerOf = (workspaceId: number): Database => {
    // A server that gives no role of its own may take no option of ours either, and policies do not hold for the owner.
    const key = ownRole ? workspaceId : null;
    const address = ownRole ? withOption(url, workspaceOption(workspaceId)) : url;
    const reader = readers.get(key) ?? new Database(address, CONNECTIONS);
    readers.set(key, reader);
    return reader;
  };
  const shutdown = async () => {
    await Promise.all([main, ...readers.values()].map((database) => database.onApplicationShutdown()));
  };
  return new Proxy(main, {
    get(target, property) {
      if (property === 'onApplicationShutdown') return shutdown;
      const workspaceId = readingWorkspace();
      const client = workspaceId === null ? target : readerOf(workspaceId);
      const value: unknown = Reflect.get(client, property, client);
      return typeof value === 'function' ? (value.bind(client) as unknown) : value;
    },
  });
}
