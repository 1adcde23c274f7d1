import { Injectable } from '@nestjs/common';
import { commentNumber } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';

/** How many comments a workspace has. */
@Injectable()
export class CommentsThere {
  constructor(private readonly database: Database) {}

  count(workspaceId: number): Promise<number> {
    return commentNumber(this.database, workspaceId);
  }
}
