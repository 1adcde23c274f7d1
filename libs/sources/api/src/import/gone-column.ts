import type { ColumnLook } from './column-look';

const FLAG =
  /^(?:.*[.:_ ])?(?:is[_ ]?)?(?:deleted?|spam|removed|trashed)$|^(?:.*\.)?is(?:Deleted?|Spam|Removed)$|^(?:是否)?(?:已?删除|已删)$/iu;
const STATE = /^(?:.*[.:_ ])?(?:approved|(?:moderation_?|comment_?|review_?)?(?:status|state))$|^(?:审核)?状态$/iu;
const YES_OR_NO = /^(?:true|false|yes|no|0|1|是|否|t|f)$/iu;
const YES = /^(?:true|yes|1|是|t)$/iu;
const GONE = /^(?:spam|trash(?:ed)?|deleted|removed|已删除|垃圾评论)$/iu;

/** Columns that tell of each row whether it was deleted, or is spam: exports of sites keep such rows. */
export function goneColumns(looks: readonly ColumnLook[]): string[] {
  return looks
    .filter(({ column, values, filled }) => {
      if (!filled) return false;
      if (FLAG.test(column)) return values.every((value) => !value || YES_OR_NO.test(value));
      return STATE.test(column);
    })
    .map(({ column }) => column);
}

/** Whether the value of such a column says that the row is gone. */
export const saysGone = (value: string, column: string): boolean =>
  FLAG.test(column) ? YES.test(value) : GONE.test(value);
