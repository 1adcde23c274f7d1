import * as z from 'zod';
import { field } from './config-fields';

/** Headers that belong to the connection, and the one with which a browser logs in. */
const NOT_A_KEY =
  /^(?:host|connection|content-.*|transfer-encoding|upgrade|te|trailer|expect|cookie|user-agent|proxy-.*)$/i;

/** Setting: the header that carries the key, for addresses that people enter. */
export const keyHeaderField = field(
  z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .refine((name) => !NOT_A_KEY.test(name), 'This header cannot carry a key.')
    .default('Authorization'),
  {
    label: { zh: '密钥所在的请求头', en: 'Header that carries the key', ja: 'キーを入れるヘッダー' },
    carriesKey: true,
  },
);

/** Secret: all that the header says; none where everybody may read. */
export const keyField = field(
  z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .regex(/^[\x20-\x7e]+$/)
    .optional(),
  {
    label: { zh: '密钥（请求头的完整内容）', en: 'Key (the whole header)', ja: 'キー（ヘッダーの内容全体）' },
    hint: {
      zh: '例如 Bearer 加空格再加令牌。无需密钥时不填。',
      en: 'For example Bearer, a space and the token. Leave it empty where none is needed.',
      ja: '例：Bearer、半角スペース、トークンの順。キーが不要なら空欄にします。',
    },
  },
);

/** The header to send along; nothing where there is no key. */
export function keyHeader(header: string, key: string | undefined): Record<string, string> {
  return key ? { [header]: key } : {};
}
