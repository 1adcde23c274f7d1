import { Injectable } from '@nestjs/common';
import { packFeatures } from '@moodline/language-model/api';
import { Database } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { JudgedTexts, type JudgedText } from './judged-texts.query';

/** A comment with what the model knows of it; null where there is nothing to read in it. */
export interface ReadText extends JudgedText {
  readonly features: Float32Array | null;
}

/** Features of judged comments. They are taken away where the judgement or the text goes, see `LabelStore`. */
@Injectable()
export class FeatureStore {
  constructor(
    private readonly database: Database,
    private readonly texts: JudgedTexts,
  ) {}

  /** Keeps features of comments, as long as their text is the one that was read and they are judged. @returns of how many */
  keep(workspaceId: number, featuresBy: string, read: readonly ReadText[]): Promise<number> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const unchanged = await this.texts.unchanged(transaction, workspaceId, read);
        const rows = read
          .filter(({ commentId }) => unchanged.has(commentId))
          .map(({ commentId, features }) => ({
            workspaceId,
            commentId,
            featuresBy,
            features: Uint8Array.from(features ? packFeatures(features) : []),
          }));
        await transaction.commentFeatures.deleteMany({
          where: { workspaceId, commentId: { in: rows.map(({ commentId }) => commentId) } },
        });
        return (await transaction.commentFeatures.createMany({ data: rows, skipDuplicates: true })).count;
      }),
    );
  }
}
