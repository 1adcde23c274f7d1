import * as z from 'zod';
import { SourceError } from '../source.errors';

/** Errors come with status 200 and a code. */
const refusal = z.object({
  errcode: z
    .number()
    .int()
    .refine((code) => code !== 0),
  errmsg: z.string().nullish(),
});

type Refusal = z.output<typeof refusal>;

/** A token, or why there is none. */
export const tokenAnswerSchema = z.union([refusal, z.object({ access_token: z.string().min(1) })]);

const comment = z.object({
  user_comment_id: z.union([z.number(), z.string()]).transform(String),
  create_time: z.number().int(),
  content: z.string().nullish(),
  openid: z.string().nullish(),
});

/** The parts of a list of comments that are read here, or why there is none. */
export const listAnswerSchema = z.union([refusal, z.object({ total: z.number().int(), comment: z.array(comment) })]);
export type WeChatComment = z.output<typeof comment>;

/** The answer when it is one. @throws SourceError with what the code means */
export function granted<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw explainWeChat(answer.errcode, answer.errmsg);
  return answer;
}

const isRefusal = (answer: object): answer is Refusal => 'errcode' in answer;

/** What WeChat means by a code, for the people who run the account. */
export function explainWeChat(code: number, message: string | null | undefined): SourceError {
  if ([40001, 40002, 40013, 40014, 40125, 41002, 41004, 42001].includes(code))
    return new SourceError(
      'source-unauthorised',
      `WeChat does not accept AppID and AppSecret (${code}). Check both in the settings of the account on mp.weixin.qq.com; a secret that was reset has to be entered anew.`,
    );
  if (code === 40164)
    return new SourceError(
      'source-blocked',
      `WeChat does not know the address from which Moodline calls${addressIn(message)}. Put it on the IP whitelist of the account (mp.weixin.qq.com, developer settings).`,
    );
  if (code === 48001 || code === 88000)
    return new SourceError(
      'source-blocked',
      `This account may not read comments by the interface (${code}). It needs the comment function and, for subscription accounts, verification by WeChat.`,
    );
  if (code === 88001)
    return new SourceError(
      'source-not-found',
      'WeChat knows no article with this number (88001). Enter the msg_data_id of a published article of this account.',
    );
  if (code === 45009 || code === 45011)
    return new SourceError(
      'source-rate-limited',
      `The daily or minute limit of the account is used up (${code}). Moodline goes on at the next time; choose a slower schedule if this goes on.`,
    );
  if (code === -1 || code === 50001)
    return new SourceError('source-unavailable', `WeChat is busy (${code}). Moodline tries again at the next time.`);
  return new SourceError(
    'source-unexpected-answer',
    `WeChat answered with the code ${code}. Its meaning stands in the list of return codes of the official account platform.`,
  );
}

function addressIn(message: string | null | undefined): string {
  const address = /\b(?:\d{1,3}\.){3}\d{1,3}\b/.exec(message ?? '')?.[0];
  return address ? `, ${address}` : '';
}
