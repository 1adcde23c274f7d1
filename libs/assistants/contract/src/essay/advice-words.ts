import type { AdviceRule } from './advice';
import type { Spoken } from './essay-paragraphs';

/** What a piece of advice says. `number` is what was counted: words or characters of a sentence, or how often something comes. */
type Say = (quote: string, number: number) => string;

/** Written by people, in the language of the essay, whatever language its reader has chosen for the pages. */
export const ADVICE_WORDS: Readonly<Record<Spoken, Readonly<Record<AdviceRule, Say>>>> = {
  en: {
    exclamations: (quote) => `“${quote}” shouts. One exclamation mark at most; let the words carry the feeling.`,
    'long-sentence': (quote, words) =>
      `The sentence that begins “${quote}” has ${words} words. Split it where one thought ends and the next begins.`,
    'mood-swing': (quote) =>
      `At “${quote}” the mood turns all at once. Add a sentence before it that says what changed.`,
    'same-start': (quote, times) =>
      `${times} sentences in a row begin like “${quote}”. Begin one of them with the place, the time or the thing.`,
    'repeated-word': (quote, times) =>
      `“${quote}” comes ${times} times in this paragraph. Keep the strongest one and say the others differently or leave them out.`,
    'vague-word': (quote) => `“${quote}” could mean many things. Write what exactly could be seen, heard or counted.`,
    detail: (quote) => `“${quote}” says it briefly. Add one detail that the reader can see or hear.`,
  },
  zh: {
    exclamations: (quote) => `“${quote}”感叹号太多。最多留一个，让词语本身表达情绪。`,
    'long-sentence': (quote, characters) =>
      `以“${quote}”开头的这句话有${characters}个字，太长了。在一个意思说完的地方断开，分成两三句。`,
    'mood-swing': (quote) => `到“${quote}”这里，情绪突然转变。在前面补一句，交代是什么让心情变了。`,
    'same-start': (quote, times) => `连续${times}句都以“${quote}”开头。把其中一句改成从地点、时间或事物写起。`,
    'repeated-word': (quote, times) => `“${quote}”在这一段里出现了${times}次。留下最有力的一处，其余换个说法或删去。`,
    'vague-word': (quote) => `“${quote}”说得笼统。写出具体看到、听到或数得清的东西。`,
    detail: (quote) => `“${quote}”写得很简略。补一个读者看得见或听得到的细节。`,
  },
  ja: {
    exclamations: (quote) => `「${quote}」は感嘆符が多すぎます。一つまでにして、言葉そのもので気持ちを伝えましょう。`,
    'long-sentence': (quote, characters) =>
      `「${quote}」で始まる文は${characters}文字あり、長すぎます。一つの内容が終わるところで区切りましょう。`,
    'mood-swing': (quote) => `「${quote}」で気持ちが急に変わっています。何がきっかけだったのか、前に一文足しましょう。`,
    'same-start': (quote, times) =>
      `「${quote}」で始まる文が${times}つ続いています。一つは場所・時間・物から書き始めてみましょう。`,
    'repeated-word': (quote, times) =>
      `この段落に「${quote}」が${times}回出てきます。いちばん効いている一つを残し、ほかは言い換えるか削りましょう。`,
    'vague-word': (quote) =>
      `「${quote}」では何を指すのかはっきりしません。見たもの、聞いたもの、数えられるものを具体的に書きましょう。`,
    detail: (quote) => `「${quote}」は短くまとめすぎです。目に浮かぶ様子や聞こえる音を一つ足しましょう。`,
  },
};
