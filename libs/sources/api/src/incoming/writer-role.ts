import type { LeftOutReason } from '@moodline/comments/contract';

const STAFF =
  /^(?:agent|admin|operator|staff|support|employee|teammate|team|representative|creator|seller|merchant|out(?:bound|going)|客服|商家|店家|卖家|官方|坐席|人工客服|(?:客服|商家|坐席)发送|オペレーター|担当者)$/iu;
const BOT = /^(?:bot|chatbot|system|automation|auto|workflow|bot_message|机器人|系统|ボット|システム)$/iu;
const CUSTOMER =
  /^(?:user|end-?_?user|human|customer|contact|lead|visitor|guest|requester|client|member|consumer|(?:super)?backer|in(?:bound|coming)|客户|用户|买家|访客|顾客|会员|(?:客户|用户|访客|顾客|买家)发送|お客様|ユーザー)$/iu;
const YES_OR_NO = /^(?:true|false|yes|no|0|1|是|否)$/iu;
const YES = /^(?:true|yes|1|是)$/iu;
const FLAG = /^(?:.*\.)?(?:is_?)?(bot|staff|agent|admin)$/iu;
/** Marks of what the shop or the author of a post wrote: 是否作者回复, `is_seller_reply`. */
const OWN_ANSWER =
  /^(?:是否|是不是)?(?:为|是)?(?:作者|商家|官方|店主|卖家|博主)(?:本人)?(?:回复|评论|发布)?$|^(?:.*\.)?is_?(?:seller|owner|creator|author|merchant)(?:_?(?:reply|comment))?$/iu;
/** Of help desks: whether a message came in, and whether customers see it. A note that they do not see is one of the staff. */
const CAME_IN = /^(?:.*\.)?(?:is_?)?(?:incoming|inbound|public)$/iu;
/** Holds the id of the program that wrote, and nothing where a person did. */
const BOT_ID = /^(?:.*\.)?bot_id$/iu;
/** Of LINE's official accounts, whether a user wrote, or the account itself. */
const SENDER_TYPE = /^(?:送信者タイプ|sender[._ ]?type)$/iu;
const ACCOUNT = /^account$/iu;
/** Of chats, what sort of message it is: most sorts say nothing of who wrote. */
const SUBTYPE = /^(?:.*\.)?subtype$/iu;

/** Whether the name of a column says that it tells who wrote, or the way of a message, with yes or no. */
export const isWriterFlag = (column: string): boolean => OWN_ANSWER.test(column) || CAME_IN.test(column);

/** Whether a value of such a column is known: otherwise the column means something else. */
export function isWriterRole(value: string, column: string): boolean {
  if (BOT_ID.test(column) || SUBTYPE.test(column)) return true;
  if (FLAG.test(column) || OWN_ANSWER.test(column) || CAME_IN.test(column)) return YES_OR_NO.test(value);
  return [STAFF, BOT, CUSTOMER, ...(SENDER_TYPE.test(column) ? [ACCOUNT] : [])].some((role) => role.test(value));
}

/** Why a comment is left out by who wrote it: an answer of the staff and a message of a program are no opinions. Null for customers. */
export function reasonByRole(value: string, column: string): LeftOutReason | null {
  if (BOT_ID.test(column)) return value ? 'bot' : null;
  const flag = FLAG.exec(column)?.[1]?.toLowerCase();
  if (flag) return YES.test(value) ? (flag === 'bot' ? 'bot' : 'staff') : null;
  if (OWN_ANSWER.test(column)) return YES.test(value) ? 'staff' : null;
  if (CAME_IN.test(column)) return value && !YES.test(value) ? 'staff' : null;
  if (BOT.test(value)) return 'bot';
  return STAFF.test(value) || (SENDER_TYPE.test(column) && ACCOUNT.test(value)) ? 'staff' : null;
}

/** Programs that write under names of their own, wherever they write. */
const PROGRAM = /^(?:automoderator|slackbot|remindmebot|nightbot|streamelements|.{1,60}\[bot\])$/iu;

/** Shops answer below the reviews of their goods, under the name that they sell under. */
const SHOP = /(?:旗舰店|旗艦店|专卖店|专营店|自营店?|官方客服|公式ショップ|公式ストア)$/u;

/** Why a comment is left out by the name of who wrote it; null for people. */
export const reasonByName = (author: string): LeftOutReason | null =>
  PROGRAM.test(author) ? 'bot' : SHOP.test(author) ? 'staff' : null;
