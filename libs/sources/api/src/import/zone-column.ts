import { zoneOfColumn } from '../incoming/column-zone';
import type { ColumnLook } from './column-look';

const NAME =
  /^(?:(?!.*(?:user|author|account|profile)).*[._ ])?(?:time_?\s?zone|tz|utc_?offset|时区|時區|タイムゾーン)(?:_?name)?$/iu;

/** The zone that a value of such a column names: `Asia/Shanghai`, `UTC+8`, `EST`; null for others. */
export const zoneNamed = (value: string): string | null => zoneOfColumn(`time (${value.trim()})`);

/** The zone that a line above a header tells for all times below: `Time zone,+09:00`; null for other lines. */
export function zoneOfLine(cells: readonly string[]): string | null {
  const [name = '', value = '', ...more] = cells.filter((cell) => cell.trim());
  return !more.length && NAME.test(name.trim()) && zoneNamed(value) !== null ? value.trim() : null;
}

/** The column that tells of each row in which zone its time is; null where there is none. */
export function zoneColumn(looks: readonly ColumnLook[]): string | null {
  const found = looks.find(
    ({ column, filled, values }) =>
      filled > 0 && NAME.test(column) && values.every((value) => !value || zoneNamed(value) !== null),
  );
  return found?.column ?? null;
}
