import { belowAll, explainWeibo, readComment } from './weibo-comments';

const comment = { created_at: 'Sun May 03 16:20:00 +0800 2026', text: '好' };
const answer = (body: unknown) => ({ text: () => (typeof body === 'string' ? body : JSON.stringify(body)) });

describe('Weibo', () => {
  it('is read with ids that are too long for numbers', () => {
    const entries = ['52900111111111149999', '52900111111111149997'].map((idstr) =>
      readComment({ ...comment, id: Number(idstr), idstr }, '1'),
    );
    expect([entries[0]?.comment?.externalId, belowAll(entries), belowAll([])]).toEqual([
      '52900111111111149999',
      '52900111111111149996',
      null,
    ]);
  });

  it('writes times in the zone of China', () =>
    expect(readComment({ ...comment, mid: '1' }, '1').time).toEqual(new Date('2026-05-03T08:20:00Z')));

  it.each([
    [21327, 'source-unauthorised'],
    [21332, 'source-unauthorised'],
    [10023, 'source-rate-limited'],
    [20101, 'source-not-found'],
    [10014, 'source-blocked'],
    [21321, 'source-blocked'],
  ])('explains %i', (error_code, code) => {
    expect(explainWeibo(answer({ error: 'x', error_code, request: '/2/comments/show.json' }))).toMatchObject({ code });
  });

  it.each(['', '<html>', '[]', { error_code: 99999 }, { error: 'x' }])('leaves %j to the status', (body) =>
    expect(explainWeibo(answer(body))).toBeNull(),
  );
});
