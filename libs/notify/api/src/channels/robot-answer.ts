import { DeliveryError } from '../delivery-error';
import { jsonOf, statusError } from '../line/answer-error';
import type { PostAnswer } from '../line/notify-line';

/** How a robot of Feishu, DingTalk or WeCom names its errors: with status 200 and a number in the body. */
export interface RobotCodes {
  /** Field that holds the number; 0 is success. */
  readonly field: string;
  readonly words: string;
  /** Numbers that say: too many messages. */
  readonly limited: readonly number[];
  /** Numbers that say: key, signature, or word list do not fit. */
  readonly unauthorised: readonly number[];
}

/** @throws DeliveryError unless the robot took the message */
export function assertTaken(answer: PostAnswer, { field, words, limited, unauthorised }: RobotCodes): void {
  if (answer.status !== 200) throw statusError(answer);
  const body = jsonOf(answer);
  const code = Number(body[field] ?? Number.NaN);
  if (code === 0) return;
  const said = String(body[words] ?? answer.text).slice(0, 300);
  if (limited.includes(code))
    throw new DeliveryError(
      'channel-rate-limited',
      `The service takes no more messages for now. It said: ${said} (${code})`,
      'later',
      60_000,
    );
  if (unauthorised.includes(code))
    throw new DeliveryError(
      'channel-unauthorised',
      `The service does not accept the key, the signature or the words. It said: ${said} (${code})`,
      'refused',
    );
  throw new DeliveryError('channel-rejected', `The service refused the message. It said: ${said} (${code})`, 'refused');
}
