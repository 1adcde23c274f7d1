import { Injectable } from '@nestjs/common';
import { packFeatures } from '@moodline/language-model/api';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import type { ReadText } from '../learning/feature-store.repository';
import { TagTexts } from './tag-texts.query';

/** Features of comments that are neither drawn nor examples: so many are kept, those read last. */
const MOST_OTHERS = 2_000;

/** Features of the comments that tags learn from and are suggested for. They go with the comment and with its text. */
@Injectable()
export class TagFeatureStore {
  constructor(
    private readonly database: Database,
    private readonly texts: TagTexts,
  ) {}

  /** Keeps features of comments, as long as their text is the one that was read. @returns of how many */
  keep(
    workspaceId: number,
    featuresBy: string,
    read: readonly ReadText[],
    { drawn = false }: { readonly drawn?: boolean } = {},
  ): Promise<number> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const unchanged = await this.texts.unchanged(transaction, workspaceId, read);
        const rows = read
          .filter(({ commentId }) => unchanged.has(commentId))
          .toSorted((a, b) => a.commentId - b.commentId)
          .map(({ commentId, features }) => ({
            ...{ workspaceId, commentId, featuresBy, drawn },
            features: Uint8Array.from(features ? packFeatures(features) : []),
          }));
        const ids = rows.map(({ commentId }) => commentId);
        const known = await transaction.tagFeatures.findMany({
          where: { workspaceId, commentId: { in: ids }, drawn: true },
          select: { commentId: true },
        });
        const wasDrawn = new Set(known.map(({ commentId }) => Number(commentId)));
        await this.forget(transaction, workspaceId, ids);
        const data = rows.map((row) => ({ ...row, drawn: drawn || wasDrawn.has(row.commentId) }));
        return (await transaction.tagFeatures.createMany({ data })).count;
      }),
    );
  }

  /** Takes the features of comments that go, or whose text goes. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      DELETE FROM tag_features WHERE (workspace_id, comment_id) IN (
        SELECT workspace_id, comment_id FROM tag_features
        WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])
        ORDER BY comment_id
        FOR UPDATE
      )`;
  }

  /** Takes the features that were read longest ago, beyond a number, of comments that no tag learns from. */
  async trim(workspaceId: number): Promise<void> {
    const ids = await this.texts.unneeded(workspaceId, MOST_OTHERS);
    if (ids.length) await this.database.$transaction((transaction) => this.forget(transaction, workspaceId, ids));
  }
}
