import { Injectable } from '@nestjs/common';
import type { SavedView, SaveView, UpdateView } from '@moodline/accounts/contract';
import { Database } from '@moodline/shared/db';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { TooManyViewsError } from '../accounts.errors';

/** More than these are no list that anybody finds something in. */
const MOST = 100;

type Person = Pick<Actor, 'workspaceId' | 'userId'>;

/** Pages that people saved under a name, and with which one they begin. */
@Injectable()
export class SavedViewRepository {
  constructor(private readonly database: Database) {}

  /** One's own, then those that others share, each by name. */
  async list({ workspaceId, userId }: Person): Promise<SavedView[]> {
    return this.database.$queryRaw`
      SELECT v.id, v.name, v.path, v.shared, v.user_id = ${userId} AS own, u.name AS by
      FROM saved_view v
      JOIN "user" u ON u.workspace_id = v.workspace_id AND u.id = v.user_id
      WHERE v.workspace_id = ${workspaceId} AND (v.user_id = ${userId} OR v.shared)
      ORDER BY own DESC, lower(v.name), v.id
      LIMIT 500`;
  }

  /** Replaces one's own view of the same name. @returns its id @throws TooManyViewsError */
  async save({ workspaceId, userId }: Person, { name, path, shared }: SaveView): Promise<number> {
    const others = await this.database.savedView.count({ where: { workspaceId, userId, name: { not: name } } });
    if (others >= MOST) throw new TooManyViewsError(MOST);
    const { id } = await this.database.savedView.upsert({
      where: { workspaceId_userId_name: { workspaceId, userId, name } },
      create: { workspaceId, userId, name, path, shared },
      update: { path, shared },
      select: { id: true },
    });
    return id;
  }

  /** @throws NotFoundError for what is not there, or not one's own */
  async update({ workspaceId, userId }: Person, id: number, { shared }: UpdateView): Promise<void> {
    const { count } = await this.database.savedView.updateMany({
      where: { workspaceId, userId, id },
      data: { shared },
    });
    if (!count) throw new NotFoundError('view', id);
  }

  /** Whoever began with it begins with the overview again. @throws NotFoundError for what is not there, or not one's own */
  async remove({ workspaceId, userId }: Person, id: number): Promise<void> {
    const { count } = await this.database.savedView.deleteMany({ where: { workspaceId, userId, id } });
    if (!count) throw new NotFoundError('view', id);
  }

  /** @throws NotFoundError for a view that one cannot see */
  async setStart(person: Person, view: number | null): Promise<void> {
    const { workspaceId, userId } = person;
    if (view !== null && !(await this.visible(person, view))) throw new NotFoundError('view', view);
    await this.database.user.update({
      where: { workspaceId_id: { workspaceId, id: userId } },
      data: { startView: view },
    });
  }

  /** The view with which a person begins, as long as it is there and they may see it. */
  async start(person: Person): Promise<{ view: number; path: string } | null> {
    const { workspaceId, userId } = person;
    const user = await this.database.user.findUnique({
      where: { workspaceId_id: { workspaceId, id: userId } },
      select: { startView: true },
    });
    const view = user?.startView ? await this.visible(person, user.startView) : null;
    return view && { view: view.id, path: view.path };
  }

  private visible({ workspaceId, userId }: Person, id: number): Promise<{ id: number; path: string } | null> {
    return this.database.savedView.findFirst({
      where: { workspaceId, id, OR: [{ userId }, { shared: true }] },
      select: { id: true, path: true },
    });
  }
}
