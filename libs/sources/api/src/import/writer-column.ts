import { isWriterFlag, isWriterRole } from '../incoming/writer-role';
import type { ColumnLook } from './column-look';

const ROLE =
  /^(?:.*[._ ])?(?:author|from|sender|user|writer|creator|commenter)?[._ ]?(?:type|role|kind)$|^(?:.*\.)?(?:bot_id|is_?bot|is_?staff|is_?agent|is_?admin|bot)$|^(?:.*\.)?(?:(?:message[._ ]?)?direction|sub_?type|user_type)$|^(?:发送者类型|送信者タイプ|送信者種別|发送人类型|发送方|消息方向|发送方向|角色|身份|用户类型|消息来源)$/iu;
/** In Zendesk a comment that is not public is a note; elsewhere what is not public is a review that was not published yet. */
const PUBLIC = /(?:^|\.)(?:is_?)?public$/iu;

/** The column that tells whether a customer wrote, or somebody who answers customers; null where there is none. */
export function writerColumn(looks: readonly ColumnLook[]): string | null {
  const isOfTickets = looks.some(({ column }) => /(?:^|\.)author_id$/iu.test(column));
  const found = looks.filter(
    ({ column, filled, values }) =>
      filled > 0 &&
      (ROLE.test(column) || isWriterFlag(column)) &&
      (isOfTickets || !PUBLIC.test(column)) &&
      values.every((value) => !value || isWriterRole(value, column)),
  );
  return found.sort((a, b) => a.column.length - b.column.length)[0]?.column ?? null;
}
