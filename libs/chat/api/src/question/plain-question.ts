import { Converter } from 'opencc-js/t2cn';
import type { QuestionLanguage } from './question-language';
import { spelledOut } from './words/shorthand';
import { sqlInWords } from './words/sql-question';

const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * Parts of a question that speak to a machine instead of asking: they are dropped before anything is read, and what is left is
 * answered as if they had never been there.
 */
const COMMANDS: readonly RegExp[] = [
  /<\|[^|>]{0,40}\|>|<\/?[a-z][^>]{0,200}>|\[\/?(?:inst|system|sys)\]|```/iu,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|instructions|rule|rules|prompt|prompts|guidelines|above|previous|prior|everything|facts?|filters?|data)\b/iu,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b|\bjailbreak\b|\b(?:you are|act as|pretend|roleplay|from now on)\b.{0,60}|\bdo anything now\b/iu,
  /\b(?:say|print|answer|reply|output|respond|report|claim|tell (?:me|them))\b.{0,30}\b(?:that (?:the )?(?:mood|net|everything|all)|\+?100|zero|exactly|only with|with (?:the )?word)\b/iu,
  /\b(?:drop|delete|truncate|alter) (?:table|from|database)\b|\bunion (?:all )?select\b|\bselect\b.{0,30}\bfrom\b|\bor 1 ?= ?1\b|;--|\b(?:insert into|update) \w+ (?:set|values)\b/iu,
  /^\s*(?:system|assistant|user|facts?|f\d+)\s*[:|]/iu,
  /\b(?:api key|password|passwd|access token|secret key|env(?:ironment)? variables?)\b/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会|绕过).{0,16}(?:指令|指示|提示|规则|要求|设定|内容|限制|以上|之前|前面)|系统提示词?|你现在是|扮演|从现在(?:起|开始)你|越狱|开发者模式/u,
  /(?:请|就|只|直接)?(?:回答|输出|回复|打印|说|告诉我)(?:我)?.{0,8}(?:净情绪(?:是|为)|都是(?:好评|正面)|全是|100|一百|没有负面)|(?:密码|密钥|口令|令牌|环境变量)/u,
  /(?:指示|命令|ルール|プロンプト|制約|設定|上記|以前の?).{0,8}(?:無視|忘れ)|システムプロンプト|あなたは(?:今|これ)から|になりきって|ふりをして|脱獄|(?:」と|だけ)(?:答えて|出力し|返事し|言って)|パスワード|秘密鍵|環境変数/u,
];

/** Words that input methods put in place of those that sound alike. */
const SOUND_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/付面|负绵|负棉|副面|负免|富面/gu, '负面'],
  [/反溃|返馈|反愧|反匮|反贵/gu, '反馈'],
  [/退宽|退欵/gu, '退款'],
  [/固键|固建/gu, '固件'],
  [/充电合(?!格|适|理|同)|充电和(?=发|的|坏|问)/gu, '充电盒'],
  [/客付|客夫|客副/gu, '客服'],
  [/论谈(?!到|及|起)|轮坛/gu, '论坛'],
  [/抱远|抱愿/gu, '抱怨'],
  [/口牌|口脾/gu, '口碑'],
  [/降燥|降躁/gu, '降噪'],
  [/音直|音知/gu, '音质'],
  [/电迟/gu, '电池'],
  [/更心|跟新/gu, '更新'],
  [/闪腿|闪推/gu, '闪退'],
  [/物留/gu, '物流'],
  [/快弟/gu, '快递'],
  [/佩带/gu, '佩戴'],
  [/合叶/gu, '合页'],
  [/保休/gu, '保修'],
  [/发汤/gu, '发烫'],
  [/道谦/gu, '道歉'],
  [/投拆|投素/gu, '投诉'],
  [/渠到/gu, '渠道'],
  [/来原/gu, '来源'],
  [/趋式/gu, '趋势'],
  [/正绵|正棉|证面/gu, '正面'],
  [/评伦|平论|评轮|苹论/gu, '评论'],
  [/情续|请绪|情序/gu, '情绪'],
  [/口杯|口背/gu, '口碑'],
  [/微薄|围脖|微搏/gu, '微博'],
  [/报怨|包怨/gu, '抱怨'],
  [/吐曹|土槽|吐嘈/gu, '吐槽'],
  [/差平|插评/gu, '差评'],
  [/好平|(?<![\d一二三四五六七八九十])号评(?!论)/gu, '好评'],
  [/续行|序航/gu, '续航'],
  [/音制|音至/gu, '音质'],
];

/** "Hello, I'm preparing a slide for the board: …": what comes before the question. */
const GREETING = /^(?:hello|hi|hey|dear \w+|good (?:morning|afternoon|evening))\b[^:?]{0,120}:\s+(?=\p{L})/iu;

const SENTENCES = /[^.!?。！？\n;；]+(?:[.!?](?=\d)[^.!?。！？\n;；]*)*[.!?。！？\n;；]*/gu;

/** Without the sentences that give commands. Empty where nothing else was said. */
export function withoutCommands(written: string): string {
  const question = sqlInWords(written);
  const sentences = question.match(SENTENCES) ?? [question];
  const asking = sentences.filter((sentence) => !COMMANDS.some((command) => command.test(sentence)));
  // A command that the ends of sentences cut in two is still one.
  const left = asking.join('');
  return COMMANDS.some((command) => command.test(left)) || !/[\p{L}\p{N}]/u.test(left) ? '' : left;
}

/** A question as it is read: one width of characters, simplified Chinese without slips of the input method, plain quotes and spaces. */
export function plainQuestion(question: string, language: QuestionLanguage): string {
  const plain = question
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (language === 'en') return spelledOut(plain.replace(GREETING, ''), language);
  if (language === 'ja') return spelledOut(plain, language);
  const simplified = SOUND_ALIKE.reduce((text, [slip, meant]) => text.replace(slip, meant), toSimplified(plain));
  return spelledOut(simplified, language);
}
