import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { PeopleBench } from './testing/people-bench';

const { visitor } = PeopleBench;
const ADA = { name: 'Ada', email: 'ada@example.com', password: 'long enough 1' };

describe('sessions', () => {
  let test: TestDatabase;
  let bench: PeopleBench;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
    await bench.account.update(await bench.owner(), ADA);
  });
  afterEach(() => test.close());

  const opened = () => bench.byPassword(ADA.email, ADA.password, visitor);

  it('end after 12 hours without use, and are kept by use', async () => {
    const token = await opened();
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now() - interval '11 hours'`;
    const session = await bench.live(token);
    expect(session?.stale).toBe(true);
    if (session) await bench.sessions.touch(session);
    expect((await bench.live(token))?.stale).toBe(false);
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now() - interval '13 hours'`;
    expect(await bench.live(token)).toBeNull();
  });

  it('of somebody without a password last a week without use', async () => {
    const token = await opened();
    await test.database.$executeRaw`UPDATE "user" SET password_hash = NULL`;
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now() - interval '6 days'`;
    expect(await bench.live(token)).not.toBeNull();
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now() - interval '8 days'`;
    expect(await bench.live(token)).toBeNull();
  });

  it('end after 30 days, whatever happens in them', async () => {
    const token = await opened();
    await test.database
      .$executeRaw`UPDATE session SET expires_at = expires_at - interval '30 days' - interval '1 minute'`;
    expect(await bench.live(token)).toBeNull();
  });

  it('are listed with browser and address, and ended one by one', async () => {
    const [here, there] = [await opened(), await opened()];
    const actor = await bench.actor(here);
    const listed = await bench.account.openSessions(actor);
    expect(listed.filter(({ current }) => current)).toMatchObject([
      { id: actor.session?.id, byLink: false, ...visitor },
    ]);
    const other = (await bench.live(there))?.id ?? 0;
    await bench.account.endSession(actor, other);
    expect(await bench.live(there)).toBeNull();
    expect(await bench.live(here)).not.toBeNull();
    await expect(bench.account.endSession(actor, other)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of other people cannot be ended', async () => {
    const owner = await bench.actor(await opened());
    const bob = await bench.invited(owner, 'viewer', 'bob@example.com');
    await expect(bench.account.endSession(bob, owner.session?.id ?? 0)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are all ended but the one that asks', async () => {
    const [here, there] = [await opened(), await opened()];
    await bench.account.endOtherSessions(await bench.actor(here));
    expect([await bench.live(here), await bench.live(there)]).toEqual([expect.anything(), null]);
  });
});
