import { Param, type PipeTransform } from '@nestjs/common';
import { commentIdSchema } from '@moodline/comments/contract';
import { NotFoundError } from '@moodline/shared/http';

/** The id of a comment out of the path. What cannot be one is answered as a comment that is not there. */
class CommentIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = /^\d+$/.test(text) ? commentIdSchema.safeParse(text) : null;
    if (!id?.success) throw new NotFoundError('comment', text.slice(0, 40));
    return id.data;
  }
}

/** `@CommentId() id: number` in a handler of a route with `:commentId`. */
export const CommentId = () => Param('commentId', new CommentIdPipe());
