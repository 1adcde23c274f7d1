import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import { IssueRepository } from './issue.repository';

/** Takes the words of comments that are removed, forgotten or erased out of the reports that quote them. Numbers stay as they were. */
@Injectable()
export class IssuePrivacy implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly issues: IssueRepository,
  ) {}

  onModuleInit(): void {
    this.intake.onRemoving((...gone) => this.issues.clear(...gone), 'reports');
    this.intake.onErasing((...gone) => this.issues.clear(...gone), 'reports');
  }
}
