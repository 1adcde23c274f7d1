import { Injectable } from '@nestjs/common';
import type { ResolvedFilter } from '@moodline/comments/api';
import type { Quality } from '@moodline/sentiment/contract';
import { CorrectedComments } from './corrected-comments.query';
import { estimatedShare } from './estimated-share';
import { evaluate } from './metrics';

/** How the labels that stand agree with what people said of the same comments. Nothing is labelled for it. */
@Injectable()
export class QualityReader {
  constructor(private readonly corrected: CorrectedComments) {}

  async read(filter: ResolvedFilter): Promise<Quality> {
    const [rows, frames] = await Promise.all([
      this.corrected.standing(filter),
      this.corrected.frames(filter.workspaceId),
    ]);
    const scored = rows.filter(({ predicted }) => predicted !== null);
    const groups = [...Map.groupBy(rows, ({ version, model }) => `${version} ${model}`).values()];
    const byVersion = groups.map((members) => ({
      version: members[0]?.version ?? 0,
      model: members[0]?.model ?? '',
      part: partOf(members),
    }));
    return {
      result: evaluate(rows),
      estimate: estimatedShare(
        scored.map(({ gold, predicted, ...row }) => ({ ...row, right: gold === predicted })),
        frames,
      ),
      byVersion: byVersion.sort((a, b) => b.version - a.version || (a.model < b.model ? -1 : 1)),
    };
  }
}

function partOf(rows: Parameters<typeof evaluate>[0]) {
  const { rows: n, unscored, accuracy, macroF1, calibrationError, logLoss, brier } = evaluate(rows);
  return { rows: n, unscored, accuracy, macroF1, calibrationError, logLoss, brier };
}
