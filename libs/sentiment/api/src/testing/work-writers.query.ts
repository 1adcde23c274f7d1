import { CommentNotes, CommentWork, type CommentIntake } from '@moodline/comments/api';
import { WORK_STATES } from '@moodline/comments/contract';
import type { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';

/** For specs: whatever writes what the team does with comments, over one database. */
export class WorkWriters {
  readonly work: CommentWork;
  readonly notes: CommentNotes;

  constructor(database: Database) {
    this.work = new CommentWork(database);
    this.notes = new CommentNotes(database);
  }

  /** Takes part where comments go. */
  joins(intake: CommentIntake): this {
    intake.onGone((transaction, workspaceId, ids) => this.work.forget(transaction, workspaceId, ids), 'matches');
    return this;
  }
}

/** What of a process with connections of its own the team's work needs. */
interface WorkingProcess {
  readonly database: Database;
  readonly working: WorkWriters;
}
/** One of the ways in which the team's work changes. @param chance a fraction from 0 up to 1, of a seeded row */
type WorkWriter = (
  process: WorkingProcess,
  place: { readonly workspaceId: number },
  chance: () => number,
) => Promise<unknown>;

const idsOf = async ({ database }: WorkingProcess, workspaceId: number): Promise<number[]> =>
  (await database.comment.findMany({ where: { workspaceId }, select: { id: true } })).map(({ id }) => Number(id));

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFoundError)) throw error;
}

/** Every way in which comments are taken up, given to others and written about. */
export const WORK_WRITERS = {
  work: async (process, { workspaceId }, chance) => {
    for (const state of [...WORK_STATES, null]) {
      const ids = (await idsOf(process, workspaceId)).filter(() => chance() < 0.4).reverse();
      await process.working.work.change(
        workspaceId,
        1,
        ids.map((id) => ({ id, state })),
      );
    }
  },
  notes: async (process, { workspaceId }, chance) => {
    const writer = { workspaceId, userId: 1, all: false };
    for (const id of (await idsOf(process, workspaceId)).filter(() => chance() < 0.3))
      await process.working.notes.add(writer, id, `note ${chance()}`).catch(unlessGone);
  },
} satisfies Record<string, WorkWriter>;
