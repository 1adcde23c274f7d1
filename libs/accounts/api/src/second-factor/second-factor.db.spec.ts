import { RECOVERY_CODES } from '@moodline/accounts/contract';
import type { Actor } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { PeopleBench, tokenOf } from '../testing/people-bench';
import { codeOf } from './totp';

const BOB = 'bob@example.com';
const PASSWORD = 'long enough 1';
const { visitor } = PeopleBench;
const STEP_MS = 30_000;

describe('a second factor', () => {
  let test: TestDatabase;
  let bench: PeopleBench;
  let owner: Actor;
  let bob: Actor;
  let secret: Buffer;
  let recoveryCodes: readonly string[];
  /** The clock of the product. */
  let now: number;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
    now = Date.UTC(2026, 10, 27);
    bench.factor.now = () => now;
    owner = await bench.owner();
    bob = await bench.invited(owner, 'viewer', BOB);
  });
  afterEach(() => test.close());

  const code = () => codeOf(secret, Math.floor(now / STEP_MS));
  const enter = (given?: string, from = visitor) => bench.byPassword(BOB, PASSWORD, from, given);
  const trail = async () =>
    (await test.database.auditEvent.findMany({ where: { who: BOB }, orderBy: { id: 'desc' } })).map(
      ({ action, object }) => `${action}: ${object}`,
    );

  async function begin(): Promise<void> {
    const { uri } = await bench.factor.begin(bob, PASSWORD);
    secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
  }
  async function turnOn(): Promise<void> {
    await begin();
    ({ recoveryCodes } = await bench.factor.confirm(bob, code()));
    now += STEP_MS;
  }

  it('does not count before a code of it was given', async () => {
    await begin();
    expect(await bench.factor.state(bob)).toEqual({ on: false, since: null, recoveryCodesLeft: 0 });
    await enter();
    await expect(bench.factor.confirm(bob, '000000')).rejects.toMatchObject({ code: 'wrong-code' });
    await enter();
    await bench.factor.confirm(bob, `${code().slice(0, 3)} ${code().slice(3)}`);
    await expect(enter()).rejects.toMatchObject({ code: 'second-factor-needed' });
    expect(await bench.factor.state(bob)).toMatchObject({ on: true, recoveryCodesLeft: RECOVERY_CODES });
  });

  it('is asked for after the password, and tells nobody else that it is on', async () => {
    await turnOn();
    await expect(bench.byPassword(BOB, 'wrong', visitor, code())).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(bench.byPassword('nobody@example.com', PASSWORD, visitor)).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(enter('123456')).rejects.toMatchObject({ code: 'wrong-code' });
    expect(await bench.live(await enter(code()))).toMatchObject({ userId: bob.userId });
    expect((await trail()).slice(0, 3)).toEqual([
      'sign-in: password and code',
      'sign-in-failed: code',
      'sign-in-failed: password',
    ]);
  });

  it('takes no code twice, nor one that came before it, not even from two at once', async () => {
    await begin();
    const confirming = code();
    await bench.factor.confirm(bob, confirming);
    await expect(enter(confirming)).rejects.toMatchObject({ code: 'wrong-code' });
    now += 2 * STEP_MS;
    const before = codeOf(secret, Math.floor(now / STEP_MS) - 1);
    const both = await Promise.allSettled([enter(code()), enter(code())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(enter(before)).rejects.toMatchObject({ code: 'wrong-code' });
  });

  it('lets in by each recovery code once, however it was typed', async () => {
    await turnOn();
    expect(new Set(recoveryCodes).size).toBe(RECOVERY_CODES);
    const [first = '', second = ''] = recoveryCodes;
    await enter(first);
    await expect(enter(first)).rejects.toMatchObject({ code: 'wrong-code' });
    await enter(second.toLowerCase().replaceAll('-', ' '));
    expect(await bench.factor.state(bob)).toMatchObject({ recoveryCodesLeft: RECOVERY_CODES - 2 });
    expect((await trail())[0]).toBe('sign-in: password and recovery code');
  });

  it('stops ten wrong codes from wherever they come, also where the person is signed in', async () => {
    await turnOn();
    for (let attempt = 0; attempt < 10; attempt++)
      await expect(enter('000000', { agent: '', address: `198.51.100.${attempt}` })).rejects.toMatchObject({
        code: 'wrong-code',
      });
    await expect(enter(code())).rejects.toMatchObject({ code: 'too-many-attempts' });
    bench.wrong.now = () => Date.now() + 16 * 60_000;
    await enter(code());
  });

  it('keeps neither the secret nor a recovery code readable', async () => {
    await turnOn();
    const kept = JSON.stringify([
      (await test.database.secondFactor.findMany()).map((row) => ({ ...row, lastStep: null })),
      await test.database.recoveryCode.findMany(),
    ]);
    for (const trace of [secret.toString('hex'), secret.toString('base64url'), ...recoveryCodes])
      expect(kept).not.toContain(trace);
  });

  it('is set up and turned off with the present password only, and signs other browsers out when it is turned on', async () => {
    await expect(bench.factor.begin(bob, 'wrong')).rejects.toMatchObject({ code: 'current-password' });
    const nameless = { ...owner, session: undefined };
    await expect(bench.factor.begin(nameless, 'any')).rejects.toMatchObject({ code: 'password-missing' });
    const elsewhere = await enter();
    await turnOn();
    expect(await bench.live(elsewhere)).toBeNull();
    await expect(bench.factor.begin(bob, PASSWORD)).rejects.toMatchObject({ code: 'second-factor-on' });
    await expect(bench.factor.turnOff(bob, 'wrong')).rejects.toMatchObject({ code: 'current-password' });
    await bench.factor.turnOff(bob, PASSWORD);
    expect(await test.database.recoveryCode.count()).toBe(0);
    await enter();
  });

  it('is not passed by a link for a new password', async () => {
    await turnOn();
    const link = tokenOf(await bench.members.passwordLink(owner, bob.userId));
    expect(await bench.signIn.byNewPassword(link, 'long enough 2', visitor)).toBeNull();
    await expect(bench.byPassword(BOB, 'long enough 2', visitor)).rejects.toMatchObject({
      code: 'second-factor-needed',
    });
    await bench.byPassword(BOB, 'long enough 2', visitor, code());
  });

  it('is taken away by an owner from whoever has lost it, in their own workspace, and signs the lost device out', async () => {
    await turnOn();
    const lost = await enter(code());
    const { workspaceId, userId } = bob;
    expect(await bench.people.list(workspaceId)).toMatchObject([{ secondFactor: false }, { secondFactor: true }]);
    await expect(bench.factor.reset(workspaceId + 1, userId)).rejects.toMatchObject({ code: 'not-found' });
    await bench.factor.reset(workspaceId, userId);
    await expect(bench.factor.reset(workspaceId, userId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await bench.live(lost)).toBeNull();
    await enter();
  });

  it('goes with the person', async () => {
    await turnOn();
    await bench.people.remove(bob.workspaceId, bob.userId);
    expect([await test.database.secondFactor.count(), await test.database.recoveryCode.count()]).toEqual([0, 0]);
  });
});

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
