import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { loadAuthorKey } from './author-key';
import { CommentExport } from './comment-export';
import { AUTHOR_KEY, CommentIntake } from './comment-intake.repository';
import { CommentRepository } from './comment.repository';
import { CommentsController } from './comments.controller';
import { FilterResolver } from './filter-resolver';
import { PRIVACY_PARTS } from './privacy/privacy-parts';
import { PrivacyController } from './privacy/privacy.controller';

/** The comment: stored once, masked at the door, found again. */
@Module({
  controllers: [CommentsController, PrivacyController],
  providers: [
    CommentIntake,
    CommentRepository,
    CommentExport,
    FilterResolver,
    ...PRIVACY_PARTS,
    { provide: AUTHOR_KEY, useFactory: (settings: Settings) => loadAuthorKey(settings.dataDir), inject: [SETTINGS] },
  ],
  exports: [CommentIntake, CommentRepository, FilterResolver],
})
export class CommentsModule {}
