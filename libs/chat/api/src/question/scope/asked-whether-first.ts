import { LEXICONS, type Understanding } from '../understanding';

/** "Is battery what people complain about most?": whether a thing that is named comes first, not how things stand within it. */
const WHETHER_FIRST: Readonly<Record<Understanding['language'], RegExp>> = {
  en: /^(?:so |and |but )?(?:is|are|was|were|isn't|aren't)\b(?! there\b).*\b(?:(?:what|the (?:thing|topic|one))(?: that)? (?:people|users|customers|they|everyone)\b.*\bmost|(?:the |our )?(?:number one|no\.? ?1|#1|main|top|biggest|most (?:common|frequent|mentioned)) (?:\w+ )?(?:complaints?|praise|gripes?|issues?|problems?|topics?|themes?))\b/iu,
  zh: /(?:是不是|是否是?)(?:大家|用户|网友)?.{0,8}(?:最多|最大|第一|头号)|最.{0,3}(?:多|大)的.{0,8}(?:是不是|是否是?)|最.{0,3}(?:多|大)的(?:抱怨|吐槽|投诉|差评|不满|问题|话题|好评)?是(?!什么|啥|哪|不是|否).{1,12}吗/u,
  ja: /(?:一番|最も|いちばん)(?:多い|大きい|多かった)[^、。?？]{0,10}(?:は|って)(?!.{0,4}(?:何|なに|どれ|どの|どんな)).{1,14}(?:ですか|でしょうか|なの|か|[?？])|(?:が|は)(?:一番|最も|いちばん)(?:多い|大きい)(?:不満|苦情|話題|問題|クレーム)(?:ですか|でしょうか|なの|か|[?？])/u,
};

/** Without the topic of a question that asks whether it comes first: all themes in their order tell that. */
export function amongAll(read: Understanding): Understanding {
  const { text, language, topics, theme, sources } = read;
  const one = topics.length === 1 && !topics[0]?.exact && sources.length < 2;
  if (!(one || (theme && !topics.length)) || !WHETHER_FIRST[language].test(text)) return read;
  const { intents } = read;
  const kept = intents.filter((intent) => intent === 'complaints' || intent === 'praise');
  const isBad = /\b(?:issues?|problems?|gripes?)\b/iu.test(text) || LEXICONS[language].bad.test(text);
  const first = kept.length ? kept : isBad ? (['complaints'] as const) : (['ranking'] as const);
  return { ...read, topics: [], theme: null, intents: first, by: 'theme', number: null };
}
