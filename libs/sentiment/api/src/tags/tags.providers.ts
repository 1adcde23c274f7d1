import { TagLearningJob } from '../jobs/tag-learning.job';
import { ActiveTags } from './active-tags.query';
import { CommentsThere } from './comments-there.query';
import { StoredComments } from './stored-comments.query';
import { TagApplications } from './tag-application.repository';
import { TagApplier } from './tag-applier';
import { TagFeatureStore } from './tag-features.repository';
import { TagHooks } from './tag-hooks';
import { TagHeads } from './tag-heads.repository';
import { TagLearner } from './tag-learner';
import { TagLearningReader } from './tag-learning-reader';
import { TagLearningSteps } from './tag-learning-steps';
import { TagLookout } from './tag-lookout';
import { TagRound } from './tag-round';
import { TagSuggestions } from './tag-suggestions';
import { TagTeacher, TagTeacherThread } from './tag-teacher';
import { TagTexts } from './tag-texts.query';
import { TagScopes } from './tag-scopes';
import { TagUse } from './tag-use';

/** What learns tags and puts them on comments. */
export const TAG_LEARNING = [
  TagHooks,
  ...[TagTexts, TagFeatureStore, TagHeads, TagLearner, TagLookout, TagLearningSteps, TagRound, TagLearningJob],
  ...[ActiveTags, StoredComments, TagApplications, TagApplier, TagUse, TagScopes],
  ...[TagLearningReader, TagSuggestions, CommentsThere],
  { provide: TagTeacher, useClass: TagTeacherThread },
];
