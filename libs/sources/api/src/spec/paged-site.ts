import * as z from 'zod';
import { field } from '../connectors/config-fields';
import type { AnyConnector, ConnectorContext, SourcePage } from '../connectors/connector';
import { CONNECTORS } from '../connectors/connectors';
import { FeedConnector } from '../connectors/feed/feed.connector';
import { SpecSite } from './spec-app';

const answerSchema = z.object({
  comments: z.array(z.object({ id: z.string(), text: z.string(), time: z.string() })),
  gone: z.array(z.string()).default([]),
  next: z.number().nullable(),
});
type Answer = z.input<typeof answerSchema>;

/** Three pages, the oldest first; on the last one a comment of the first page was edited and one was deleted. */
const PAGES: readonly Answer[] = [
  {
    comments: [
      { id: 'a', text: 'first', time: '2026-05-01T00:00:00Z' },
      { id: 'b', text: 'second', time: '2026-05-03T00:00:00Z' },
    ],
    next: 1,
  },
  {
    comments: [
      { id: 'c', text: 'third', time: '2026-05-05T00:00:00Z' },
      { id: 'd', text: 'fourth', time: '2026-05-06T00:00:00Z' },
    ],
    next: 2,
  },
  {
    comments: [
      { id: 'e', text: 'fifth', time: '2026-05-10T00:00:00Z' },
      { id: 'a', text: 'first, on second thought', time: '2026-05-01T00:00:00Z' },
    ],
    gone: ['d'],
    next: null,
  },
];
/** What is left of them when each was stored once. */
export const PAGES_READ = [
  ['a', 'first, on second thought'],
  ['b', 'second'],
  ['c', 'third'],
  ['e', 'fifth'],
] as const;
/** Comments that are new on those pages, and those that were changed and deleted. */
export const PAGES_COUNTS = { imported: 5, updated: 1, removed: 1 };

/** Steps of a connector at which a spec can interfere, with the number of the page. */
export type PageStep = (step: 'asking' | 'received', page: number) => Promise<void>;

/** Makes the kind of source `paged` known. It can be asked for older comments. @returns makes it unknown again */
export function offerPagedKind(onStep: PageStep = async () => undefined): () => void {
  const connectors = CONNECTORS as AnyConnector[];
  const connector = {
    description: { ...new FeedConnector().description, kind: 'paged', access: 'api', backfill: true },
    config: z.object({ url: field(z.url(), { label: { zh: '地址', en: 'Address', ja: 'Address' } }) }),
    secrets: z.object({}),
    cursor: z.object({ page: z.number().default(0) }).catch({ page: 0 }),
    check: async () => ({ title: null, items: null, preview: [] }),
    async *fetchSince(
      { url }: { url: string },
      { page }: { page: number },
      { http, since }: ConnectorContext<unknown>,
    ): AsyncGenerator<SourcePage<{ page: number }>> {
      for (let next: number | null = page; next !== null;) {
        await onStep('asking', next);
        const { data }: { data: z.output<typeof answerSchema> } = await http.json(answerSchema, url, {
          query: { page: next, since: since.toISOString() },
        });
        await onStep('received', next);
        const comments = data.comments.map(({ id, text, time }) => ({
          externalId: id,
          text,
          publishedAt: new Date(time),
        }));
        yield { rows: comments.length, comments, deletedIds: data.gone, cursor: { page: data.next ?? next } };
        next = data.next;
      }
    },
  };
  connectors.push(connector as unknown as AnyConnector);
  return () => void connectors.splice(connectors.indexOf(connector as unknown as AnyConnector), 1);
}

/** A site that hands over {@link PAGES}. */
export async function startPagedSite(): Promise<SpecSite> {
  const site = await new SpecSite().start();
  site.answer = (request, response) =>
    response.end(JSON.stringify(PAGES[Number(new URL(request.url ?? '', site.url).searchParams.get('page'))]));
  return site;
}
