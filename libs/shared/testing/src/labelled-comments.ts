import { createHash } from 'node:crypto';
import type { Language } from '@moodline/shared/contract';
import type { TestDatabase } from './test-database';

export interface LabelledText {
  readonly text: string;
  readonly label: 'positive' | 'neutral' | 'negative';
  readonly publishedAt: Date;
  readonly language?: Language;
  readonly engagement?: number;
  readonly source?: string;
}

/** For specs: comments with their labels and buckets, as if the labeller had just been there. @returns ids in the given order */
export async function storeLabelled(
  { database, workspaceId, source }: TestDatabase,
  comments: readonly LabelledText[],
): Promise<number[]> {
  await database.role.upsert({
    where: { workspaceId_name: { workspaceId, name: 'label' } },
    create: { workspaceId, name: 'label', activeVersion: 1 },
    update: {},
  });
  const places = new Map<string, { sourceId: number; runId: number }>();
  const ids: number[] = [];
  for (const { text, label, publishedAt, language, engagement = 0, source: name = 'Forum' } of comments) {
    const place = places.get(name) ?? (await source(name));
    places.set(name, place);
    const textHash = createHash('sha256').update(text).digest('hex');
    const spoken = language ?? (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
    const { id } = await database.comment.create({
      data: {
        workspaceId,
        ...place,
        externalId: `${name}-${ids.length}-${textHash}`,
        text,
        textHash,
        language: spoken,
        publishedAt,
        engagement,
      },
    });
    await database.label.create({ data: { workspaceId, commentId: id, roleVersion: 1, model: 'spec', label } });
    ids.push(Number(id));
  }
  await countAnew(database);
  return ids;
}

/** Buckets and totals of all labelled comments; no day is counted by itself yet. */
async function countAnew(database: TestDatabase['database']): Promise<void> {
  await database.$executeRaw`DELETE FROM mood_bucket`;
  await database.$executeRaw`DELETE FROM mood_total`;
  await database.$executeRaw`
    INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, neutral, negative, positive_sum, neutral_sum, negative_sum)
    SELECT c.workspace_id, date_trunc('hour', c.published_at, w.time_zone), c.source_id, c.language,
      count(*) FILTER (WHERE l.label = 'positive'), count(*) FILTER (WHERE l.label = 'neutral'), count(*) FILTER (WHERE l.label = 'negative'),
      1000 * count(*) FILTER (WHERE l.label = 'positive'), 1000 * count(*) FILTER (WHERE l.label = 'neutral'), 1000 * count(*) FILTER (WHERE l.label = 'negative')
    FROM comment c
    JOIN workspace w ON w.workspace_id = c.workspace_id
    JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
    GROUP BY 1, 2, 3, 4`;
  await database.$executeRaw`
    INSERT INTO mood_total (workspace_id, monitor_id, source_id, positive, neutral, negative)
    SELECT workspace_id, monitor_id, source_id, sum(positive), sum(neutral), sum(negative) FROM mood_bucket
    GROUP BY 1, 2, 3`;
  await database.$executeRaw`
    INSERT INTO mood_facet_stale (workspace_id, day)
    SELECT DISTINCT b.workspace_id, date_trunc('day', b.hour, w.time_zone) FROM mood_bucket b
    JOIN workspace w ON w.workspace_id = b.workspace_id
    ON CONFLICT DO NOTHING`;
}
