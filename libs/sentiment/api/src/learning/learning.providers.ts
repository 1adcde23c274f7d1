import { LearningJob } from '../jobs/learning.job';
import { AdoptionEffortReader } from './adoption-effort';
import { FeatureStore } from './feature-store.repository';
import { FeatureTaker } from './feature-taker';
import { HeadAdopter } from './head-adopter';
import { HeadLearner } from './head-learner';
import { HeadProposals } from './head-proposals.repository';
import { JudgedTexts } from './judged-texts.query';
import { LearningReader } from './learning-reader';
import { LearningRound } from './learning-round';
import { MoodTeacher } from './mood-teacher';
import { ProposedChanges } from './proposed-changes.query';
import { TeacherThread } from './teacher-thread';

/** What learns from the judgements of a workspace. */
export const LEARNING = [
  ...[JudgedTexts, FeatureStore, FeatureTaker],
  ...[HeadProposals, HeadLearner, HeadAdopter, LearningReader, ProposedChanges, LearningRound, LearningJob],
  AdoptionEffortReader,
  { provide: MoodTeacher, useClass: TeacherThread },
];
