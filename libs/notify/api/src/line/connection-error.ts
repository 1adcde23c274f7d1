import { DeliveryError } from '../delivery-error';

/** Codes of connections that were never made: nothing was sent. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'EDNS',
];

/** What an error of a connection means for the message: whether it may have arrived. */
export function connectionError(error: unknown, host: string): Error {
  const chain = causes(error);
  const told = chain.find((one) => one instanceof DeliveryError);
  if (told) return told;
  const codes = chain.map((one) => String((one as { code?: unknown }).code ?? ''));
  if (codes.some((code) => NEVER_CONNECTED.includes(code)))
    return new DeliveryError(
      'channel-unreachable',
      `${host} could not be reached (${codes.find((code) => NEVER_CONNECTED.includes(code))}). Check the address and the network of this machine.`,
      'later',
    );
  if (codes.some((code) => /CERT|SELF_SIGNED|ERR_TLS|SSL/.test(code)))
    return new DeliveryError(
      'channel-certificate',
      `The certificate of ${host} is not valid (${codes.find(Boolean)}). Nothing was sent.`,
      'refused',
    );
  return new DeliveryError(
    'channel-no-answer',
    `${host} gave no answer after the message had been sent. It may have arrived.`,
    'unknown',
  );
}

function causes(error: unknown): object[] {
  const chain: object[] = [];
  for (let one = error; typeof one === 'object' && one !== null && chain.length < 10;) {
    chain.push(one);
    const inner = one as { errors?: unknown[]; cause?: unknown };
    one = inner.cause ?? inner.errors?.[0];
  }
  return chain;
}
