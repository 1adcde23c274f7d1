import { Injectable } from '@nestjs/common';
import type { ForgetPreview, ForgetReach, ForgetResult, ForgetScope } from '@moodline/comments/contract';
import { NotFoundError } from '@moodline/shared/http';
import { eachInTurn } from '@moodline/shared/work';
import { ForgottenRepository, type ForgetTarget, type ListedTarget } from './forgotten.repository';
import { NothingToForgetError } from './privacy.errors';

/** Erases what an author wrote, or a text wherever it stands, and sees to it that it does not come back. */
@Injectable()
export class CommentForgetter {
  constructor(private readonly forgotten: ForgottenRepository) {}

  /** @throws NotFoundError, NothingToForgetError */
  async preview(workspaceId: number, commentId: number): Promise<ForgetPreview> {
    const { author, text } = await this.marks(workspaceId, commentId);
    if (text === null) throw new NothingToForgetError();
    return {
      author: author === null ? null : await this.reach({ workspaceId, scope: 'author', value: author }),
      text: await this.reach({ workspaceId, scope: 'text', value: text }),
    };
  }

  /**
   * The list first, then the comments: what is cut off between the two is gone on with, and nothing comes in meanwhile.
   * @throws NotFoundError, NothingToForgetError
   */
  async forget(workspaceId: number, commentId: number, scope: ForgetScope): Promise<ForgetResult> {
    const value = (await this.marks(workspaceId, commentId))[scope];
    if (value === null) throw new NothingToForgetError();
    const targets = await this.forgotten.targets({ workspaceId, scope, value });
    let erased = 0;
    for (const target of await this.forgotten.remember(targets)) erased += await this.erase(target);
    return { erased };
  }

  /** Goes on with what was cut off. One that fails again does not keep the others from their turn. @throws what was thrown, when all had it */
  async resume(signal?: AbortSignal): Promise<void> {
    await this.forgotten.dropOldSpellings();
    await eachInTurn(await this.forgotten.unfinished(), (target) => this.erase(target, signal));
  }

  private async reach(target: ForgetTarget): Promise<ForgetReach> {
    return this.forgotten.reach(await this.forgotten.targets(target));
  }

  private async erase(target: ListedTarget, signal?: AbortSignal): Promise<number> {
    let erased = 0;
    for (;;) {
      if (signal?.aborted) return erased;
      const slice = await this.forgotten.eraseSlice(target);
      if (!slice) return erased;
      erased += slice;
    }
  }

  private async marks(workspaceId: number, commentId: number): Promise<{ author: string | null; text: string | null }> {
    const marks = await this.forgotten.marks(workspaceId, commentId);
    if (!marks) throw new NotFoundError('comment', commentId);
    return marks;
  }
}
