import { createHmac } from 'node:crypto';
import { assertSigned, hookSignature } from './hook-signature';

const body = Buffer.from('{"text":"好"}');
const now = new Date('2026-05-03T09:00:00Z');
const timestamp = String(now.getTime() / 1000);
const refuse = (headers: { timestamp?: string; signature?: string }, sent = body) =>
  expect(() => assertSigned('secret', sent, { timestamp: undefined, signature: undefined, ...headers }, now)).toThrow(
    expect.objectContaining({ code: 'hook-signature', status: 401 }),
  );

describe('the signature of a delivery', () => {
  const signature = `sha256=${createHmac('sha256', 'secret').update(`${timestamp}.{"text":"好"}`).digest('hex')}`;

  it('is what anybody can make with HMAC-SHA256', () => {
    expect(hookSignature('secret', timestamp, body)).toBe(signature);
    expect(() => assertSigned('secret', body, { timestamp, signature }, now)).not.toThrow();
  });

  it('fits one body, one secret and one time', () => {
    refuse({ timestamp, signature }, Buffer.from('{"text":"坏"}'));
    refuse({ timestamp: String(Number(timestamp) + 1), signature });
    refuse({ timestamp, signature: hookSignature('other', timestamp, body) });
    for (const wrong of [undefined, '', 'sha256=', signature.slice(0, -1), `${signature}0`, signature.slice(7)])
      refuse({ timestamp, ...(wrong === undefined ? {} : { signature: wrong }) });
  });

  it('covers the key by which attempts are told apart', () => {
    const keyed = hookSignature('secret', timestamp, body, 'x1');
    expect(() => assertSigned('secret', body, { timestamp, signature: keyed, key: 'x1' }, now)).not.toThrow();
    for (const key of ['x2', '', null])
      expect(() => assertSigned('secret', body, { timestamp, signature: keyed, key }, now)).toThrow('does not fit');
    expect(() => assertSigned('secret', body, { timestamp, signature, key: 'x1' }, now)).toThrow('does not fit');
  });

  it('is good for five minutes, whichever clock is ahead', () => {
    for (const [seconds, good] of [
      [-301, false],
      [-299, true],
      [299, true],
      [301, false],
    ] as const) {
      const at = String(Number(timestamp) + seconds);
      const attempt = () =>
        assertSigned('secret', body, { timestamp: at, signature: hookSignature('secret', at, body) }, now);
      if (good) expect(attempt).not.toThrow();
      else expect(attempt).toThrow('five minutes');
    }
    for (const at of ['', 'now', '1e9', '-1', '99999999999999'])
      refuse({ timestamp: at, signature: hookSignature('secret', at, body) });
  });
});
