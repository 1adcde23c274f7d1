import { Injectable } from '@nestjs/common';
import { TagRepository, type CommentIntake } from '@moodline/comments/api';
import { TagFeatureStore } from './tag-features.repository';
import { TagHeads } from './tag-heads.repository';

/** Where what tags learn from takes part in what happens to comments and tags. */
@Injectable()
export class TagHooks {
  constructor(
    private readonly features: TagFeatureStore,
    private readonly heads: TagHeads,
    private readonly tags: TagRepository,
  ) {}

  join(intake: CommentIntake): void {
    const { features, heads, tags } = this;
    intake.onRemoving((transaction, workspaceId, ids) => features.forget(transaction, workspaceId, ids), 'labels');
    intake.onErasing((transaction, workspaceId, ids) => features.forget(transaction, workspaceId, ids), 'labels');
    tags.onRemoved((transaction, workspaceId, id) => heads.forget(transaction, workspaceId, id));
  }
}
