import { DeliveryError } from '../delivery-error';
import type { PostAnswer } from './notify-line';

const CLIPPED = 300;

/**
 * What a status that is no success means. An answer is an answer: the message was not taken, so that it can be tried again.
 * @param words what the service said about it, where it is known
 */
export function statusError({ status, retryAfter, text }: PostAnswer, words = text): DeliveryError {
  const said = words.trim() ? ` It said: ${words.trim().slice(0, CLIPPED)}` : '';
  if (status === 429)
    return new DeliveryError(
      'channel-rate-limited',
      `The service takes no more messages for now.${said}`,
      'later',
      (retryAfter ?? 0) * 1000,
    );
  if (status === 401 || status === 403)
    return new DeliveryError(
      'channel-unauthorised',
      `The service does not accept the key (status ${status}).${said}`,
      'refused',
    );
  if (status === 404 || status === 410)
    return new DeliveryError(
      'channel-not-found',
      `The address does not exist (status ${status}). It may have been removed at the service.${said}`,
      'refused',
    );
  if (status >= 500 || status === 408)
    return new DeliveryError(
      'channel-unavailable',
      `The service is not working at the moment (status ${status}).${said}`,
      'later',
      (retryAfter ?? 0) * 1000,
    );
  return new DeliveryError('channel-rejected', `The service refused the message (status ${status}).${said}`, 'refused');
}

/** The answer as JSON, or an empty object. */
export function jsonOf({ text }: PostAnswer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
