import type { AdviceRule } from './advice';
import type { Spoken } from './essay-paragraphs';
import { DETAIL_OF } from './told-words';

/**
 * What a piece of advice says. `number` is what was counted: words or characters of a sentence, or how often something comes; of a detail, what could be
 * shown ({@link DETAIL_OF}). `breaksAt`: of a long sentence the words before which it can be parted, as they stand there; empty where there are none.
 */
type Say = (quote: string, number: number, breaksAt: string) => string;

/** Written by people, in the language of the essay, whatever language its reader has chosen for the pages. */
export const ADVICE_WORDS: Readonly<Record<Spoken, Readonly<Record<AdviceRule, Say>>>> = {
  en: {
    exclamations: (quote) => `“${quote}” shouts. One exclamation mark at most; let the words carry the feeling.`,
    'long-sentence': (quote, words, breaksAt) =>
      `The sentence that begins “${quote}” has ${words} words. ${
        breaksAt
          ? `Put a full stop before “${breaksAt}” and begin anew there.`
          : 'Split it where one thought ends and the next begins.'
      }`,
    'no-reason': (quote) =>
      `“${quote}” is a claim, and no reason follows in this paragraph. Go on with “because”: what happens otherwise, or what have you seen?`,
    'no-example': (quote) =>
      `“${quote}” speaks of all at once, and no example follows. Tell of one: who it was, when, and what happened.`,
    moral: (quote) =>
      `“${quote}” tells the lesson. Show it instead: one thing that you did differently the next day or week.`,
    'mood-swing': (quote) =>
      `At “${quote}” the mood turns all at once. Add a sentence before it that says what changed.`,
    'same-start': (quote, times) =>
      `${times} sentences in a row begin like “${quote}”. Begin one of them with the place, the time or the thing.`,
    'repeated-word': (quote, times) =>
      `“${quote}” comes ${times} times in this paragraph. Keep the strongest one and say the others differently or leave them out.`,
    'vague-word': (quote) => `“${quote}” could mean many things. Write what exactly could be seen, heard or counted.`,
    'same-end': (quote, times) => `${times} sentences in a row end like “${quote}”. Let one of them end otherwise.`,
    'told-feeling': (quote) =>
      `“${quote}” names the feeling. Show it: what did the hands, the voice or the breath do just then?`,
    hedge: (quote) =>
      `“${quote}” takes back what you say. Leave it out and let the sentence stand, or give the reason.`,
    detail: (quote, of) =>
      of === DETAIL_OF.person
        ? `At “${quote}” the reader could see somebody. Add a look, a movement or a word of theirs.`
        : of === DETAIL_OF.place
          ? `At “${quote}” the reader could be there. Add one sound, smell or light of that moment.`
          : `“${quote}” says it briefly. Add one detail that the reader can see or hear.`,
  },
  zh: {
    exclamations: (quote) => `“${quote}”感叹号太多。最多留一个，让词语本身表达情绪。`,
    'long-sentence': (quote, characters, breaksAt) =>
      `以“${quote}”开头的这句话有${characters}个字，太长了。${
        breaksAt ? `可以在“${breaksAt}”前面用句号断开，另起一句。` : '在一个意思说完的地方断开，分成两三句。'
      }`,
    'no-reason': (quote) =>
      `“${quote}”是一个看法，但这一段没有说明理由。接着用“因为”写一句：不这样会怎样，或者你见过什么？`,
    'no-example': (quote) => `“${quote}”说得很广，后面却没有例子。写一个具体的：是谁、什么时候、发生了什么。`,
    moral: (quote) => `“${quote}”直接说出了道理。换成一件具体的事：第二天或之后，你哪件事做得和以前不一样？`,
    'mood-swing': (quote) => `到“${quote}”这里，情绪突然转变。在前面补一句，交代是什么让心情变了。`,
    'same-start': (quote, times) => `连续${times}句都以“${quote}”开头。把其中一句改成从地点、时间或事物写起。`,
    'repeated-word': (quote, times) => `“${quote}”在这一段里出现了${times}次。留下最有力的一处，其余换个说法或删去。`,
    'vague-word': (quote) => `“${quote}”说得笼统。写出具体看到、听到或数得清的东西。`,
    'same-end': (quote, times) => `连续${times}句都以“${quote}”结尾。把其中一句换个结尾。`,
    'told-feeling': (quote) => `“${quote}”直接说出了心情。写写当时的手、声音或呼吸有什么变化，让读者自己体会。`,
    hedge: (quote) => `“${quote}”让这句话显得没把握。去掉它直接说，或者补上理由。`,
    detail: (quote, of) =>
      of === DETAIL_OF.person
        ? `“${quote}”里有人物。补上这个人的一个表情、动作或一句话。`
        : of === DETAIL_OF.place
          ? `“${quote}”里有场景。补上当时的一种声音、气味或光线。`
          : `“${quote}”写得很简略。补一个读者看得见或听得到的细节。`,
  },
  ja: {
    exclamations: (quote) => `「${quote}」は感嘆符が多すぎます。一つまでにして、言葉そのもので気持ちを伝えましょう。`,
    'long-sentence': (quote, characters, breaksAt) =>
      `「${quote}」で始まる文は${characters}文字あり、長すぎます。${
        breaksAt
          ? `「${breaksAt}」の前で文を終え、新しい文にしましょう。`
          : '一つの内容が終わるところで区切りましょう。'
      }`,
    'no-reason': (quote) =>
      `「${quote}」は意見ですが、この段落に理由がありません。「なぜなら」で始まる一文を足し、そうしないとどうなるか、何を見たかを書きましょう。`,
    'no-example': (quote) =>
      `「${quote}」は広い言い方で、例が続いていません。だれが、いつ、どうしたのか、一つの出来事を書きましょう。`,
    moral: (quote) =>
      `「${quote}」は教訓をそのまま言っています。次の日からどの行動が変わったか、一つの場面で見せましょう。`,
    'mood-swing': (quote) => `「${quote}」で気持ちが急に変わっています。何がきっかけだったのか、前に一文足しましょう。`,
    'same-start': (quote, times) =>
      `「${quote}」で始まる文が${times}つ続いています。一つは場所・時間・物から書き始めてみましょう。`,
    'repeated-word': (quote, times) =>
      `この段落に「${quote}」が${times}回出てきます。いちばん効いている一つを残し、ほかは言い換えるか削りましょう。`,
    'vague-word': (quote) =>
      `「${quote}」では何を指すのかはっきりしません。見たもの、聞いたもの、数えられるものを具体的に書きましょう。`,
    'same-end': (quote, times) =>
      `「${quote}」まで、文末が${times}文続けて同じ形です。一つは体言止めや会話、現在形に変えてみましょう。`,
    'told-feeling': (quote) =>
      `「${quote}」は気持ちをそのまま名前で言っています。そのときの手や声、息の様子を書いて伝えましょう。`,
    hedge: (quote) => `「${quote}」で言い切りが弱くなっています。言い切るか、そう考える理由を一つ書きましょう。`,
    detail: (quote, of) =>
      of === DETAIL_OF.person
        ? `「${quote}」の人物が目に浮かぶように、表情かしぐさ、ひとことを一つ足しましょう。`
        : of === DETAIL_OF.place
          ? `「${quote}」の場面に、その場の音やにおい、光を一つ足しましょう。`
          : `「${quote}」について、見えたことか聞こえたことを一つ足しましょう。`,
  },
};
