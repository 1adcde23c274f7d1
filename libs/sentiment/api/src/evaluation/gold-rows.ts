import { Injectable } from '@nestjs/common';
import { SET_LIMITS, type Evaluation, type EvaluationTarget } from '@moodline/sentiment/contract';
import { NotFoundError } from '@moodline/shared/http';
import { LabelledSetRepository } from '../labelled-sets/labelled-set.repository';
import { BuiltInSet, isBuiltIn } from './built-in-set';
import { CorrectedComments } from './corrected-comments.query';
import type { Saying } from './evaluation-file';
import type { GoldRow } from './evaluation.repository';
import { EvaluationRows } from './evaluation-rows.query';

type Set = Evaluation['set'];

/** Rows with the right label, whatever they come from: people's corrections, an uploaded set, or the product's own. */
@Injectable()
export class GoldRows {
  constructor(
    private readonly corrected: CorrectedComments,
    private readonly sets: LabelledSetRepository,
    private readonly builtIn: BuiltInSet,
    private readonly stored: EvaluationRows,
  ) {}

  /** What an evaluation of a version and model has to judge. @throws NotFoundError when there is no such set */
  async of(
    workspaceId: number,
    target: EvaluationTarget,
    by: { version: number; model: string },
  ): Promise<{ set: Set; rows: GoldRow[] }> {
    if (target === 'corrections')
      return {
        set: { kind: target, id: null, name: target },
        rows: await this.corrected.judged(workspaceId, by, SET_LIMITS.rows),
      };
    if (target === 'built-in' || target === 'written') {
      const rows = this.builtIn
        .examples(target)
        .map(({ gold, language, source }) => ({ commentId: null, gold, language, source }));
      return { set: { kind: target, id: null, name: target }, rows };
    }
    const set = await this.sets.one(workspaceId, target);
    if (!set) throw new NotFoundError('labelled set', target);
    const examples = await this.sets.examples(workspaceId, target);
    return {
      set: { kind: 'set', id: target, name: set.name },
      rows: examples.map(({ label, language }) => ({ commentId: null, gold: label, language, source: set.name })),
    };
  }

  /** Texts of rows by position; what was removed since is missing. */
  async texts(
    workspaceId: number,
    evaluation: { id: number; set: Set },
    positions: readonly number[],
  ): Promise<Map<number, string>> {
    if (!isBuiltIn(evaluation.set.kind)) return this.stored.texts(workspaceId, evaluation, positions);
    const examples = this.builtIn.examples(evaluation.set.kind);
    return new Map(
      positions.flatMap((position) =>
        examples[position - 1] ? [[position, examples[position - 1]?.text ?? ''] as const] : [],
      ),
    );
  }

  /** What the heads beside the mood should say of the rows of a set, in order; empty where it does not know. */
  saying({ kind }: Set): readonly Saying[] {
    return isBuiltIn(kind) ? this.builtIn.examples(kind).map(({ saying }) => saying) : [];
  }

  /** How many rows there are to measure by without an upload. */
  async counts(workspaceId: number): Promise<{ corrections: number; builtIn: number; written: number }> {
    return {
      corrections: await this.corrected.count(workspaceId),
      builtIn: this.builtIn.examples('built-in').length,
      written: this.builtIn.examples('written').length,
    };
  }
}
