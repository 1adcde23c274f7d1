import type { LeftOutReason } from '@moodline/comments/contract';

const STAFF =
  /^(?:agent|admin|operator|staff|support|employee|teammate|team|representative|客服|商家|店家|官方|坐席|人工客服|オペレーター|担当者)$/iu;
const BOT = /^(?:bot|chatbot|system|automation|auto|workflow|机器人|系统|ボット|システム)$/iu;
const CUSTOMER =
  /^(?:user|end-?_?user|customer|contact|lead|visitor|guest|requester|client|member|consumer|客户|用户|买家|访客|顾客|会员|お客様|ユーザー)$/iu;
const YES_OR_NO = /^(?:true|false|yes|no|0|1)$/iu;
const FLAG = /^(?:.*\.)?(?:is_?)?(bot|staff|agent|admin)$/iu;
/** Holds the id of the program that wrote, and nothing where a person did. */
const BOT_ID = /^(?:.*\.)?bot_id$/iu;

/** Whether a value of such a column is known: otherwise the column means something else. */
export const isWriterRole = (value: string, column: string): boolean =>
  BOT_ID.test(column) ||
  (FLAG.test(column) ? YES_OR_NO.test(value) : [STAFF, BOT, CUSTOMER].some((role) => role.test(value)));

/** Why a comment is left out by who wrote it: an answer of the staff and a message of a program are no opinions. Null for customers. */
export function reasonByRole(value: string, column: string): LeftOutReason | null {
  if (BOT_ID.test(column)) return value ? 'bot' : null;
  const flag = FLAG.exec(column)?.[1]?.toLowerCase();
  if (flag) return /^(?:true|yes|1)$/iu.test(value) ? (flag === 'bot' ? 'bot' : 'staff') : null;
  if (BOT.test(value)) return 'bot';
  return STAFF.test(value) ? 'staff' : null;
}

/** Programs that write under names of their own, wherever they write. */
const PROGRAM = /^(?:automoderator|slackbot|remindmebot|nightbot|streamelements|.{1,60}\[bot\])$/iu;

/** Whether an author is a program by its name. */
export const isProgram = (author: string): boolean => PROGRAM.test(author);
