import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused, nothingChanges, type Refusal } from './expect-refused';
import { Target, type Seen } from './target';

const target = new Target();
const post = (path: string, body: unknown) => target.json('POST', path, body);
const put = (path: string, body: unknown) => target.json('PUT', path, body);
const patch = (path: string, body: unknown) => target.json('PATCH', path, body);
const note = (body: object) => post('/api/annotations', { at: '2026-01-01', text: 'x', ...body });
const pin = (body: unknown, report: number | string = NOBODY) => post(`/api/reports/${report}/pins`, body);
const NOBODY = 2_000_000_000;
const CHART = { kind: 'chart', filters: [{}] };
const TOLD = { text: 'Mood has never been better.', facts: [], links: [] };

const cases: readonly (readonly [string, () => Promise<Seen>, Refusal])[] = [
  // What happened, on charts
  ['an annotation of 10,000 signs', () => note({ text: 'x'.repeat(10_000) }), [400, 'invalid-input', /text/]],
  ['an annotation without words', () => note({ text: ' ' }), [400, 'invalid-input', /text/]],
  ['an annotation on a day that is none', () => note({ at: '2026-02-30' }), [400, 'invalid-input', /at/]],
  ['an annotation at the end of time', () => note({ at: '+275760-09-14' }), [400, 'invalid-input', /at/]],
  ['an annotation that says it is an alert', () => note({ kind: 'alert' }), [400, 'invalid-input', /kind/]],
  ['an annotation with NUL', () => note({ text: 'a\u0000b' }), [400, 'invalid-input', /NUL/]],
  [
    'the annotation of nobody',
    () => put(`/api/annotations/${NOBODY}`, { at: '2026-01-01', text: 'x' }),
    [404, 'not-found', /./],
  ],
  [
    'taking the annotation of nobody away',
    () => target.ask(`/api/annotations/${NOBODY}`, { method: 'DELETE' }),
    [404, 'not-found', /./],
  ],
  [
    'annotations of a period that is none',
    () => target.ask("/api/annotations?from=' OR 1=1"),
    [400, 'invalid-input', /from/],
  ],
  // Pinned to a report
  ['a chart for the report of nobody', () => pin(CHART), [404, 'not-found', /./]],
  [
    'a chart of a hundred filters',
    () => pin({ kind: 'chart', filters: Array(100).fill({}) }),
    [400, 'invalid-input', /filters/],
  ],
  ['a chart without a filter', () => pin({ kind: 'chart', filters: [] }), [400, 'invalid-input', /filters/]],
  ['a pin of a kind of its own', () => pin({ kind: 'html', html: '<script>' }), [400, 'invalid-input', /kind/]],
  [
    'an answer that the product never gave',
    () => pin({ kind: 'answer', question: 'x', told: TOLD, seal: 'A'.repeat(43) }),
    [400, 'invalid-input', /told/],
  ],
  [
    'a pin of nobody',
    () => target.ask(`/api/report-issues/${NOBODY}/pins/x`, { method: 'DELETE' }),
    [404, 'not-found', /./],
  ],
  [
    'a pin that is a path',
    () => target.ask(`/api/report-issues/1/pins/${encodeURIComponent('../../etc')}`, { method: 'DELETE' }),
    [404, 'not-found', /./],
  ],
  // Alerts
  [
    'a rule of nobody made silent',
    () => post(`/api/alert-rules/${NOBODY}/mute`, { hours: 1 }),
    [404, 'not-found', /./],
  ],
  ['silence for ever', () => post('/api/alert-rules/1/mute', { hours: 1e9 }), [400, 'invalid-input', /hours/]],
  ['silence in the past', () => post('/api/alert-rules/1/mute', { hours: -5 }), [400, 'invalid-input', /hours/]],
  ['an alert of nobody', () => patch(`/api/alerts/${NOBODY}`, { acknowledged: true }), [404, 'not-found', /./]],
  ['an alert for nobody', () => patch('/api/alerts/1', { assignee: NOBODY }), [404, 'not-found', /./]],
  [
    'an alert for somebody beyond 32 bits',
    () => patch('/api/alerts/1', { assignee: 1e15 }),
    [400, 'invalid-input', /database cannot hold/],
  ],
  [
    'a note of 100,000 signs',
    () => post('/api/alerts/1/notes', { text: 'x'.repeat(1e5) }),
    [400, 'invalid-input', /text/],
  ],
  ['a note to the alert of nobody', () => post(`/api/alerts/${NOBODY}/notes`, { text: 'x' }), [404, 'not-found', /./]],
];

describe('what somebody hostile does to charts, reports and alerts', () => {
  it.each(cases)('%s is refused with words, and nothing changes', async (_, send, refusal) => {
    const annotations = async () => (await target.ask('/api/annotations')).body;
    const before = await annotations();
    await nothingChanges(target, async () => expectRefused(await send(), refusal));
    expect(await annotations()).toBe(before);
  });

  describe('words that people write down', () => {
    const HOSTILE = '<img src=x onerror=alert(1)> =HYPERLINK("http://evil.example") {{constructor}} \u202e';
    let id = 0;
    beforeAll(async () => {
      ({ id } = JSON.parse((await note({ text: HOSTILE })).body) as { id: number });
    });
    afterAll(() => target.ask(`/api/annotations/${id}`, { method: 'DELETE' }));

    it('are kept as they are and go out as JSON', async () => {
      const { headers, body } = await target.ask('/api/annotations');
      expect(headers.get('content-type')).toContain('application/json');
      expect(body).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    });
  });

  it.each([
    '/tv?views=javascript:alert(1)',
    '/tv?views=%3Cscript%3Ealert(1)%3C/script%3E&seconds=-1',
    '/tv?seconds=1e400',
    '/tv?next=https://evil.example',
    '/tv/..%2f..%2fetc/passwd',
  ])('the wall screen at %s is the page of the product, with nothing of the address in it', (path) =>
    nothingChanges(target, async () => {
      const { status, body, headers } = await target.ask(path, { headers: { Authorization: '' } });
      expect([200, 404]).toContain(status);
      expect(body).not.toMatch(/alert\(1\)|evil\.example|root:/);
      expect(headers.get('location')).toBeNull();
      if (status === 200) expect(headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    }),
  );
});
