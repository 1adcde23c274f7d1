import { isPlaceholder } from '@moodline/comments/contract';

/** How programs write that there is nothing. */
const NOTHING = /^(?:nan|null|none|nil|n\/a|#n\/a|undefined|na|<na>|-|\\n|\(null\))$/i;

/** What sites show in the place of a comment that is gone or was never written. */
const STAND_INS: readonly RegExp[] = [
  /^\[?(?:deleted|removed|unavailable|deleted by user|removed by reddit|removed by moderator)\]$/i,
  /^\[(?:deleted|removed)\b[^\]]{0,60}\]$/i,
  /^(?:this )?(?:comment|post|message|tweet|review) (?:has been |was |is )?(?:deleted|removed|unavailable|hidden)(?: by (?:a |the )?(?:moderators?|author|user|admins?|reddit|owner))?\.?$/i,
  /^(?:该|此|这条|本)?(?:评论|内容|微博|回复|留言|帖子|弹幕)(?:内容)?(?:已经?)?被?(?:原?作者|用户|楼主|管理员|系统|版主)?(?:已经?)?(?:被)?(?:删除|屏蔽|隐藏|折叠)了?[。.]?$/u,
  /^(?:此|该)?用户(?:没有|未)(?:及时)?(?:填写|作出|写)(?:任何)?(?:评价|评论)(?:内容)?[,，。！!]?(?:系统)?(?:默认好评)?[。！!]?$/u,
  /^(?:系统)?默认好评[!！。]?$/u,
  /^@… (?:has|have) (?:joined|left|been added to|been removed from) .{0,80}$/i,
  /^joined the server\.$/i,
  /^(?:抱歉|对不起)[,，]此微博已被作者删除.{0,40}$/u,
  /^(?:この)?(?:コメント|投稿|レビュー|ツイート)は?(?:投稿者により|管理者により)?(?:削除されました|表示できません)[。.]?$/u,
];

/** Whether a cell is empty in the words of a program: `nan`, `NULL`, `N/A`. */
export const isNothing = (value: string): boolean => NOTHING.test(value.trim());

/** Whether a text stands in the place of a comment: `[deleted]`, `该评论已删除`, `默认好评`. */
export function isStandIn(value: string): boolean {
  const text = value.trim();
  return isPlaceholder(text) || (text.length <= 80 && STAND_INS.some((form) => form.test(text)));
}
