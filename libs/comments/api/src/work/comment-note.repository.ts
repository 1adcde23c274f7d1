import { Injectable } from '@nestjs/common';
import { MOST_NOTES, type CommentNote } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';
import { commentsThere } from '../tags/comments-there.query';
import { notesOf, type NoteReader } from './comment-notes.query';
import { TooManyNotesError } from './work.errors';

/** What the team writes beside comments. */
@Injectable()
export class CommentNotes {
  constructor(private readonly database: Database) {}

  /** Of a comment, the oldest first. */
  all(reader: NoteReader, commentId: number): Promise<CommentNote[]> {
    return notesOf(this.database, reader, commentId);
  }

  /** @throws NotFoundError where the comment is gone or has lost its text, TooManyNotesError */
  async add({ workspaceId, userId }: NoteReader, commentId: number, text: string): Promise<void> {
    await retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const [there] = await commentsThere(transaction, workspaceId, [commentId]);
        if (there === undefined) throw new NotFoundError('comment', commentId);
        const kept = await transaction.commentNote.count({ where: { workspaceId, commentId } });
        if (kept >= MOST_NOTES) throw new TooManyNotesError();
        await transaction.commentNote.create({ data: { workspaceId, commentId, userId, text } });
      }),
    );
  }

  /** One's own; an owner also removes those of others. @returns the comment it stood beside @throws NotFoundError */
  async remove({ workspaceId, userId, all }: NoteReader, id: number): Promise<number> {
    const where = { workspaceId, id, ...(all ? {} : { userId }) };
    const [note] = await this.database.commentNote.findMany({ where, select: { commentId: true } });
    if (!note) throw new NotFoundError('note', id);
    await this.database.commentNote.deleteMany({ where });
    return Number(note.commentId);
  }
}
