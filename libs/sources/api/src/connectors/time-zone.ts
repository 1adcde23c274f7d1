import * as z from 'zod';
import { field } from './config-fields';

/** Setting: the zone of times that are written without one. Empty: the zone of the workspace. */
export const timeZoneField = field(
  z
    .string()
    .trim()
    .max(60)
    .refine((name) => name === '' || isTimeZone(name), 'There is no such time zone. Use a name like Asia/Shanghai.')
    .default(''),
  {
    label: { zh: '未注明时区的时间所用的时区', en: 'Zone of times without one', ja: 'タイムゾーンのない時刻の扱い' },
    hint: {
      zh: '不填则使用工作区的时区。IST、CST 这类有多种含义的时区缩写也按它理解。',
      en: 'Left empty, the zone of the workspace. Names that stand for several zones, such as IST or CST, are understood by it too.',
      ja: '空欄ならワークスペースのタイムゾーンを使います。IST や CST のように複数の意味を持つ略称も、これで解釈します。',
    },
    placeholder: 'Asia/Shanghai',
  },
);

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
