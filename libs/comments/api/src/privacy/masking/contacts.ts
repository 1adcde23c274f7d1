import { COUNTED, type PersonalPattern } from './personal-pattern';

const MAIL_HOSTS =
  /^(?:qq|vip\.qq|163|126|139|189|sina|sohu|foxmail|g-?mail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|aliyun|yeah|tom|21cn|proton(?:mail)?|gmx|aol|naver|yandex|mail)(?![a-z\d-])/iu;
const ENDINGS =
  'com\\.cn|co\\.uk|co\\.jp|com|cn|net|org|edu|gov|info|me|io|co|cc|de|uk|jp|fr|ru|tw|hk|kr|in|eu|us|ca|au';
const OPEN = '[(（[【{<]\\s?';
const CLOSE = '\\s?[)）\\]】}>]';
const AT = `@|#|艾特|爱特|圈a|${OPEN}(?:at|@|艾特)${CLOSE}|(?<=\\s)at(?=\\s)`;
const DOT = `\\.|点|${OPEN}(?:dot|点|\\.)${CLOSE}|(?<=\\s)dot(?=\\s)`;
/** Words before "at" in a sentence, which are nobody's mailbox. */
const NO_MAILBOX = new Set(
  'look looks looked looking see seen buy buying bought shop shopping order ordered available sold sell selling is are was it them this that here only on me us you back up price prices priced start starts store found find get got good better best work works working not and or made available'.split(
    ' ',
  ),
);

/** Whether something like `name at domain dot com` is a mailbox: how the two characters are written, and which words stand there, decides. */
function mailboxLength(found: string): number {
  const [, local = '', at = '', host = ''] = SPELLED.exec(found) ?? [];
  const spelled = /点|dot|[([{（【]/iu.test(host);
  const known = MAIL_HOSTS.test(host);
  const accepted =
    at === '#'
      ? known
      : at === '@'
        ? spelled || known
        : at.toLowerCase() === 'at'
          ? (spelled || known) && (/[\d._-]/.test(local) || !NO_MAILBOX.has(local.toLowerCase()))
          : true;
  return accepted ? found.length : 0;
}
const SPELLED = new RegExp(`^([\\w.+-]{1,64})\\s{0,2}(${AT})\\s{0,2}([^]*)$`, 'iu');

const EMAILS: readonly PersonalPattern[] = [
  {
    mark: '[email]',
    hint: /@/,
    finds:
      /(?<![\p{Script=Latin}\w.+%-])[\p{Script=Latin}\w.+%-]{1,64}@(?:[\p{Script=Latin}\d-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z\d])/giu,
  },
  {
    mark: '[email]',
    hint: /[@#]|\bat\b|艾特|爱特|圈a/iu,
    finds: new RegExp(
      `(?<![\\w.+-])[a-z0-9_][\\w.+-]{0,63}\\s{0,2}(?:${AT})\\s{0,2}(?:[\\w-]{1,40}\\s{0,2}(?:${DOT})\\s{0,2}){1,3}(?:${ENDINGS})(?![\\w])`,
      'giu',
    ),
    length: mailboxLength,
  },
  { mark: '[email]', hint: /@qq/iu, finds: /(?<![\w.])[1-9]\d{4,11}@qq(?![\w.])/giu },
];

const SERVICE =
  '(?:微信|薇信|威信|v信|we ?chat|weixin|wx|vx|qq|扣扣|企鹅|telegram|tg|line ?id|kakao ?talk|skype|discord|instagram|insta|ig|snapchat|(?:抖音|小红书|快手|支付宝|微博)[号id])';
const NUMBERED = '(?:群|号码?|账号|帐号| ?id| number)';
const LINK = '[ :：=是为→]{0,4}';
const ACCOUNT = '[a-z0-9](?:[\\w-]|\\.(?=\\w)){4,29}(?![\\w-])';
const ACCOUNT_HINT =
  /微信|薇信|威信|v信|we ?chat|weixin|[wv]x|qq|扣扣|企鹅|telegram|tg|line ?id|kakao|skype|discord|insta|ig|snapchat|抖音|小红书|快手|支付宝|微博|[加+＋] ?[vq]/iu;
/** In a sentence, words go on after a word; an account stands alone. */
const isAccount = (found: string, after: string) =>
  !COUNTED.test(after) && (/[\d_]/.test(found) || !/^\s[a-z]/iu.test(after));

/** Names on messengers and networks, where the text announces them as such; the announcement stays. */
const ACCOUNTS: readonly PersonalPattern[] = [
  // 加我微信 abc123, add my wechat abc_123
  {
    finds: new RegExp(
      `((?:[加联+＋私找]|add|contact|message|dm)[^\\d\\n。，,.!！?？]{0,8}?(?<![a-z])(?:${SERVICE}|[vq])${NUMBERED}?${LINK})${ACCOUNT}`,
      'giu',
    ),
    length: (found: string, _: string, after: string) =>
      /[\d_]/.test(found) && isAccount(found, after) ? found.length : 0,
  },
  // wx: somebody, VX：abc123, 微信号 abc123
  {
    finds: new RegExp(
      `((?<![a-z])(?:${SERVICE}(?:${NUMBERED}${LINK}|${NUMBERED}?\\s?[:：=]\\s?)|v\\s?[:：]\\s?(?=[a-z]{0,20}[\\d_])))${ACCOUNT}`,
      'giu',
    ),
    length: (found: string, _: string, after: string) => (isAccount(found, after) ? found.length : 0),
  },
  // QQ 123456789
  {
    finds: /((?<![a-z])(?:qq|扣扣|企鹅)(?:群|号)?[\s:：]{0,3})[1-9]\d{4,10}(?!\d)/giu,
    length: (found: string, _: string, after: string) => (COUNTED.test(after) ? 0 : found.length),
  },
].map((account) => ({ mark: '[account]', hint: ACCOUNT_HINT, ...account }));

/** What stands behind an @ and names nobody: rules of style sheets, marks of programming, everybody in a room. */
const NOBODY =
  '(?:media|import|charset|font-face|keyframes|supports|page|layer|property|container|namespace|apply|tailwind|include|mixin|extend|override|deprecated|param|returns?|throws|component|injectable|input|output|autowired|test|todo|everyone|here|channel|all|所有人|全体成员|全员)(?![\\p{L}\\p{N}_.])';
const UNITS =
  '(?:hz|khz|mhz|ghz|fps|ma|mah|wh|w|v|p|k|x|gb|mb|tb|kb|kbps|mbps|kg|g|mm|cm|nm|m|in|inch|ms|s|h|min|dpi|ppi|nits?|am|pm|usd|rmb|cny|eur|gbp|jpy|帧|赫兹|元|块|点|折|倍|円|時|时|フレーム)';
/** A price, a count, a time or a measure after @. */
const MEASURED = `\\d{1,4}(?![\\p{L}\\p{N}_])|\\d{1,6}(?:\\.\\d{1,2})?\\s?${UNITS}(?:\\d{2,3}(?:${UNITS})?)?(?![\\p{Script=Latin}\\d_])|\\d{1,2}:\\d{2}|\\d{1,4}[x×]\\d{1,4}`;

const NAMES: readonly PersonalPattern[] = [
  {
    mark: '@…',
    hint: /@/,
    // Names of packages (@scope/name) and addresses of code are nobody, either.
    finds: new RegExp(
      `(?<![\\p{Script=Latin}\\d_])@(?!${NOBODY}|${MEASURED}|[a-z][a-z\\d-]{1,29}/[a-z])[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.·-]{0,29}[\\p{L}\\p{N}_])?`,
      'giu',
    ),
  },
  // Reddit: u/name, /u/name, and r/u_name, the place of one's own.
  {
    mark: '@…',
    hint: /\bu[/_]/iu,
    finds: /(?<![\w./])(?:\/?u\/|\/?r\/u_)[a-z\d_-]{3,20}(?![\w/-])/giu,
  },
];

/** Mailboxes, accounts, and names after an @. */
export const CONTACT_PATTERNS: readonly PersonalPattern[] = [...EMAILS, ...ACCOUNTS];
/** Names come last: what is left of an @ then is one. */
export const NAME_PATTERNS = NAMES;
