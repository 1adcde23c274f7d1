import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate for tests that trusts itself, with its key, both as PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/** One value of DER (X.690): tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const bytes = (...values: readonly number[]) => Buffer.from(values);
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const objectId = (...values: readonly number[]) => der(0x06, bytes(...values));
/** `20260503090000Z` */
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/gu, '').slice(0, 14)}Z`));
/** Ed25519 (RFC 8410), whose parameters are left out. */
const ED25519 = sequence(objectId(0x2b, 0x65, 0x70));

/** Makes a self-signed certificate (RFC 5280) for a name, valid from one time until another. */
export function selfSigned(
  name: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const body = toBeSigned(name, { from, until, publicKey });
  const certificate = sequence(body, ED25519, der(0x03, bytes(0), sign(null, body, privateKey)));
  const lines = certificate.toString('base64').match(/.{1,64}/gu) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function toBeSigned(
  name: string,
  { from, until, publicKey }: { from: Date; until: Date; publicKey: KeyObject },
): Buffer {
  const subject = sequence(der(0x31, sequence(objectId(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));
  const names = sequence(der(0x82, Buffer.from(name)));
  const authority = sequence(der(0x01, bytes(0xff)));
  return sequence(
    der(0xa0, der(0x02, bytes(2))),
    der(0x02, bytes(1)),
    ED25519,
    subject,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(objectId(0x55, 0x1d, 0x11), der(0x04, names)),
        sequence(objectId(0x55, 0x1d, 0x13), der(0x01, bytes(0xff)), der(0x04, authority)),
      ),
    ),
  );
}
