import type { Understanding } from './understanding';

/** What a thing does is a part of the question; these only say that it is talked about, or how it goes. */
const TELLS =
  '\\w*thing|getting|going|being|becoming|improving|worsening|changing|saying|complaining|mentioning|asking|talking|writing|posting|praising|loving|hating|moaning|whining|judging|naming|disappointing|according|regarding|concerning|including|following|during|trending|rising|dropping|increasing|decreasing|recovering|having|doing|using';
/** "Complaints about the ear tips falling out" */
const DOES_EN = new RegExp(
  `^ (?!(?:${TELLS})\\b)(?<what>[a-z]{2,}ing(?: (?:out|off|apart|over|down|up|in))?)\\b`,
  'iu',
);

/** What is said of a topic and was not read: "falling out" of "ear tips falling out". Null where nothing is. */
export function leftUnsaid({
  text,
  topics,
  language,
}: Pick<Understanding, 'text' | 'topics' | 'language'>): string | null {
  if (language !== 'en') return null;
  for (const { words, exact } of topics) {
    const at = text.toLowerCase().indexOf(words.toLowerCase());
    const said = exact || at < 0 ? undefined : DOES_EN.exec(text.slice(at + words.length))?.groups?.['what'];
    if (said) return said;
  }
  return null;
}
