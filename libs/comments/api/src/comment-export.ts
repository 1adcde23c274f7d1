import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Comment, ExportedComment } from '@moodline/comments/contract';
import { CommentRepository } from './comment.repository';
import { maskPersonalData } from './privacy/masking/masking';
import type { ResolvedFilter } from './resolved-filter';

/** Writes comments as JSON Lines, as fast as the reader takes them. Without those whose text retention has erased. */
@Injectable()
export class CommentExport {
  constructor(private readonly comments: CommentRepository) {}

  async write(filter: ResolvedFilter, target: NodeJS.WritableStream): Promise<void> {
    await pipeline(Readable.from(this.lines(filter)), target);
  }

  private async *lines(filter: ResolvedFilter): AsyncGenerator<string> {
    for await (const comment of this.comments.all(filter))
      if (!comment.erasedAt) yield `${JSON.stringify(exported(comment))}\n`;
  }
}

/** Texts are masked when they come in; once more here, for those that came when fewer patterns were known. */
function exported({ id, source, text, publishedAt, label, probabilities, unsure }: Comment): ExportedComment {
  return { id, source: source.name, text: maskPersonalData(text), publishedAt, label, probabilities, unsure };
}
