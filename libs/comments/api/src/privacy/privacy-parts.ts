import { CommentForgetter } from './comment-forgetter';
import { ForgottenRepository } from './forgotten.repository';
import { PrivacyJob } from './jobs/privacy.job';
import { RetentionKeeper } from './retention-keeper';
import { RetentionRepository } from './retention.repository';

/** What the comments module is made of besides, to forget and to keep no longer than wanted. */
export const PRIVACY_PARTS = [CommentForgetter, ForgottenRepository, RetentionKeeper, RetentionRepository, PrivacyJob];
