import type { ColumnLook } from './column-look';

const FLAG =
  /^(?:.*[.:_ ])?(?:is[_ ]?)?(?:deleted?|spam|removed|trashed)$|^(?:.*\.)?is(?:Deleted?|Spam|Removed)$|^(?:是否)?(?:已?删除|已删)$/iu;
const STATE = /^(?:.*[.:_ ])?(?:approved|(?:moderation_?|comment_?|review_?)?(?:status|state))$|^(?:审核)?状态$/iu;
/** What programs note among what people wrote: who came, that somebody linked here, that the group has a name. */
const KIND = /^(?:.*[.:_ ])?(?:(?:comment|message|msg|event)_?)?(?:type|subtype)$/iu;
const NOTICE =
  /^(?:service|system|pingback|trackback|(?:channel|group)_(?:join|leave|topic|purpose|name|archive)|GuildMemberJoin|UserPremiumGuildSubscription|RecipientAdd|RecipientRemove|ChannelNameChange|ChannelIconChange|ChannelPinnedMessage|ThreadCreated|Call|order_note|action_log)$/u;
/** `service` may be what a complaint is about as well: it is a notice only beside these. */
const KINDS_OF_CHATS = /^(?:service|system|message|text|)$/u;
/** What events of Nostr are that say nothing: profiles, contacts, deletions, reposts, reactions, payments, reports. */
const EVENT = /^kind$/u;
const SAYS_NOTHING = /^(?:0|3|5|6|7|16|1984|9735)$/u;
const YES_OR_NO = /^(?:true|false|yes|no|0|1|是|否|t|f)$/iu;
const YES = /^(?:true|yes|1|是|t)$/iu;
const GONE = /^(?:spam|trash(?:ed)?|deleted|removed|已删除|垃圾评论)$/iu;

/** Columns that tell of each row whether it was deleted, is spam, or a notice of the program: exports of sites keep such rows. */
export function goneColumns(looks: readonly ColumnLook[]): string[] {
  const isOfEvents = looks.some(({ column }) => column === 'pubkey');
  return looks
    .filter(({ column, values, filled }) => {
      if (!filled) return false;
      if (isOfEvents && EVENT.test(column)) return true;
      if (FLAG.test(column)) return values.every((value) => !value || YES_OR_NO.test(value));
      return STATE.test(column) || (KIND.test(column) && namesNotices(values));
    })
    .map(({ column }) => column);
}

const namesNotices = (values: readonly string[]) =>
  values.every((value) => KINDS_OF_CHATS.test(value)) ||
  values.some((value) => NOTICE.test(value) && !KINDS_OF_CHATS.test(value));

/** Whether the value of such a column says that the row is no comment. */
export function saysGone(value: string, column: string): boolean {
  if (FLAG.test(column)) return YES.test(value);
  if (EVENT.test(column)) return SAYS_NOTHING.test(value);
  return KIND.test(column) ? NOTICE.test(value) : GONE.test(value);
}
