import type { Label } from '@moodline/comments/contract';
import type { QuestionLanguage } from '../question-language';

type Polarity = Readonly<Record<Label, string>>;

/** Words by which people say that comments praise or blame, as parts of patterns. "Worst" and 最差 order things and are not among them. */
const WORDS: Readonly<Record<QuestionLanguage, Polarity>> = {
  en: {
    negative:
      'negatives?|complain\\w*|grumbl\\w*|complaints?|gripes?|griping|rants?|ranting|moan\\w*|whin(?:e|es|ed|ing)|bash(?:ed|ing)?|slam(?:med|ming)?|slat(?:ed|ing)|trash(?:ed|ing)|roast(?:ed|ing)?|hat(?:e|es|ed|ers?|ing)|angry|anger|furious|mad|upset|unhappy|annoyed|dissatisfied|disappointed|frustrated|critical|critici[sz]\\w*|bad (?:ones|comments|reviews|things|feedback|mentions)|harsh|detractors|backlash|outrage|pissed off|fed up|unfavou?rable|not happy|bad (?:side|sides|points|bits)|downsides?',
    positive:
      'positives?|prais\\w*|compliment\\w*|(?<!not |un)happy|pleased|(?<!dis)satisfied|delighted|glowing|favou?rable|lov(?:e|es|ed|ing)|enthusiastic|good (?:ones|comments|reviews|things|feedback|mentions)|nice (?:ones|comments|reviews|things)|promoters|applaud\\w*|kudos|rav(?:e|es|ed|ing)|rave reviews|good (?:side|sides|points|bits)|upsides?',
    neutral: 'neutrals?',
  },
  zh: {
    negative:
      '负面|差评|负评|恶评|抱怨|吐槽|投诉|不满|骂|喷(?!漆)|黑粉|生气|愤怒|失望|讨厌|不喜欢|嫌弃|抨击|批评|炮轰|踩雷|(?:坏|不好)的(?:方面|一面|地方|评价)|缺点',
    positive:
      '正面|好评|(?<!不)夸|表扬|称赞|赞美|(?<!不)满意(?!度)|(?<!不)喜欢|认可|开心|高兴|叫好|力挺|(?<!不)好的(?:方面|一面|地方|评价)|优点',
    neutral: '中性|中立',
  },
  ja: {
    negative:
      'ネガティブ|不満|苦情|クレーム|文句|批判|否定的|低評価|悪評|怒っ|怒り|厳しい|辛口|悪い(?:声|コメント|意見|評価|口コミ)|叩[かきい]|嫌(?:わ|っ|だ)|酷評|悪口|不評|悪い(?:方|ほう|点|面|ところ|の(?=は|が|だけ))',
    positive:
      'ポジティブ|(?:いい|良い|よい)(?:声|コメント|意見|評価|口コミ)|好評|高評価|肯定的|好意的|褒め|ほめ|称賛|絶賛|(?<!不)満足(?!度)|喜[びんぶ]|気に入|(?:いい|良い|よい)(?:方|ほう|点|面|ところ|の(?=は|が|だけ))',
    neutral: '中立|ニュートラル|どちらでもない',
  },
};

const LABELS: readonly Label[] = ['negative', 'positive', 'neutral'];
const patternsOf = (language: QuestionLanguage) =>
  LABELS.map((label) => {
    const words = WORDS[language][label];
    return [label, new RegExp(language === 'en' ? `\\b(?:${words})\\b` : words, 'giu')] as const;
  });
const PATTERNS = { en: patternsOf('en'), zh: patternsOf('zh'), ja: patternsOf('ja') };

/** Labels that the words of a text stand for, and the text without these words. */
export function moodWordsIn(text: string, language: QuestionLanguage): { labels: Label[]; rest: string } {
  let rest = text;
  const labels = PATTERNS[language].flatMap(([label, pattern]) => {
    const without = rest.replace(pattern, (word) => ' '.repeat(word.length));
    const said = without !== rest;
    rest = without;
    return said ? [label] : [];
  });
  return { labels, rest };
}

/** The one label that the words of a text stand for; null where they stand for none or for several. */
export function onlyMood(text: string, language: QuestionLanguage): Label | null {
  const { labels } = moodWordsIn(text, language);
  return labels.length === 1 ? (labels[0] ?? null) : null;
}
