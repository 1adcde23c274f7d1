import { Injectable, Logger } from '@nestjs/common';
import type { EvaluationResult } from '@moodline/sentiment/contract';
import { Lease, LeaseLostError } from '@moodline/shared/work';
import { EvaluationRepository, type OpenEvaluation } from './evaluation.repository';
import { GoldRows } from './gold-rows';
import { LabelPredictor } from './label-predictor';
import { headResults } from './head-results';
import { evaluate } from './metrics';
import { RoleVersions } from './role-versions.query';

/** Rows judged at once, as in labelling: between two batches other work has its turn. */
const BATCH = 32;
const LEASE = new Lease(15);

/** Why an evaluation failed, as a code that the interface translates. */
class EvaluationProblem extends Error {}

/** Works on evaluations, batch by batch. What is judged is stored, so that after a crash another worker goes on where this one was. */
@Injectable()
export class EvaluationRunner {
  private readonly logger = new Logger(EvaluationRunner.name);

  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly gold: GoldRows,
    private readonly predictor: LabelPredictor,
    private readonly versions: RoleVersions,
  ) {}

  /** Takes one evaluation to its end. @returns false when none waited */
  async runNext(stop: AbortSignal): Promise<boolean> {
    const evaluation = await this.evaluations.claim(LEASE.seconds);
    if (!evaluation) return false;
    const renew = () => this.evaluations.renew(evaluation, LEASE.seconds);
    try {
      await LEASE.hold({ name: `Evaluation ${evaluation.id}`, renew, signal: stop }, (signal) =>
        this.run(evaluation, signal),
      );
    } catch (error) {
      await this.giveUp(evaluation, error as Error, stop.aborted);
    }
    return true;
  }

  private async run(evaluation: OpenEvaluation, signal: AbortSignal): Promise<void> {
    const { workspaceId, id, role: name, version } = evaluation;
    const role = (await this.versions.of(workspaceId, name)).find((entry) => entry.version === version);
    if (!role) throw new EvaluationProblem('version-removed');
    const labelling = { role, calibration: role.calibration, signal };
    for (;;) {
      const open = await this.evaluations.openRows(evaluation, BATCH);
      if (!open.length) break;
      const texts = await this.gold.texts(
        workspaceId,
        evaluation,
        open.map(({ position }) => position),
      );
      if (open.some(({ position }) => !texts.has(position))) throw new EvaluationProblem('texts-removed');
      const decisions = await this.predictor.predict(
        evaluation.model,
        labelling,
        open.map(({ position, language }) => ({ text: texts.get(position) ?? '', language })),
      );
      if (!decisions) throw new EvaluationProblem('model-changed');
      const held = await this.evaluations.judge(
        evaluation,
        decisions.map((decision, index) => ({ position: open[index]?.position ?? 0, decision })),
      );
      if (!held) return;
    }
    const result = evaluate(await this.evaluations.rows(workspaceId, id));
    const heads = await this.heads(evaluation);
    await this.evaluations.finish(evaluation, { result: heads ? { ...result, heads } : result });
  }

  /** How right the heads beside the mood were, where the set knows. */
  private async heads({ workspaceId, id, set }: OpenEvaluation): Promise<EvaluationResult['heads']> {
    const gold = this.gold.saying(set);
    const said = gold.length ? await this.evaluations.besides(workspaceId, id) : [];
    return headResults(
      said.flatMap(({ position, language, emotion, kind }) => {
        const wanted = gold[position - 1];
        return wanted ? [{ language, gold: wanted, said: { emotion, kind } }] : [];
      }),
    );
  }

  private async giveUp(evaluation: OpenEvaluation, error: Error, stopped: boolean): Promise<void> {
    if (error instanceof LeaseLostError) return;
    if (stopped) return this.evaluations.release(evaluation);
    const problem = error instanceof EvaluationProblem ? error.message : 'model-failed';
    this.logger.warn(`Evaluation ${evaluation.id} failed (${problem}): ${error.message}`);
    await this.evaluations.finish(evaluation, { problem });
  }
}
