import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, Invite, Offered, SignInLink } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { Role } from '@moodline/shared/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { LinkEndedError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { newToken, tokenHash } from './secret-token';
import { TokenRepository } from './token.repository';

const INVITATION_MINUTES = 7 * 24 * 60;
const RESET_MINUTES = 24 * 60;

/** Links by which owners bring people in, and back in. They are handed over by hand: no mail server is needed. */
@Injectable()
export class Members {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly tokens: TokenRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A link by which one person makes an account of this role, within a week. */
  async invite({ workspaceId }: Actor, invite: Invite): Promise<SignInLink> {
    const token = newToken();
    const link = { hash: tokenHash(token), minutes: INVITATION_MINUTES, invite };
    const { expiresAt } = await this.tokens.addLink(workspaceId, 'invitation', link);
    return { url: `${this.settings.publicUrl}/join#${token}`, expiresAt: expiresAt.toISOString() };
  }

  async invitations({ workspaceId }: Actor): Promise<Invitation[]> {
    const rows = await this.tokens.invitations(workspaceId);
    return rows.map(({ id, role, language, createdAt, expiresAt }) => ({
      id,
      role: role as Role,
      language: language as Invite['language'],
      createdAt: createdAt.toISOString(),
      expiresAt: (expiresAt ?? createdAt).toISOString(),
    }));
  }

  /** @throws NotFoundError */
  async endInvitation({ workspaceId }: Actor, id: number): Promise<void> {
    if (!(await this.tokens.endInvitation(workspaceId, id))) throw new NotFoundError('invitation', id);
  }

  /** @throws LinkEndedError */
  async look(token: string): Promise<Offered> {
    const found = await this.tokens.look('invitation', tokenHash(token));
    if (!found?.role) throw new LinkEndedError();
    const { name } = await this.accounts.workspace(found.workspaceId);
    return { role: found.role, language: found.language ?? 'en', workspace: name };
  }

  /** A link by which a person sets a new password, within a day. One that was made before ends. @throws NotFoundError */
  async passwordLink({ workspaceId }: Actor, id: number): Promise<SignInLink> {
    if (!(await this.accounts.user(workspaceId, id))) throw new NotFoundError('member', id);
    const token = newToken();
    const link = { hash: tokenHash(token), minutes: RESET_MINUTES, userId: id };
    const { expiresAt } = await this.tokens.addLink(workspaceId, 'password', link);
    return { url: `${this.settings.publicUrl}/new-password#${token}`, expiresAt: expiresAt.toISOString() };
  }
}
