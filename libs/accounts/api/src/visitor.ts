import type { Request } from 'express';
import type { Visitor } from './session.repository';

/** Longest name of a browser that is kept. */
const AGENT_LENGTH = 300;

/** From where a request comes. Behind a proxy of TRUSTED_PROXIES this is the address that the proxy names. */
export const visitorOf = (request: Request): Visitor => ({
  agent: (request.headers['user-agent'] ?? '').slice(0, AGENT_LENGTH),
  address: addressOf(request),
});

/** The address of a request, IPv4 in its own form. */
export const addressOf = ({ ip }: { ip?: string | undefined }): string => (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
