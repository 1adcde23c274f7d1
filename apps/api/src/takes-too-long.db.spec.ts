import type { ArgumentsHost } from '@nestjs/common';
import { boundedRead, Prisma } from '@moodline/shared/db';
import { ProblemFilter } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';

/** How an error is answered. */
function answered(error: unknown): { status: number; body: { code: string; message: string } } {
  const seen = { status: 0, body: { code: '', message: '' } };
  const response = {
    headersSent: false,
    status: (status: number) => Object.assign(response, { seen: (seen.status = status) }),
    json: (body: typeof seen.body) => (seen.body = body),
  };
  const http = { getRequest: () => ({ headers: {} }), getResponse: () => response };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return seen;
}

describe('a count that takes too long', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('is ended by the database, and answered with what can be done', async () => {
    const read = boundedRead(test.database, Prisma.sql`SELECT pg_sleep(30)`, 50);
    const error: unknown = await read.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(answered(error)).toMatchObject({
      status: 503,
      body: { code: 'takes-too-long', message: expect.stringContaining('shorter period') },
    });
  });

  it('leaves its connection as it was', async () => {
    const limit = () => test.database.$queryRaw`SHOW statement_timeout`;
    const before = await limit();
    expect(await boundedRead(test.database, Prisma.sql`SELECT 1 AS one`, 5_000)).toEqual([{ one: 1 }]);
    expect(await limit()).toEqual(before);
  });

  it('is no other error of the database', async () => {
    const error: unknown = await test.database.$queryRaw`SELECT 1 / 0`.catch((thrown: unknown) => thrown);
    expect(answered(error)).toMatchObject({ status: 500, body: { code: 'internal' } });
  });
});
