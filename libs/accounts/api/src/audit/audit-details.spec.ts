import { auditDetails } from './audit-details';

describe('what is written down of a request', () => {
  it('is the names of its fields and the values that say what was done', () => {
    const body = { role: 'owner', days: 30, paused: false, permissions: ['comments.read'], schedule: 'hourly' };
    expect(auditDetails(body)).toEqual({ fields: Object.keys(body), ...body });
  });

  it('is no secret, no text and no address', () => {
    const body = {
      password: 'long enough 1',
      secrets: { key: 'Bearer x' },
      config: { url: 'https://feeds.example/TOKEN' },
      reason: 'Call 李小明 13912345678',
      email: 'ada@example.com',
      label: 'x'.repeat(200),
      kind: { nested: 'Bearer x' },
    };
    expect(auditDetails(body)).toEqual({ fields: Object.keys(body) });
  });

  it.each([undefined, null, 'text', [1, 2], {}])('is nothing where the body is %j', (body) => {
    expect(auditDetails(body)).toEqual({});
  });
});
