import type { Role } from '@moodline/shared/contract';
import { loadSettings } from '@moodline/shared/config';
import type { Actor } from '@moodline/shared/http';
import { SecretBox } from '@moodline/shared/secrets';
import type { TestDatabase } from '@moodline/shared/testing';
import { AccountEditor } from '../account-editor';
import { AccountsRepository } from '../accounts.repository';
import { AuditRepository } from '../audit/audit.repository';
import { AuditTrail } from '../audit/audit-trail';
import { CurrentPassword } from '../current-password';
import { MemberRepository } from '../member.repository';
import { Members } from '../members';
import { PasswordSignIn } from '../password-sign-in';
import { SecondFactor } from '../second-factor/second-factor';
import { SecondFactorRepository } from '../second-factor/second-factor.repository';
import { tokenHash } from '../secret-token';
import { SessionOpening } from '../session-opening';
import { SessionRepository, type Visitor } from '../session.repository';
import { SignIn } from '../sign-in';
import { SingleSignOnRepository } from '../single-sign-on/single-sign-on.repository';
import { TokenRepository } from '../token.repository';
import { WrongPasswords } from '../wrong-passwords';

/** For specs: everything about people, on one database. */
export class PeopleBench {
  static readonly visitor = { agent: 'Spec', address: '203.0.113.7' };
  readonly settings = loadSettings({ PORT: '4711' });
  readonly accounts: AccountsRepository;
  readonly sessions: SessionRepository;
  readonly tokens: TokenRepository;
  readonly people: MemberRepository;
  readonly identities: SingleSignOnRepository;
  readonly members: Members;
  readonly box = new SecretBox(Buffer.alloc(32, 'key'));
  readonly wrong = new WrongPasswords();
  readonly events: AuditRepository;
  readonly trail: AuditTrail;
  readonly current: CurrentPassword;
  readonly opening: SessionOpening;
  readonly factor: SecondFactor;
  readonly passwords: PasswordSignIn;
  readonly signIn: SignIn;
  readonly account: AccountEditor;

  constructor(private readonly test: TestDatabase) {
    this.accounts = new AccountsRepository(test.database);
    this.sessions = new SessionRepository(test.database);
    this.identities = new SingleSignOnRepository(test.database);
    this.tokens = new TokenRepository(test.database);
    this.people = new MemberRepository(test.database, this.tokens);
    this.events = new AuditRepository(test.database);
    this.trail = new AuditTrail(this.events, this.accounts);
    this.members = new Members(this.accounts, this.tokens, this.settings);
    const current = (this.current = new CurrentPassword(this.wrong));
    const opening = (this.opening = new SessionOpening(this.sessions, this.trail));
    this.factor = new SecondFactor(
      this.accounts,
      new SecondFactorRepository(test.database),
      this.sessions,
      current,
      this.wrong,
      this.box,
    );
    this.passwords = new PasswordSignIn(this.accounts, this.sessions, opening, this.factor, this.wrong, this.trail);
    this.signIn = new SignIn(this.people, opening, this.tokens, this.factor, this.wrong, this.settings);
    this.account = new AccountEditor(this.accounts, this.sessions, this.tokens, current, this.identities);
  }

  /** A new link's token. */
  async link(): Promise<string> {
    return tokenOf(await this.signIn.newLink(this.test.workspaceId));
  }

  /** The owner, signed in by a link. */
  async owner(): Promise<Actor> {
    return this.actor(await this.signIn.byLink(await this.link(), PeopleBench.visitor));
  }

  /** Signs in as on the page. @returns the token of the session */
  byPassword(email: string, password: string, visitor: Visitor, code?: string): Promise<string> {
    return this.passwords.enter({ email, password, code }, visitor);
  }

  /** Somebody who accepted an invitation. */
  async invited(owner: Actor, role: Role, email: string): Promise<Actor> {
    const token = tokenOf(await this.members.invite(owner, { role, language: 'en' }));
    const accepted = { token, email, name: email, password: 'long enough 1' };
    return this.actor(await this.signIn.byInvitation(accepted, PeopleBench.visitor));
  }

  /** Who asks with the token of a session. */
  async actor(sessionToken: string): Promise<Actor> {
    const session = await this.live(sessionToken);
    if (!session) throw new Error('The session is over');
    const { workspaceId, userId, role } = session;
    return { workspaceId, userId, role, by: 'session', session };
  }

  live(sessionToken: string) {
    return this.sessions.live(tokenHash(sessionToken), this.settings.SESSION_IDLE_HOURS);
  }
}

export const tokenOf = ({ url }: { url: string }): string => new URL(url).hash.slice(1);
