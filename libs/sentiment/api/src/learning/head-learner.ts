import { Injectable, Logger } from '@nestjs/common';
import { headProbabilities, LanguageModel, unpackFeatures, type Head } from '@moodline/language-model/api';
import { FEWEST_JUDGEMENTS } from '@moodline/sentiment/contract';
import { LABELS } from '@moodline/comments/contract';
import { ServerEvents } from '@moodline/shared/http';
import { MOOD, readsByHead } from '../ask-labels';
import { calibrate, calibrationOf, mostProbable, type Calibration } from '../calibration/calibration';
import { HEAD_CALIBRATION } from '../prompts/label';
import { LabelVersions } from '../roles/label-versions.repository';
import type { LabelVersion } from '../roles/label-version';
import { FeatureTaker } from './feature-taker';
import { HeadProposals, LEARNING_LEASE, type LabelChange, type NewProposal } from './head-proposals.repository';
import { isProposed } from './is-proposed';
import { JudgedTexts, type JudgedFeatures, type JudgedText } from './judged-texts.query';
import type { MoodRow } from './learn-mood';
import { MoodTeacher } from './mood-teacher';

/** Comments that are drawn to see what a head would change. */
const LOOKED_AT = 200;

/** A mood head with its calibration. */
interface CalibratedHead {
  readonly head: Head;
  readonly calibration: Calibration;
}

/** Learns a head of the workspace from what its people judged, and keeps what came of it. */
@Injectable()
export class HeadLearner {
  private readonly logger = new Logger(HeadLearner.name);

  constructor(
    private readonly model: LanguageModel,
    private readonly versions: LabelVersions,
    private readonly texts: JudgedTexts,
    private readonly taker: FeatureTaker,
    private readonly proposals: HeadProposals,
    private readonly teacher: MoodTeacher,
    private readonly events: ServerEvents,
  ) {}

  /**
   * Learns once, unless another process does.
   * @param isDue asked when nobody else can be at it: another process may just have done it
   * @returns whether it did
   */
  async learn(workspaceId: number, stop: AbortSignal, isDue: () => Promise<boolean>): Promise<boolean> {
    if (!(await this.proposals.claim(workspaceId))) return false;
    const renew = () => this.proposals.renew(workspaceId);
    try {
      if (!(await isDue())) return false;
      this.tell(workspaceId);
      await LEARNING_LEASE.hold(
        { name: `Learning of workspace ${workspaceId}`, renew, signal: stop },
        async (signal) => {
          const proposal = await this.propose(workspaceId, signal);
          if (proposal) await this.proposals.add(workspaceId, proposal);
        },
      );
    } finally {
      await this.proposals.release(workspaceId);
      this.tell(workspaceId);
    }
    return true;
  }

  /** @returns null where the model that labels has no heads, or a prompt is in force */
  private async propose(workspaceId: number, signal: AbortSignal): Promise<NewProposal | null> {
    const model = this.model.inForce('label');
    const version = await this.versions.inForce(workspaceId);
    const shipped = model.heads.get(MOOD);
    const { featuresBy } = model;
    if (!readsByHead(model, version) || !shipped?.mean || !shipped.scale || !featuresBy) return null;
    const judged = await this.texts.readable(workspaceId, featuresBy);
    const rows = judged.map((row) => moodRow(row, version.learnedUntil));
    const base = {
      baseVersion: version.version,
      model: model.status().model,
      featuresBy,
      judged: rows.length,
      learnedUntil: judged[0]?.createdAt ?? new Date(),
    };
    const nothing = { ...base, head: null, calibration: null, lesson: null };
    if (rows.filter(({ measures, seen }) => measures && !seen).length < FEWEST_JUDGEMENTS)
      return { ...nothing, state: 'too-few' };
    const started = performance.now();
    const lesson = await this.teacher.learn(
      {
        own: rows,
        shipped,
        features: { mean: shipped.mean, scale: shipped.scale },
        calibration: HEAD_CALIBRATION,
        featuresBy,
        ...(version.head && { inForce: { head: version.head, calibration: version.calibration ?? HEAD_CALIBRATION } }),
      },
      signal,
    );
    this.logger.log(
      `Workspace ${workspaceId} learned from ${rows.length} judgements in ${Math.round(performance.now() - started)} ms`,
    );
    if (!lesson) return null;
    const { strength, own, known } = lesson;
    if (!isProposed(lesson)) return { ...nothing, lesson: { strength, own, known }, state: 'no-better' };
    const head = bare(lesson.head);
    const { lookedAt, changes } = await this.changes(
      workspaceId,
      inForce(version, shipped),
      { head, calibration: lesson.calibration },
      signal,
    );
    const { calibration } = lesson;
    return { ...base, state: 'proposed', head, calibration, lesson: { strength, own, known }, lookedAt, changes };
  }

  /** What another head would change, of comments drawn at random. */
  private async changes(
    workspaceId: number,
    before: CalibratedHead,
    after: CalibratedHead,
    signal: AbortSignal,
  ): Promise<{ lookedAt: number; changes: LabelChange[] }> {
    const model = this.model.inForce('label');
    const drawn = await this.texts.drawn(workspaceId, LOOKED_AT);
    const features = await this.taker.featuresOf(model, drawn, signal);
    const changes = drawn.flatMap((text, index): LabelChange[] => {
      const read = features[index];
      if (!read) return [];
      const [was, is] = [said(before, read, text), said(after, read, text)];
      const { commentId } = text;
      return was.label === is.label
        ? []
        : [{ commentId, before: was.label, after: is.label, probability: is.probability }];
    });
    return { lookedAt: drawn.length, changes: changes.sort((a, b) => b.probability - a.probability) };
  }

  private tell(workspaceId: number): void {
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'learned' } });
  }
}

const moodRow = (row: JudgedFeatures, learnedUntil: Date | null): MoodRow => ({
  features: unpackFeatures(row.features),
  gold: row.label,
  language: row.language,
  group: String(row.groupId),
  measures: row.asked,
  seen: learnedUntil !== null && row.createdAt <= learnedUntil,
});

const inForce = ({ head, calibration }: LabelVersion, shipped: Head): CalibratedHead => ({
  head: head ?? shipped,
  calibration: calibration ?? HEAD_CALIBRATION,
});

/** A head without what only fitting needs. */
function bare({ name, options, weights, bias, temperature }: Head): Head {
  return { name, options, weights, bias, temperature };
}

function said({ head, calibration }: CalibratedHead, features: Float32Array, { language }: JudgedText) {
  const chances = headProbabilities(head, features) ?? [];
  const ordered = LABELS.map((label) => chances[head.options.indexOf(label)] ?? 0);
  const probabilities = calibrate(ordered, calibrationOf(calibration, calibration.model, language));
  const label = mostProbable(probabilities);
  return { label, probability: probabilities[label] };
}
