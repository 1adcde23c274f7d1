import { Injectable } from '@nestjs/common';
import type { Evaluation, EvaluationChoices, EvaluationDetail, StartEvaluation } from '@moodline/sentiment/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { LabelledSetRepository } from '../labelled-sets/labelled-set.repository';
import { LABEL_ROLE } from '../prompts/label';
import { isBuiltIn } from './built-in-set';
import { EvaluationRepository } from './evaluation.repository';
import { EvaluationRows } from './evaluation-rows.query';
import { EvaluationEmptyError, EvaluationModelError } from './evaluations.errors';
import { GoldRows } from './gold-rows';
import { LabelPredictor } from './label-predictor';
import { RoleVersions } from './role-versions.query';

/** Plans evaluations and shows them. The work itself is done by the {@link EvaluationRunner}. */
@Injectable()
export class Evaluator {
  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly gold: GoldRows,
    private readonly stored: EvaluationRows,
    private readonly versions: RoleVersions,
    private readonly predictor: LabelPredictor,
    private readonly sets: LabelledSetRepository,
  ) {}

  /**
   * Plans an evaluation; a worker takes it up at once or after those before it. Labels that are stored are read, not asked for
   * again, so people's corrections of the version in force are scored without the model.
   */
  async start(
    { workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>,
    { set: target, role, version, model: wanted }: StartEvaluation,
  ): Promise<Evaluation> {
    const known = await this.versions.of(workspaceId, role);
    if (!known.some((entry) => entry.version === version))
      throw new NotFoundError(`version of the role ${role}:`, version);
    const current = this.predictor.modelName;
    const model = wanted ?? current;
    const { set, rows } = await this.gold.of(workspaceId, target, { version, model });
    if (!rows.length) throw new EvaluationEmptyError();
    if (model !== current && rows.some(({ decision }) => !decision)) throw new EvaluationModelError(model, current);
    const id = await this.evaluations.plan({ workspaceId, userId, set, role, version, model }, rows);
    return this.find(workspaceId, id);
  }

  list(workspaceId: number): Promise<Evaluation[]> {
    return this.evaluations.list(workspaceId);
  }

  async detail(workspaceId: number, id: number): Promise<EvaluationDetail> {
    const evaluation = await this.find(workspaceId, id);
    const rows = await this.stored.wrong(workspaceId, evaluation);
    const texts = isBuiltIn(evaluation.set.kind)
      ? await this.gold.texts(
          workspaceId,
          evaluation,
          rows.map(({ position }) => position),
        )
      : null;
    return {
      ...evaluation,
      wrong: rows.map(({ position, ...row }) => ({ ...row, text: texts ? (texts.get(position) ?? null) : row.text })),
    };
  }

  async choices(workspaceId: number): Promise<EvaluationChoices> {
    const [versions, counts, sets] = await Promise.all([
      this.versions.of(workspaceId, LABEL_ROLE.name),
      this.gold.counts(workspaceId),
      this.sets.list(workspaceId),
    ]);
    return {
      versions: versions.map(({ version, active, createdAt }) => ({
        version,
        active,
        createdAt: createdAt.toISOString(),
      })),
      model: this.predictor.modelName,
      ...counts,
      sets,
    };
  }

  private async find(workspaceId: number, id: number): Promise<Evaluation> {
    const found = await this.evaluations.one(workspaceId, id);
    if (!found) throw new NotFoundError('evaluation', id);
    return found;
  }
}
