import { admit, type AdmittedPage } from './admission';
import type { AnyConnector, ConnectorContext } from './connector';
import { countsUndated } from './undated';

/** A source with everything that is needed to read it. */
export interface OpenSource {
  readonly connector: AnyConnector;
  readonly config: unknown;
  readonly context: ConnectorContext<unknown>;
}

/** So many pages in a row without anything on them are followed. */
const MAX_EMPTY_PAGES = 40;

/**
 * The pages of a source since a cursor, ready to be stored. A site that hands over the same page for ever is
 * not followed for ever: the second page in a row without an id that is new in this run is the last. (One may hold
 * nothing but what is pinned.)
 */
export async function* readPages(
  { connector, config, context }: OpenSource,
  cursor: unknown,
): AsyncGenerator<AdmittedPage<unknown>> {
  const seen = new Set<string>();
  let repeatedPages = 0;
  let emptyPages = 0;
  for await (const page of connector.fetchSince(config, connector.cursor.parse(cursor), context)) {
    context.signal.throwIfAborted();
    const admitted = admit(page, context.now(), countsUndated(config));
    const repeated = admitted.comments.length > 0 && admitted.comments.every(({ externalId }) => seen.has(externalId));
    for (const { externalId } of admitted.comments) seen.add(externalId);
    emptyPages = page.rows === 0 ? emptyPages + 1 : 0;
    repeatedPages = repeated ? repeatedPages + 1 : 0;
    yield admitted;
    if (repeatedPages === 2 || emptyPages === MAX_EMPTY_PAGES) return;
  }
}
