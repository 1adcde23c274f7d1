import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RecoveryCodes, SecondFactorSetup, SecondFactorState } from '@moodline/accounts/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { SecretBox } from '@moodline/shared/secrets';
import {
  PasswordMissingError,
  SecondFactorNeededError,
  SecondFactorOnError,
  SignInNeededError,
  WrongCodeError,
} from '../accounts.errors';
import { AccountsRepository, type StoredUser } from '../accounts.repository';
import { CurrentPassword } from '../current-password';
import { SessionRepository } from '../session.repository';
import { WrongPasswords } from '../wrong-passwords';
import { qrPath } from './qr-path';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { SecondFactorRepository, type FactorOwner } from './second-factor.repository';
import { otpauthUri, stepOf } from './totp';

/** As long as the output of its hash (RFC 4226, 4). */
const SECRET_BYTES = 20;

/** Signing in with a code of an authenticator app besides the password, for who wants it. */
@Injectable()
export class SecondFactor {
  /** The clock, in milliseconds; specs set it. */
  now: () => number = Date.now;

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: CurrentPassword,
    private readonly wrong: WrongPasswords,
    private readonly box: SecretBox,
  ) {}

  async state(actor: Actor): Promise<SecondFactorState> {
    const since = (await this.factors.of(actor))?.confirmedAt?.toISOString() ?? null;
    return { on: since !== null, since, recoveryCodesLeft: await this.factors.recoveryCodesLeft(actor) };
  }

  /** Does not count before {@link confirm}. @throws CurrentPasswordError, TooManyAttemptsError, PasswordMissingError, SecondFactorOnError */
  async begin(actor: Actor, currentPassword: string): Promise<SecondFactorSetup> {
    const user = await this.assertPassword(actor, currentPassword);
    const secret = randomBytes(SECRET_BYTES);
    if (!(await this.factors.begin(actor, this.box.seal(secret.toString('hex'))))) throw new SecondFactorOnError();
    const { name } = await this.accounts.workspace(actor.workspaceId);
    const uri = otpauthUri(secret, user.email ?? user.name, name);
    return { secret: new URL(uri).searchParams.get('secret') ?? '', uri, qr: qrPath(uri) };
  }

  /** Turns on what was begun, by a code of it; every other browser is signed out. @throws WrongCodeError, TooManyAttemptsError, SecondFactorOnError */
  async confirm(actor: Actor, code: string): Promise<RecoveryCodes> {
    const begun = await this.factors.of(actor);
    if (begun?.confirmedAt) throw new SecondFactorOnError();
    const secret = begun && this.opened(begun.secret);
    const account = accountOf(actor);
    this.wrong.assertFew(account);
    const step = secret && stepOf(secret, compact(code), this.now());
    if (!secret || step === null) {
      this.wrong.add(account);
      throw new WrongCodeError();
    }
    const recoveryCodes = newRecoveryCodes();
    const codeHashes = recoveryCodes.map((one) => recoveryHash(secret, one));
    if (!(await this.factors.confirm(actor, begun.secret, { step, codeHashes }))) throw new SecondFactorOnError();
    this.wrong.forget(account);
    await this.sessions.endOthers(actor.workspaceId, actor.userId, actor.session?.id ?? null);
    return { recoveryCodes };
  }

  /** @throws CurrentPasswordError, TooManyAttemptsError, PasswordMissingError */
  async turnOff(actor: Actor, currentPassword: string): Promise<void> {
    await this.assertPassword(actor, currentPassword);
    await this.factors.remove(actor);
  }

  /** For somebody who has lost app and recovery codes; their sessions end, wherever the lost device is. @throws NotFoundError where it is not on */
  async reset(workspaceId: number, userId: number): Promise<void> {
    if (!(await this.factors.remove({ workspaceId, userId })))
      throw new NotFoundError('second factor of member', userId);
    await this.sessions.endOthers(workspaceId, userId, null);
  }

  async isOn({ workspaceId, id: userId }: StoredUser): Promise<boolean> {
    return Boolean((await this.factors.of({ workspaceId, userId }))?.confirmedAt);
  }

  /**
   * Asks whoever knows the password for a code, where they want that. A code is taken once, be it of the app or for recovery; ten wrong
   * ones in 15 minutes stop further attempts from anywhere.
   * @returns by what the person came in; null where no second factor is on
   * @throws SecondFactorNeededError, WrongCodeError, TooManyAttemptsError
   */
  async check(
    { workspaceId, id: userId }: StoredUser,
    code: string | undefined,
  ): Promise<'code' | 'recovery code' | null> {
    const owner = { workspaceId, userId };
    const factor = await this.factors.of(owner);
    if (!factor?.confirmedAt) return null;
    if (code === undefined) throw new SecondFactorNeededError();
    const account = accountOf(owner);
    this.wrong.assertFew(account);
    const taken = await this.take(owner, this.opened(factor.secret), code);
    if (!taken) {
      this.wrong.add(account);
      throw new WrongCodeError();
    }
    this.wrong.forget(account);
    return taken;
  }

  private async take(owner: FactorOwner, secret: Buffer, code: string): Promise<'code' | 'recovery code' | null> {
    const step = stepOf(secret, compact(code), this.now());
    if (step !== null) return (await this.factors.takeStep(owner, step)) ? 'code' : null;
    return (await this.factors.takeRecoveryCode(owner, recoveryHash(secret, code))) ? 'recovery code' : null;
  }

  private async assertPassword({ workspaceId, userId }: Actor, given: string): Promise<StoredUser> {
    const user = await this.accounts.user(workspaceId, userId);
    if (!user) throw new SignInNeededError();
    if (!user.passwordHash) throw new PasswordMissingError();
    await this.passwords.assert(user, given);
    return user;
  }

  private opened(sealed: string): Buffer {
    return Buffer.from(this.box.open(sealed), 'hex');
  }
}

const accountOf = ({ workspaceId, userId }: FactorOwner) => `code ${workspaceId}:${userId}`;
const compact = (code: string) => code.replace(/[\s-]/g, '');
