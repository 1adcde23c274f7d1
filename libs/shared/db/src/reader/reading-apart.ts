import { Database } from '../database';
import { readingWorkspace } from './reader-scope';

/** Connections of all questions and exports together; the others are for everything else. */
const CONNECTIONS = 5;

/**
 * A {@link Database} that hands work below `asReader` to connections that can only read. Whoever asks it need not know.
 * A client of its own and not another connection of the same one: that one puts look-ups of the same moment together.
 */
export function readingApart(main: Database, readerUrl: string): Database {
  const reader = new Database(readerUrl, CONNECTIONS);
  const shutdown = async () => {
    await Promise.all([main.onApplicationShutdown(), reader.onApplicationShutdown()]);
  };
  return new Proxy(main, {
    get(target, property) {
      if (property === 'onApplicationShutdown') return shutdown;
      const client = readingWorkspace() === null ? target : reader;
      const value: unknown = Reflect.get(client, property, client);
      return typeof value === 'function' ? (value.bind(client) as unknown) : value;
    },
  });
}
