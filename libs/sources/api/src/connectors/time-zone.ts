import { z } from 'zod';
import { field } from './config-fields';

/** Setting: the zone of times that are written without one. */
export const timeZoneField = field(
  z
    .string()
    .trim()
    .max(60)
    .refine(isTimeZone, 'There is no such time zone. Use a name like Asia/Shanghai.')
    .default('UTC'),
  {
    label: { zh: '未注明时区的时间所用的时区', en: 'Zone of times without one' },
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
