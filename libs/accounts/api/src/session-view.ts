import { Injectable } from '@nestjs/common';
import { languageSchema, type Session } from '@moodline/accounts/contract';
import { PERMISSIONS, type Role } from '@moodline/shared/contract';
import { holds, type Actor } from '@moodline/shared/http';
import { passwordNeeded } from './account-editor';
import { SignInNeededError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { SingleSignOnRepository } from './single-sign-on/single-sign-on.repository';
import { SavedViewRepository } from './views/saved-view.repository';

/** What the dashboard needs to know about who uses it. */
@Injectable()
export class SessionView {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly views: SavedViewRepository,
    private readonly identities: SingleSignOnRepository,
  ) {}

  async of(actor: Actor): Promise<Session> {
    const [user, workspace, start, singleSignOn] = await Promise.all([
      this.accounts.user(actor.workspaceId, actor.userId),
      this.accounts.workspace(actor.workspaceId),
      this.views.start(actor),
      this.identities.isKnown(actor.workspaceId, actor.userId),
    ]);
    if (!user) throw new SignInNeededError();
    const { id, name, email, passwordHash } = user;
    const language = languageSchema.nullable().parse(user.language);
    const role = user.role as Role;
    return {
      user: {
        ...{ id, name, email, role, language },
        hasPassword: passwordHash !== null,
        singleSignOn,
        passwordNeeded: passwordNeeded(user, actor),
        start,
      },
      permissions: PERMISSIONS.filter((permission) => holds(actor, permission)),
      workspace,
    };
  }
}
