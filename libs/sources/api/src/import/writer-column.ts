import { isWriterRole } from '../incoming/writer-role';
import type { ColumnLook } from './column-look';

const ROLE =
  /^(?:.*[._ ])?(?:author|from|sender|user|writer|creator|commenter)?[._ ]?(?:type|role|kind)$|^(?:.*\.)?(?:bot_id|is_?bot|is_?staff|is_?agent|is_?admin|bot)$|^(?:发送者类型|发送方|角色|身份|用户类型|消息来源)$/iu;

/** The column that tells whether a customer wrote, or somebody who answers customers; null where there is none. */
export function writerColumn(looks: readonly ColumnLook[]): string | null {
  const found = looks.filter(
    ({ column, filled, values }) =>
      filled > 0 && ROLE.test(column) && values.every((value) => !value || isWriterRole(value, column)),
  );
  return found.sort((a, b) => a.column.length - b.column.length)[0]?.column ?? null;
}
