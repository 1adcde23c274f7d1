import { arrayParameter } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';

describe('an array as one parameter', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('arrives as it was, whatever is in it', async () => {
    const texts = [
      'plain',
      '',
      'NULL',
      'null',
      '"',
      '\\',
      '\\"',
      '{a,b}',
      ' spaces ',
      "'); DROP TABLE comment; --",
      'line\nbreak',
      '好，"很好"\\n',
      '👍🏽',
      '{}',
      ',',
      null,
    ];
    const [row] = await test.database.$queryRaw<
      { texts: (string | null)[] }[]
    >`SELECT ${arrayParameter(texts)}::text[] AS texts`;
    expect(row?.texts).toEqual(texts);
  });

  it('takes numbers, and nothing at all', async () => {
    const [row] = await test.database.$queryRaw<
      object[]
    >`SELECT ${arrayParameter([1, -2, null])}::int[] AS numbers, ${arrayParameter([])}::text[] AS nothing`;
    expect(row).toEqual({ numbers: [1, -2, null], nothing: [] });
  });
});
